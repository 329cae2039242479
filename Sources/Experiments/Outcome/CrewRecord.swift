internal import CountyModel

/// What the crews of one county did in all replications of a policy: what the hypercube is given, and
/// what it is held against.
struct CrewRecord {
  /// Calls a day of each settlement.
  let daily: [Double]
  /// Transfers between facilities a day.
  let transfers: Double
  /// Mean minutes that a call or a transfer keeps a crew busy.
  let mission: Double
  /// Calls reached, over all replications.
  let calls: Double
  /// Share of them reached within the limit of the circle.
  let inTime: Double
  /// Mean minutes from the call to the scene.
  let response: Double

  /// What runs of so many measured days say; nothing when nobody called.
  init?(_ runs: [Readings], days: Int) {
    let time = Double(days * runs.count)
    let places = runs.first?.settlements.indices ?? 0..<0
    func sum(_ part: (Readings.SettlementYear) -> Double) -> Double {
      runs.reduce(0) { $0 + $1.settlements.joined().reduce(0) { $0 + part($1) } }
    }
    daily = places.map { place in
      runs.reduce(0) { sum, run in
        sum + run.settlements[place].reduce(0) { $0 + Double($1.calls) }
      } / time
    }
    let busy = Self.parts(of: "ems.utilisation", in: runs)
    let handled = Self.parts(of: "ems.queuedShare", in: runs)
    calls = sum { Double($0.calls) }
    guard time > 0, calls > 0, handled.below > 0 else { return nil }
    transfers = Self.parts(of: "ems.transferShare", in: runs).above / time
    mission = busy.above / 60_000 / handled.below
    inTime = sum { Double($0.callsInTime) } / calls
    response = sum(\.responseMinutes) / calls
  }

  /// What stands above and below the line of a measure, over all years and runs.
  private static func parts(
    of id: String,
    in runs: [Readings]
  ) -> (above: Double, below: Double) {
    guard let measure = Measure.named(id) else { return (0, 0) }
    return runs.reduce(into: (above: 0.0, below: 0.0)) { sum, run in
      for year in run.years {
        let parts = run.parts(of: measure, inYear: year)
        sum.above += Double(parts?.numerator ?? 0)
        sum.below += Double(parts?.denominator ?? 0)
      }
    }
  }
}
