/// One county of a region, and what was measured there.
public struct CountyTable: Codable, Sendable, Hashable {
  /// Chinese name.
  public let zh: String
  /// English name.
  public let en: String
  /// People living there.
  public let residents: Int
  /// Value by policy, replication, measure and year, as in the region's own table.
  public let annual: [[[[Double?]]]]
}
