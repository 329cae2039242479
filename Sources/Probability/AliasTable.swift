/// Draws one of several outcomes by weight in constant time.
///
/// - Source: Vose, *A linear algorithm for generating random numbers with a given distribution*,
///   IEEE Transactions on Software Engineering 17 (1991).
public struct AliasTable: Sendable, Hashable {
  /// One column of the table: keep the own outcome below the threshold, else take the other.
  @usableFromInline
  struct Cell: Sendable, Hashable, BitwiseCopyable {
    /// From 0 (never the own outcome) to 2^32 (always).
    @usableFromInline var threshold: UInt64
    @usableFromInline var other: Int
  }

  @usableFromInline let cells: [Cell]

  /// A table of the outcomes 0, 1, 2 … with the given weights.
  ///
  /// The weights may have any scale; none is below 0 and at least one is above 0.
  ///
  /// - Complexity: O(number of weights)
  public init(_ weights: [Double]) throws(DistributionError) {
    var sum = 0.0
    var heaviest = 0
    for (outcome, weight) in weights.enumerated() {
      sum += try Parameter("weights[\(outcome)]", of: "alias table", weight).notNegative()
      if weight > weights[heaviest] { heaviest = outcome }
    }
    sum = try Parameter("sum of weights", of: "alias table", sum).positive()

    let whole = 0x1p32
    // An outcome that no pairing reaches keeps its own column, unless its weight is zero.
    var cells = weights.enumerated().map { outcome, weight in
      weight > 0
        ? Cell(threshold: UInt64(whole), other: outcome) : Cell(threshold: 0, other: heaviest)
    }
    var level = weights.map { $0 / sum * Double(weights.count) }
    var poor = level.indices.filter { level[$0] < 1 }
    var rich = level.indices.filter { level[$0] >= 1 }
    while let giver = rich.last, let taker = poor.popLast() {
      cells[taker] = Cell(threshold: UInt64(level[taker] * whole), other: giver)
      level[giver] -= 1 - level[taker]
      if level[giver] < 1 {
        rich.removeLast()
        poor.append(giver)
      }
    }
    self.cells = cells
  }

  /// How many outcomes the table has.
  @inlinable public var count: Int { cells.count }

  /// The outcome that two random words select.
  ///
  /// A column is chosen with an error below count / 2^32, an outcome within it below 2^-32.
  @inlinable
  public func pick(_ word0: UInt32, _ word1: UInt32) -> Int {
    let column = Int(truncatingIfNeeded: (UInt64(word0) &* UInt64(cells.count)) &>> 32)
    let cell = cells[column]
    return UInt64(word1) < cell.threshold ? column : cell.other
  }
}
