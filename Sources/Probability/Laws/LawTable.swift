/// One law in a table.
@frozen
public struct LawID: Hashable, Sendable, BitwiseCopyable {
  /// The law's row in the table that handed out this number.
  public let row: UInt32

  init(_ row: Int) {
    self.row = UInt32(row)
  }
}

/// The laws of a running model, flattened: plain rows, and one list of the numbers behind them.
///
/// A draw reads the row and neither allocates nor counts references, provided that the finished table
/// is held in a `let`: 35 ns for an exponential either way, 50 for a lognormal. Drawn from a captured
/// `var` it costs 11 ns more, for the compiler then retains the lists around each draw.
public struct LawTable: Sendable {
  /// A law in what its sampler needs; longer lists lie in the table's `numbers`.
  enum Row: Sendable, BitwiseCopyable {
    case simple(Distribution)
    /// Mean, standard deviation, low, high, and the probabilities below, above and inside.
    case normal(at: Int)
    /// Running shares, then means.
    case hyperexponential(at: Int, count: Int)
    /// Running shares of the first phase; then for each phase its mean stay and the running
    /// probabilities of the next one.
    case phaseType(at: Int, count: Int)
    case beta(a: Double, b: Double, low: Double, high: Double)
    case pareto(shape: Double, minimum: Double)
    case loglogistic(shape: Double, scale: Double)
    case values(at: Int, count: Int)
    /// Running shares, then values.
    case weightedValues(at: Int, count: Int)
    /// Probabilities, then values.
    case quantiles(at: Int, count: Int)
    case geometric(logFailure: Double)
    case poisson(mean: Double)
    case binomial(trials: UInt32, probability: Double)
    case negativeBinomial(successes: Double, probability: Double)
    /// Running shares; the rows of the laws lie in `members`.
    case mixture(at: Int, members: Int, count: Int)
    case scaled(LawID, factor: Double, offset: Double)
  }

  private(set) var rows: [Row] = []
  private(set) var numbers: [Double] = []
  private(set) var members: [LawID] = []

  /// A table without a law.
  public init() {
    Numerics.handlerIsOff
  }

  /// Adds a law and returns its place.
  ///
  /// - Complexity: O(size of the law).
  public mutating func add(_ law: Law) -> LawID {
    let row = flatten(law)
    rows.append(row)
    return LawID(rows.count - 1)
  }

  private mutating func flatten(_ law: Law) -> Row {
    switch law.form {
    case .simple(let simple): .simple(simple)
    case .normal(let law):
      .normal(
        at: append([law.mean, law.sd, law.low, law.high, law.below, law.above, law.inside])
      )
    case .hyperexponential(let weights, let means):
      .hyperexponential(at: append(LawTable.running(weights) + means), count: means.count)
    case .phaseType(let chain): flatten(chain)
    case .beta(let a, let b, let low, let high): .beta(a: a, b: b, low: low, high: high)
    case .pareto(let shape, let minimum): .pareto(shape: shape, minimum: minimum)
    case .loglogistic(let shape, let scale): .loglogistic(shape: shape, scale: scale)
    case .values(let values, nil): .values(at: append(values), count: values.count)
    case .values(let values, let weights?):
      .weightedValues(at: append(LawTable.running(weights) + values), count: values.count)
    case .quantiles(let probabilities, let values):
      .quantiles(at: append(probabilities + values), count: values.count)
    case .geometric(let probability): .geometric(logFailure: LawTable.logFailure(probability))
    case .poisson(let mean): .poisson(mean: mean)
    case .binomial(let trials, let probability):
      .binomial(trials: UInt32(trials), probability: probability)
    case .negativeBinomial(let successes, let probability):
      .negativeBinomial(successes: successes, probability: probability)
    case .mixture(let parts): flatten(parts)
    case .scaled(let law, let factor, let offset):
      .scaled(add(law), factor: factor, offset: offset)
    }
  }

  private mutating func flatten(_ chain: PhaseType) -> Row {
    let start = append(LawTable.running(chain.initial))
    for (stay, next) in zip(chain.stays, chain.next) {
      _ = append([stay] + LawTable.running(next))
    }
    return .phaseType(at: start, count: chain.initial.count)
  }

  private mutating func flatten(_ parts: [Law.Part]) -> Row {
    let rows = parts.map { add($0.law) }
    let first = members.count
    members.append(contentsOf: rows)
    return .mixture(
      at: append(LawTable.running(parts.map(\.share))),
      members: first,
      count: parts.count
    )
  }

  /// Adds numbers and returns where they begin.
  private mutating func append(_ list: [Double]) -> Int {
    numbers.append(contentsOf: list)
    return numbers.count - list.count
  }

  /// Running sums of shares.
  ///
  /// Where the shares add up to 1 but for rounding, the last outcome with a share ends at exactly 1,
  /// so that no draw falls beyond it.
  private static func running(_ shares: [Double]) -> [Double] {
    var sum = 0.0
    var sums = shares.map { share in
      sum += share
      return sum
    }
    if sum > 1 - 1e-12, let last = shares.lastIndex(where: { $0 > 0 }) {
      for index in last..<sums.count { sums[index] = 1 }
    }
    return sums
  }
}
