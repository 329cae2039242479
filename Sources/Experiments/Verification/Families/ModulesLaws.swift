internal import Engine
internal import Probability

/// Draws from laws as files name them.
extension VerificationFamily {
  static let laws: [VerificationFamily] = [
    VerificationFamily("sampling") { wanted, _ in
      if let weights = wanted.inputs["weights"]?.numbers {
        return [.direct { _, seed in try weightRows(wanted, weights, seed: seed) }]
      }
      guard let table = wanted.expected["table"]?.list else {
        throw CaseProblem.input("weights", caseID: wanted.id)
      }
      return table.enumerated().map { place, entry in
        .direct { _, seed in
          do {
            return try LawRows(wanted, entry, row: place, seed: seed).rows
          } catch {
            // One law that cannot be must not keep the others from being checked.
            return [.unknown(caseID: wanted.id, row: "\(error)", exact: 1)]
          }
        }
      }
    }
  ]

  /// Both ways the product draws by weight: a law of listed values and the alias table.
  private static func weightRows(
    _ wanted: AnalyticCase,
    _ weights: [Double],
    seed: UInt64
  ) throws -> [JudgedRow] {
    var drawn = DrawnRows(wanted)
    guard let shares = wanted.expected["shares"]?.numbers, shares.count == weights.count else {
      throw CaseProblem.input("shares", caseID: wanted.id)
    }
    let places = weights.indices.map(Double.init)
    let sum = weights.reduce(0, +)
    func draws(_ weights: [Double], _ way: Int) throws -> [Int] {
      var laws = LawTable()
      let law = laws.add(try .empirical(values: places, weights: weights))
      let alias = try AliasTable(weights)
      var streams = RandomStreams(seed: seed, replication: 0)
      return (0..<wanted.samples).map { sample in
        let address = DrawAddress(row: way, sample: sample)
        if way == 0 { return Int(streams.draw(law, from: laws, at: address)) }
        let words = streams.words(at: address)
        return alias.pick(words.x, words.y)
      }
    }
    for (way, name) in ["listed values", "alias table"].enumerated() {
      let own = try draws(weights, way)
      let counts = weights.indices.map { place in own.count { $0 == place } }
      for (place, share) in shares.enumerated() {
        let row = "share \(place + 1) \(name)"
        drawn.add(row, exact: share, hits: counts[place], of: own.count)
      }
      drawn.add(
        "chi-square \(name)",
        counts: counts,
        expected: shares.map { $0 * Double(own.count) }
      )
      // Powers of two only: they change no digit of a weight.
      for target in [1, 1e-300, 1e300] {
        let scale = Double(sign: .plus, exponent: (target / sum).exponent, significand: 1)
        let scaled = try draws(weights.map { $0 * scale }, way)
        drawn.add("weights of sum \(sum * scale) \(name) draw the same", holds: scaled == own)
      }
    }
    return drawn.rows
  }
}

/// One law of a table: its moments, its distribution, its ends.
private struct LawRows {
  private let name: String
  private let entry: JSONValue
  private let law: Law
  private var drawn: DrawnRows

  var rows: [JudgedRow] { drawn.rows }

  init(_ wanted: AnalyticCase, _ entry: JSONValue, row: Int, seed: UInt64) throws {
    guard let name = entry["name"]?.text, let description = LawDescription(tableEntry: entry) else {
      throw CaseProblem.law(entry["name"]?.text ?? "without a name", caseID: wanted.id)
    }
    self.name = name
    self.entry = entry
    law = try Law(description)
    drawn = DrawnRows(wanted)
    var laws = LawTable()
    let id = laws.add(law)
    var streams = RandomStreams(seed: seed, replication: 0)
    var draws: [Double] = []
    draws.reserveCapacity(wanted.samples)
    for sample in 0..<wanted.samples {
      draws.append(streams.draw(id, from: laws, at: DrawAddress(row: row, sample: sample)))
    }
    judgeMoments(draws)
    judgeQuantiles(draws)
    if law.isWhole { judgeCells(draws) } else { judgeDistance(draws) }
    judgeSupport(draws)
    let ends: [(String, SIMD4<UInt32>)] = [
      ("lowest", SIMD4(repeating: 0)), ("highest", SIMD4(repeating: .max)),
      ("lowest, then highest", SIMD4(0, 0, .max, .max)),
    ]
    for (label, words) in ends {
      streams.select(DrawAddress(row: row, sample: 0), beginningWith: words)
      let drawnValue = streams.next(id, from: laws)
      let isFine = drawnValue.isFinite && law.support.contains(drawnValue)
      drawn.add("\(name): \(label) luck", holds: isFine)
    }
  }

