/// A choice by Kim and Nelson's procedure while it goes on, one replication of every living system
/// at a time.
public struct KimNelsonRace: Sendable, Hashable {
  /// A system that was found clearly worse than another.
  public struct Elimination: Sendable, Hashable {
    /// Replications of each system by then.
    public let replications: Int
    /// The system, counted from 0.
    public let system: Int
  }

  /// The rule.
  public let procedure: KimNelson
  /// Systems that may still be best, in order.
  public private(set) var alive: [Int]
  /// Replications of each of them.
  public private(set) var replications: Int
  /// The systems that were dropped, in that order.
  public private(set) var eliminations: [Elimination] = []
  /// The most replications each system could have needed: maxₗ ⌊h² Sᵢₗ² / δ²⌋.
  public let limits: [Int]
  private var values: [[Double]]
  /// Variance of the difference of each pair over the pilot.
  private let variances: [[Double]]

  /// Begins with the first replications of every system and drops the clearly worse.
  ///
  /// - Precondition: `pilot` holds `first` observations for each system.
  public init(_ procedure: KimNelson, pilot: [[Double]]) {
    precondition(pilot.count == procedure.systems, "every system has a pilot")
    precondition(pilot.allSatisfy { $0.count == procedure.first }, "a pilot is complete")
    self.procedure = procedure
    values = pilot
    replications = procedure.first
    alive = Array(pilot.indices)
    let variances = pilot.map { one in
      pilot.map { other in Sample(zip(one, other).map(-)).variance ?? 0 }
    }
    self.variances = variances
    let zone = procedure.indifference * procedure.indifference
    limits = pilot.indices.map { one in
      let most = pilot.indices.filter { $0 != one }.map { procedure.h2 * variances[one][$0] / zone }
      return Int(min(most.max() ?? 0, 1e9).rounded(.down))
    }
    screen()
  }

  /// Whether one is left, or those that are left have the same mean after the most replications that
  /// any two of them could have needed.
  public var isOver: Bool {
    !alive.contains { one in
      alive.contains { other in other != one && !isDecided(one, other) }
    }
  }

  /// Replications after which the next system is dropped if the means stay as they are; more than
  /// there are, and meaningless once the race is over.
  ///
  /// From `one` < `other` - W, solved for the number of replications.
  public var nextElimination: Int {
    let (means, zone) = (alive.map(mean(of:)), procedure.indifference)
    var next = Double(Int32.max)
    for (one, mean) in zip(alive, means) {
      for (other, otherMean) in zip(alive, means)
      where other != one && otherMean >= mean && !isDecided(one, other) {
        let steepness = 2 * (otherMean - mean) + zone
        next = min(next, (zone * reach(one, other) / steepness).rounded(.down))
      }
    }
    return max(replications, Int(next)) + 1
  }

  /// The living system with the greatest mean, the first of equals.
  public var best: Int {
    alive.dropFirst().reduce(alive[0]) { best, system in
      mean(of: system) > mean(of: best) ? system : best
    }
  }

  /// Observations used in all.
  public var observations: Int { values.reduce(0) { $0 + $1.count } }

  /// The observations of one system.
  public func observations(of system: Int) -> [Double] { values[system] }

  /// Adds one observation of each living system, in their order, and drops the clearly worse.
  public mutating func add(_ round: [Double]) {
    precondition(round.count == alive.count, "every living system has its observation")
    for (system, value) in zip(alive, round) { values[system].append(value) }
    replications += 1
    screen()
  }

  private func mean(of system: Int) -> Double { Sample(values[system]).mean }

  /// h² Sᵢₗ² / δ² of a pair.
  private func reach(_ one: Int, _ other: Int) -> Double {
    procedure.h2 * variances[one][other] / (procedure.indifference * procedure.indifference)
  }

  /// Whether W of a pair is 0, so that whatever part of it is left has been judged by its means alone.
  private func isDecided(_ one: Int, _ other: Int) -> Bool {
    Double(replications) > reach(one, other)
  }

  /// Keeps those whose mean is within W of every other that was alive before this round.
  private mutating func screen() {
    let (n, zone) = (Double(replications), procedure.indifference)
    let before = alive
    let means = values.map { Sample($0).mean }
    let leave = before.filter { one in
      before.contains { other in
        let width = max(0, zone / (2 * n) * (reach(one, other) - n))
        return other != one && means[one] < means[other] - width
      }
    }
    alive = before.filter { !leave.contains($0) }
    eliminations += leave.map { Elimination(replications: replications, system: $0) }
  }
}
