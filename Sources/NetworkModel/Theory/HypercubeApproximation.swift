internal import Glibc

/// Who is busy and who goes where, without simulation: Larson's approximation of his hypercube.
///
/// Units answer calls from atoms by a fixed order of preference for each atom; calls arrive at
/// random and missions last exponentially, with one mean for all. The exact model has 2^N states;
/// here each unit has a workload, and a factor corrects for their not being independent.
///
/// - Source: Larson, *Approximating the performance of urban emergency service systems*, Operations
///   Research 23 (1975).
public struct HypercubeApproximation: Sendable, Hashable {
  /// Share of time that each unit is busy, 0 to 1.
  public let workloads: [Double]
  /// Share of the calls of each atom that each unit answers at once; with `allBusy` they add up to 1
  /// for every atom.
  public let shares: [[Double]]
  /// Probability that a call finds no unit free, 0 to 1.
  public let allBusy: Double

  /// What happens to a call when all units are busy.
  public enum WhenAllBusy: Sendable {
    /// It is lost.
    case lost
    /// It waits.
    case waits
  }

  /// Why there is no answer.
  public enum Refusal: Error, Hashable, Sendable {
    /// Rates, orders or the mean that cannot be.
    case inputs
    /// More calls than the units can answer; the line grows without end.
    case overloaded(erlangs: Double, units: Int)
  }

  /// Workloads and dispatch of units.
  ///
  /// - Parameters:
  ///   - rates: Calls of each atom in a unit of time; 0 or more, some above 0.
  ///   - mission: Mean time that a call keeps a unit busy, in the same unit; above 0.
  ///   - order: For each atom all units, the preferred first.
  ///   - whenAllBusy: What becomes of calls that find nobody.
  /// - Throws: When there is no answer.
  /// - Complexity: O(sweeps · atoms · units)
  public init(
    rates: [Double],
    mission: Double,
    order: [[Int]],
    whenAllBusy: WhenAllBusy
  ) throws(Refusal) {
    let units = order.first?.count ?? 0
    guard units > 0, rates.count == order.count, rates.allSatisfy({ $0 >= 0 && $0.isFinite }),
      rates.contains(where: { $0 > 0 }), mission > 0, mission.isFinite,
      order.allSatisfy({ $0.sorted() == Array(0..<units) })
    else { throw .inputs }
    let calls = rates.reduce(0, +)
    let offered = calls * mission
    guard whenAllBusy == .lost || offered < Double(units) else {
      throw .overloaded(erlangs: offered, units: units)
    }
    let system = BusyUnits(units: units, offered: offered, whenAllBusy: whenAllBusy)
    let factors = (0..<units).map { system.correction(after: $0) }
    var workloads = [Double](repeating: system.workload, count: units)
    for _ in 0..<Self.mostSweeps {
      var work = [Double](repeating: 0, count: units)
      for (atom, preferred) in order.enumerated() {
        var othersBusy = 1.0
        for (rank, unit) in preferred.enumerated() {
          work[unit] += rates[atom] * mission * factors[rank] * othersBusy
          othersBusy *= workloads[unit]
        }
      }
      // A unit is offered `work` while it is free, so that busy over free is `work`.
      let raw = work.map { $0 / (1 + $0) }
      let scale = system.workload * Double(units) / raw.reduce(0, +)
      let next = raw.map { min($0 * scale, 1) }
      let change = zip(next, workloads).map { abs($0 - $1) }.max() ?? 0
      workloads = next
      if change < Self.tolerance { break }
    }
    self.workloads = workloads
    allBusy = system.allBusy
    shares = order.map { preferred in
      var shares = [Double](repeating: 0, count: units)
      var othersBusy = 1.0
      for (rank, unit) in preferred.enumerated() {
        shares[unit] = factors[rank] * othersBusy * (1 - workloads[unit])
        othersBusy *= workloads[unit]
      }
      let sum = shares.reduce(0, +)
      return shares.map { $0 / sum * (1 - system.allBusy) }
    }
  }

  private static let mostSweeps = 500
  private static let tolerance = 1e-12
}

/// How many of some equal units are busy: M/M/N, with calls that wait or are lost.
struct BusyUnits {
  let units: Int
  /// Share of time a unit is busy, the same for all.
  let workload: Double
  /// Probability that all are busy.
  let allBusy: Double
  /// Probability that so many are busy, by number below `units`.
  private let states: [Double]

  init(units: Int, offered: Double, whenAllBusy: HypercubeApproximation.WhenAllBusy) {
    var weights = [1.0]
    for busy in 1...units { weights.append(weights[busy - 1] * offered / Double(busy)) }
    if whenAllBusy == .waits { weights[units] /= 1 - offered / Double(units) }
    let sum = weights.reduce(0, +)
    self.units = units
    states = weights.map { $0 / sum }
    allBusy = states[units]
    let answered = whenAllBusy == .waits ? offered : offered * (1 - allBusy)
    workload = answered / Double(units)
  }

  /// Larson's Q: how much likelier it is than for independent units that a given number of units
  /// are busy and the next one is free.
  func correction(after busyUnits: Int) -> Double {
    let (n, rho) = (Double(units), workload)
    var sum = 0.0
    for busy in busyUnits..<units {
      // C(busy, j) / C(N, j), factor by factor.
      var chance = 1.0
      for place in 0..<busyUnits { chance *= Double(busy - place) / (n - Double(place)) }
      sum += states[busy] * chance * (n - Double(busy)) / (n - Double(busyUnits))
    }
    return sum / (pow(rho, Double(busyUnits)) * (1 - rho))
  }
}
