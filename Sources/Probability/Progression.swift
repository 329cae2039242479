/// A course through states with memoryless stays, such as a chronic disease: the next state and the
/// length of the stay are the outcome of a race among the transitions.
///
/// A state that nothing leaves is an end.
public struct Progression: Hashable, Sendable {
  /// Where each state leads.
  private let ways: [Ways?]

  private struct Ways: Hashable, Sendable {
    let targets: [Int]
    let risks: CompetingRisks
  }

  /// A progression by the rate from each state (row) to each other (column).
  ///
  /// The matrix is square, its rates finite and 0 or more; the diagonal is ignored.
  public init(rates: [[Double]]) throws(DistributionError) {
    var ways: [Ways?] = []
    for (state, row) in rates.enumerated() {
      try NumberList("rates[\(state)]", of: "progression", row).count(rates.count, as: "states")
      let targets = row.indices.filter { $0 != state && row[$0] != 0 }
      let risks =
        targets.isEmpty ? nil : try CompetingRisks(rates: targets.map { row[$0] })
      ways.append(risks.map { Ways(targets: targets, risks: $0) })
    }
    self.ways = ways
  }

  /// How many states there are.
  public var states: Int { ways.count }

  /// Whether nothing leaves a state.
  public func isEnd(_ state: Int) -> Bool { ways[state] == nil }

  /// The state that follows, and after how long; nothing from an end.
  ///
  /// The address is this stay's own: count the stays of a person in its occurrence.
  public func next(
    after state: Int,
    _ streams: borrowing RandomStreams,
    at address: DrawAddress
  ) -> (state: Int, stay: Double)? {
    guard let ways = ways[state] else { return nil }
    let (event, time) = ways.risks.first(streams, at: address)
    return (ways.targets[event], time)
  }
}
