internal import CountyModel

/// What the runs of a policy show beside what a formula says, means over replications.
public struct ShadowTable: Codable, Sendable, Hashable {
  /// Stable name.
  public let id: String
  /// Chinese wording.
  public let zh: String
  /// English wording.
  public let en: String
  /// What the runs show.
  public let value: Double
  /// What the formula says.
  public let prediction: Double
  /// How far they may be apart before it is worth a look.
  public let tolerance: Double

  /// Whether they agree; a warning otherwise, not a fault.
  public var passes: Bool { abs(value - prediction) <= tolerance }

  /// A shadow from its parts.
  public init(
    id: String,
    zh: String,
    en: String,
    value: Double,
    prediction: Double,
    tolerance: Double
  ) {
    self.id = id
    self.zh = zh
    self.en = en
    self.value = value
    self.prediction = prediction
    self.tolerance = tolerance
  }

  /// The shadows of one policy; those that are not in every replication are left out.
  static func of(_ runs: [Readings]) -> [ShadowTable] {
    let first = runs.first?.shadows ?? []
    return first.indices.compactMap { place in
      let same = runs.compactMap { $0.shadows.indices.contains(place) ? $0.shadows[place] : nil }
      guard same.count == runs.count, same.allSatisfy({ $0.id == first[place].id }) else {
        return nil
      }
      func mean(_ part: (Readings.Shadow) -> Double) -> Double {
        DecimalText.rounded(same.reduce(0) { $0 + part($1) } / Double(same.count))
      }
      return ShadowTable(
        id: first[place].id,
        zh: first[place].zh,
        en: first[place].en,
        value: mean(\.value),
        prediction: mean(\.prediction),
        tolerance: mean(\.tolerance)
      )
    }
  }
}
