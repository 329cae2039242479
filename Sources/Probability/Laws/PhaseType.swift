/// The time until a Markov chain is absorbed.
///
/// - Source: Neuts, *Matrix-geometric solutions in stochastic models* (1981), chapter 2.
struct PhaseType: Hashable, Sendable {
  /// The share of draws that begin in each phase; they add up to 1.
  let initial: [Double]
  /// The mean stay in each phase.
  let stays: [Double]
  /// For each phase, the probability that each phase is next; what is missing to 1 is the end.
  let next: [[Double]]
  let moments: Moments

  /// A chain of 1 to 200 phases from the probabilities of its first phase and its sub-generator.
  ///
  /// Outside the diagonal the rates are 0 or more, on it below 0; no row adds up to more than 0;
  /// and the chain comes to its end, on average within a million steps.
  init(initial: [Double], rates: [[Double]]) throws(DistributionError) {
    let law = "phase_type"
    let shares = try WeightList("initial", of: law, initial).shares(.isOne)
    let count = shares.count
    guard count <= 200 else {
      throw DistributionError(
        law: law,
        parameter: "initial",
        allowed: "1 to 200 phases",
        found: "a list of \(count)"
      )
    }
    guard rates.count == count else {
      throw DistributionError(
        law: law,
        parameter: "rates",
        allowed: "\(count) rows, one for each of initial",
        found: "\(rates.count) rows"
      )
    }
    for (phase, row) in rates.enumerated() {
      try NumberList("rates[\(phase)]", of: law, row).count(count, as: "initial")
    }
    var next: [[Double]] = []
    for phase in rates.indices { next.append(try PhaseType.jumps(from: phase, rates[phase])) }
    try PhaseType.checkThatItEnds(next)
    self.initial = shares
    self.next = next
    stays = rates.indices.map { -1 / rates[$0][$0] }

    // Row by row over its rate out, the sub-generator is `next` less the identity; so one solution
    // per moment, each with the last one's answer on the right.
    let steps = PhaseType.solve(next, Array(repeating: 1, count: count))
    var powers: [Double] = []
    var answer = Array(repeating: 1.0, count: count)
    for power in 1...3 {
      answer = PhaseType.solve(next, zip(answer, stays).map { $0 * $1 * Double(power) })
      powers.append(zip(shares, answer).reduce(0) { $0 + $1.0 * $1.1 })
    }
    moments = Moments(powers: powers[0], powers[1], powers[2])
    let expected = zip(shares, steps).reduce(0) { $0 + $1.0 * $1.1 }
    guard expected <= 1e6, moments.mean.isFinite else {
      throw DistributionError(
        law: law,
        parameter: "rates",
        allowed: "a chain that ends within a million steps on average",
        found: "one of \(expected) steps"
      )
    }
  }

  /// The probability that each phase is next after one, which is a row of the sub-generator over
  /// its rate out.
  private static func jumps(
    from phase: Int,
    _ row: [Double]
  ) throws(DistributionError) -> [Double] {
    let law = "phase_type"
    for (other, rate) in row.enumerated() where other != phase {
      _ = try Parameter("rates[\(phase)][\(other)]", of: law, rate).notNegative()
    }
    let out = -row[phase]
    guard out > 0, out.isFinite else {
      throw DistributionError(
        law: law,
        parameter: "rates[\(phase)][\(phase)]",
        allowed: "a finite number below 0",
        found: "\(row[phase])"
      )
    }
    var jumps = row.map { $0 / out }
    jumps[phase] = 0
    let sum = jumps.reduce(0, +)
    guard sum <= 1 + 1e-9 else {
      throw DistributionError(
        law: law,
        parameter: "sum of rates[\(phase)]",
        allowed: "0 or less",
        found: "\(row.reduce(0, +))"
      )
    }
    // A row that misses 1 by rounding only has no way out of its own.
    return sum > 1 - 1e-12 ? jumps.map { $0 / sum } : jumps
  }

  /// Refuses a chain with a phase from which no way leads to the end.
  private static func checkThatItEnds(_ next: [[Double]]) throws(DistributionError) {
    var ends = next.map { $0.reduce(0, +) <= 1 - 1e-12 }
    for _ in next.indices {
      for phase in next.indices where !ends[phase] {
        ends[phase] = next[phase].indices.contains { next[phase][$0] > 0 && ends[$0] }
      }
    }
    if let stuck = ends.firstIndex(of: false) {
      throw DistributionError(
        law: "phase_type",
        parameter: "rates[\(stuck)]",
        allowed: "a phase from which the chain can end (a row that adds up to less than 0)",
        found: "a phase that is never left for good"
      )
    }
  }

  /// The x of x = next x + right, by elimination with pivots.
  private static func solve(_ next: [[Double]], _ right: [Double]) -> [Double] {
    let count = right.count
    var rows = next.indices.map { row in
      next[row].indices.map { ($0 == row ? 1 : 0) - next[row][$0] } + [right[row]]
    }
    for column in 0..<count {
      let pivot = (column..<count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      for row in (column + 1)..<max(count, column + 1) where rows[row][column] != 0 {
        let share = rows[row][column] / rows[column][column]
        for index in column...count { rows[row][index] -= share * rows[column][index] }
      }
    }
    var answer = Array(repeating: 0.0, count: count)
    for row in (0..<count).reversed() {
      var rest = rows[row][count]
      for column in (row + 1)..<max(count, row + 1) { rest -= rows[row][column] * answer[column] }
      answer[row] = rest / rows[row][row]
    }
    return answer
  }
}
