/// A choice by Kim and Nelson's procedure while it goes on, one replication of every living system
/// at a time.
///
/// The procedure takes differences to be normal, which always vary. A pair whose difference does not
/// vary over the first replications says nothing about its variance: either luck does not move it, or
/// so seldom that it was not seen. Such a pair is looked at again after as many replications more, or at
/// the most that there will be, and judged by the spread that shows then.
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
  /// The systems that were dropped for differences which varied in no replication, in that order.
  public private(set) var unvaried: [Int] = []
  private var values: [[Double]]
  /// Sums of them, so that a mean costs nothing.
  private var sums: [Double]
  /// Variance of the difference of each pair over the first replications; `nil` where none showed.
  private var variances: [[Double?]]
  /// Replications after which pairs are judged whose difference did not vary at first.
  private let secondLook: Int

  /// Begins with the first replications of every system and drops the clearly worse.
  ///
  /// - Parameters:
  ///   - procedure: The rule.
  ///   - pilot: The first observations of each system.
  ///   - most: The most replications that there will be, `first` or more: a pair that did not vary at
  ///     first is looked at again by then at the latest; `nil` for no limit.
  /// - Precondition: `pilot` holds `first` observations for each system.
  public init(_ procedure: KimNelson, pilot: [[Double]], most: Int? = nil) {
    precondition(pilot.count == procedure.systems, "every system has a pilot")
    precondition(pilot.allSatisfy { $0.count == procedure.first }, "a pilot is complete")
    self.procedure = procedure
    secondLook = max(procedure.first, min(2 * procedure.first, most ?? Int.max))
    values = pilot
    sums = pilot.map { $0.reduce(0, +) }
    replications = procedure.first
    alive = Array(pilot.indices)
    variances = pilot.map { one in pilot.map { Self.variance(one[...], minus: $0[...]) } }
    screen()
  }

  /// The most replications each system could have needed: maxₗ ⌊h² Sᵢₗ² / δ²⌋.
  public var limits: [Int] {
    values.indices.map { one in
      let most = values.indices.filter { $0 != one }.map { reach(one, $0) }
      return Int(min(most.max() ?? 0, 1e9).rounded(.down))
    }
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
        guard !waits(one, other) else {
          next = min(next, Double(secondLook - 1))
          continue
        }
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
    for (system, value) in zip(alive, round) {
      values[system].append(value)
      sums[system] += value
    }
    replications += 1
    if replications == secondLook { lookAgain() }
    screen()
  }

  private func mean(of system: Int) -> Double { sums[system] / Double(values[system].count) }

  /// h² Sᵢₗ² / δ² of a pair.
  ///
  /// After the second look h² stays that of the first replications, which is the larger one.
  private func reach(_ one: Int, _ other: Int) -> Double {
    let variance = variances[one][other] ?? 0
    return procedure.h2 * variance / (procedure.indifference * procedure.indifference)
  }

  /// Whether W of a pair is 0, so that whatever part of it is left has been judged by its means alone.
  private func isDecided(_ one: Int, _ other: Int) -> Bool {
    !waits(one, other) && Double(replications) > reach(one, other)
  }

  /// Keeps those whose mean is within W of every other that was alive before this round.
  private mutating func screen() {
    let (n, zone) = (Double(replications), procedure.indifference)
    let before = alive
    let means = before.map(mean(of:))
    var leave: [Int] = []
    for (one, mean) in zip(before, means) {
      let better = zip(before, means).filter { other, otherMean in
        let width = max(0, zone / (2 * n) * (reach(one, other) - n))
        return other != one && !waits(one, other) && mean < otherMean - width
      }
      guard !better.isEmpty else { continue }
      leave.append(one)
      if better.allSatisfy({ variances[one][$0.0] == nil }) { unvaried.append(one) }
    }
    alive = before.filter { !leave.contains($0) }
    eliminations += leave.map { Elimination(replications: replications, system: $0) }
  }

  // MARK: Pairs without spread

  /// Whether nothing is known yet of how much a pair varies.
  private func waits(_ one: Int, _ other: Int) -> Bool {
    variances[one][other] == nil && replications < secondLook
  }

  /// Measures the spread of pairs that had none.
  ///
  /// The later half alone where it varies more: the earlier one was taken because it did not. Where the
  /// most replications came before as many again, too few were looked at to measure a spread: what
  /// has begun to vary stays undecided.
  private mutating func lookAgain() {
    let isWhole = secondLook == 2 * procedure.first
    for one in alive {
      for other in alive where other != one && variances[one][other] == nil {
        let all = Self.variance(values[one][...], minus: values[other][...])
        let later = Self.variance(
          values[one][procedure.first...],
          minus: values[other][procedure.first...]
        )
        let spread = [all, later].compactMap(\.self).max()
        variances[one][other] = isWhole ? spread : spread.map { _ in .infinity }
      }
    }
  }

  /// Variance of a difference; `nil` where it is nothing but the rounding of ten significant digits.
  private static func variance(
    _ one: ArraySlice<Double>,
    minus other: ArraySlice<Double>
  ) -> Double? {
    let size = zip(one, other).reduce(0) { max($0, $1.0.magnitude, $1.1.magnitude) }
    guard let variance = Sample(zip(one, other).map(-)).variance,
      variance.squareRoot() > 1e-9 * size
    else { return nil }
    return variance
  }
}
