/// A mean over replications and how well it is known.
public struct Estimate: Codable, Sendable, Hashable {
  /// Mean over the replications.
  public let mean: Double
  /// Half the width of the 95 % interval by Student's t; `nil` for a single replication.
  public let halfWidth: Double?
  /// Replications that had something to measure.
  public let n: Int

  /// An estimate from its parts.
  public init(mean: Double, halfWidth: Double?, n: Int) {
    self.mean = mean
    self.halfWidth = halfWidth
    self.n = n
  }

  /// Lower and upper end of the interval; `nil` for a single replication.
  public var interval: ClosedRange<Double>? {
    halfWidth.map { (mean - $0)...(mean + $0) }
  }

  private enum CodingKeys: CodingKey { case mean, halfWidth, n }

  /// Writes ten significant digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(DecimalText.rounded(mean), forKey: .mean)
    try container.encode(halfWidth.map(DecimalText.rounded), forKey: .halfWidth)
    try container.encode(n, forKey: .n)
  }
}
