/// What a number of a network says: where, of whom, what, and of which item of a list.
public struct NetworkQuantity: Hashable, Sendable {
  /// Where.
  public var place: Place
  /// Of which class of customers; nothing for all together.
  public var className: String?
  /// What: `meanWait`.
  public var name: String
  /// Which item of a list: a percentile, a number present, a unit.
  public var item: String?

  /// Where a number belongs.
  public enum Place: Hashable, Sendable {
    /// To the whole network.
    case network
    /// To a node, by its name.
    case node(String)
    /// To a shared pool, by its name.
    case pool(String)
  }

  /// A quantity.
  public init(_ place: Place, _ className: String?, _ name: String, item: String? = nil) {
    self.place = place
    self.className = className
    self.name = name
    self.item = item
  }
}

/// A mean over replications, or over the batches of one, and how well it is known.
public struct NetworkEstimate: Hashable, Sendable, Encodable {
  /// Mean over the replications or batches that had something to measure.
  public let mean: Double
  /// Standard error of the mean; nothing for a single one.
  public let standardError: Double?
  /// Half the width of the 95 % interval by Student's t; nothing for a single one.
  public let halfWidth: Double?
  /// Replications or batches that had something to measure.
  public let n: Int
  /// Whether neighbouring batches are alike, so that the interval is too narrow; nothing for
  /// replications, for fewer than three batches and where nothing varies.
  public private(set) var batchesAreCorrelated: Bool?

  /// Nothing when no replication had anything to measure.
  public init?(ofReplications values: [Double]) {
    guard let estimate = Estimate(ofReplications: values) else { return nil }
    mean = estimate.mean
    halfWidth = estimate.halfWidth
    n = estimate.n
    standardError = Sample(values).standardError
  }

  /// The same from batches of one replication in their order, which may be alike.
  ///
  /// Where some had nothing to measure, those on either side of a gap are no neighbours: no test.
  public init?(ofBatches values: [Double?]) {
    let known = values.compactMap(\.self)
    self.init(ofReplications: known)
    guard known.count == values.count else { return }
    batchesAreCorrelated = BatchMeans(ofMeans: known)?.batchesAreCorrelated
  }

  private enum CodingKeys: CodingKey {
    case mean, standardError, halfWidth, n, batchesAreCorrelated
  }

  /// Writes ten significant digits; what is not known is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(DecimalText.rounded(mean), forKey: .mean)
    try container.encodeIfPresent(standardError.map(DecimalText.rounded), forKey: .standardError)
    try container.encodeIfPresent(halfWidth.map(DecimalText.rounded), forKey: .halfWidth)
    try container.encode(n, forKey: .n)
    try container.encodeIfPresent(batchesAreCorrelated, forKey: .batchesAreCorrelated)
  }
}
