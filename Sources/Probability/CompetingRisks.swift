internal import Glibc

/// Several memoryless events of which the first counts: which one happens, and when.
///
/// Each event has its own clock, so another rate of one event moves no other clock.
public struct CompetingRisks: Hashable, Sendable {
  /// The events' rates, one over the unit of time; 0 for an event that never happens.
  public let rates: [Double]

  /// Events with finite rates of 0 or more, at least one above 0.
  public init(rates: [Double]) throws(DistributionError) {
    let law = "competing risks"
    self.rates = try NumberList("rates", of: law, rates).each {
      (rate) throws(DistributionError) in try rate.notNegative()
    }
    _ = try Parameter("sum of rates", of: law, rates.reduce(0, +)).positive()
  }

  /// The event that happens first and how long it takes.
  ///
  /// - Parameters:
  ///   - streams: The chance of the replication.
  ///   - address: This race's own; event k reads the address's block k.
  /// - Returns: The event, in the order of `rates`, and the time in the unit of the rates.
  /// - Complexity: O(number of events)
  public func first(
    _ streams: borrowing RandomStreams,
    at address: DrawAddress
  ) -> (event: Int, time: Double) {
    var first = (event: 0, time: Double.infinity)
    for (event, rate) in rates.enumerated() where rate > 0 {
      let words = streams.words(at: address, block: UInt32(event))
      let time = -log(OpenUnit.value(low: words.x, high: words.y)) / rate
      if time < first.time { first = (event, time) }
    }
    return first
  }
}