  private mutating func judgeMoments(_ draws: [Double]) {
    guard let mean = entry["mean"]?.number else { return }
    let spread = Spread(draws)
    drawn.add("\(name): mean by formula", exact: mean, formula: law.mean)
    guard let variance = entry["variance"]?.number else { return }
    drawn.add(
      "\(name): mean",
      exact: mean,
      estimate: spread.mean,
      error: (variance / Double(draws.count)).squareRoot(),
      limit: 5
    )
    drawn.add(
      "\(name): variance",
      exact: variance,
      estimate: spread.variance,
      error: spread.errorOfVariance,
      limit: 5
    )
    let sd = law.standardDeviation ?? .infinity
    drawn.add("\(name): variance by formula", exact: variance, formula: sd * sd)
    guard let skewness = entry["skewness"]?.number, let third = law.thirdMoment else { return }
    let exact =
      mean * mean * mean + 3 * mean * variance + skewness * variance * variance.squareRoot()
    drawn.add("\(name): third moment by formula", exact: exact, formula: third)
  }

  /// The share of draws up to each quantile; where draws are whole numbers the law jumps past it.
  private mutating func judgeQuantiles(_ draws: [Double]) {
    for (text, answer) in entry["quantiles"]?.sortedFields ?? [] {
      guard let share = Double(text), let value = answer.number,
        let below = law.cumulative(value), let before = law.cumulative(value.nextDown)
      else { continue }
      let hits = draws.count { $0 <= value }
      if law.isWhole {
        drawn.add("\(name): quantile \(text) by formula", holds: before < share && share <= below)
        drawn.add("\(name): share to quantile \(text)", exact: below, hits: hits, of: draws.count)
      } else {
        drawn.add("\(name): quantile \(text) by formula", exact: share, formula: below)
        drawn.add("\(name): share to quantile \(text)", exact: share, hits: hits, of: draws.count)
      }
    }
  }

  private mutating func judgeDistance(_ draws: [Double]) {
    let law = law
    drawn.add("\(name): Kolmogorov", distanceOf: draws) { law.cumulative($0) ?? .nan }
  }

  /// Whole numbers in cells of at least 20 expected draws.
  private mutating func judgeCells(_ draws: [Double]) {
    guard let least = draws.min(), let most = draws.max() else { return }
    let count = Double(draws.count)
    var ends: [Double] = []
    var expected: [Double] = []
    var before = 0.0
    for value in stride(from: least, through: most, by: 1) {
      guard let below = law.cumulative(value) else { return }
      guard (below - before) * count >= 20, (1 - below) * count >= 20 else { continue }
      ends.append(value)
      expected.append((below - before) * count)
      before = below
    }
    expected.append((1 - before) * count)
    var counts = [Int](repeating: 0, count: expected.count)
    for draw in draws { counts[ends.firstIndex { draw <= $0 } ?? ends.count] += 1 }
    drawn.add("\(name): chi-square", counts: counts, expected: expected)
  }

  private mutating func judgeSupport(_ draws: [Double]) {
    let low = max(law.support.lowerBound, entry["inputs"]?["low"]?.number ?? -.infinity)
    let high = min(law.support.upperBound, entry["inputs"]?["high"]?.number ?? .infinity)
    let isInside = draws.allSatisfy { $0 >= low && $0 <= high && $0.isFinite }
    let isWhole = !law.isWhole || draws.allSatisfy { $0 == $0.rounded() }
    drawn.add("\(name): support", holds: isInside && isWhole)
  }
}

extension LawDescription {
  /// The law of a table's entry: the name begins with the law's, the inputs are its parameters.
  fileprivate init?(tableEntry entry: JSONValue) {
    guard let text = entry["name"]?.text, let fields = entry["inputs"]?.sortedFields else {
      return nil
    }
    let names = LawEntry.all.flatMap { [$0.name] + $0.synonyms }
    let whose = names.filter { text.hasPrefix($0.replacing("_", with: " ")) }
    guard var law = whose.max(by: { $0.count < $1.count }) else { return nil }
    var numbers: [(name: String, value: Double)] = []
    var lists: [(name: String, values: [Double])] = []
    for (name, value) in fields {
      let word = name.hasSuffix("_log") ? String(name.dropLast("_log".count)) : name
      if let number = value.number { numbers.append((word, number)) }
      if let list = value.numbers { lists.append((word, list)) }
    }
    // In a file a normal law ends at 0 unless told otherwise; in the table it does not.
    if law == "normal", !numbers.contains(where: { $0.name == "low" }) {
      if numbers.contains(where: { $0.name == "high" }) {
        numbers.append(("low", -.infinity))
      } else {
        law = "normal_unbounded"
      }
    }
    self.init(law, numbers: numbers, lists: lists)
  }
}
