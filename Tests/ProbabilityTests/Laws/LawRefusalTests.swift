import Probability
import Testing

/// Section F of the list of bad inputs, row by row.
@Suite("Laws that cannot be")
struct LawRefusalTests {
  /// What a user writes, and what the answer must name: law, parameter, value found, and allowed.
  struct Bad: CustomTestStringConvertible, Sendable {
    let row: Int
    let law: LawDescription
    let message: String
    var testDescription: String { "row \(row): \(law.law)" }

    init(
      _ row: Int,
      _ law: String,
      _ numbers: [(name: String, value: Double)] = [],
      lists: [(name: String, values: [Double])] = [],
      says message: String
    ) {
      self.row = row
      self.law = LawDescription(law, numbers: numbers, lists: lists)
      self.message = message
    }
  }

  static let rows: [Bad] = [
    Bad(
      146,
      "lognormal",
      [("mean", 0), ("sd", 1)],
      says: "lognormal: mean is 0.0; expected a finite number above 0"
    ),
    Bad(
      148,
      "lognormal",
      [("mean", 10), ("sd", Double(bitPattern: 2024))],
      says: "lognormal: sd is 1e-320; expected from 1e-9 to 1e6 times the mean (10.0); without"
        + " spread, use deterministic"
    ),
    Bad(
      149,
      "lognormal",
      [("mu", 0), ("sigma", 40)],
      says: "lognormal: sigma is 40.0; expected a number that keeps the mean below 1.8e308"
    ),
    Bad(
      149,
      "lognormal",
      [("median", 10), ("sigma", 40)],
      says: "lognormal: sigma is 40.0; expected a number that keeps the mean below 1.8e308"
    ),
    Bad(
      150,
      "gamma",
      [("shape", 0), ("scale", 1)],
      says: "gamma: shape is 0.0; expected a finite number above 0"
    ),
    Bad(
      152,
      "gamma",
      [("shape", 1), ("scale", -2)],
      says: "gamma: scale is -2.0; expected a finite number above 0"
    ),
    Bad(
      153,
      "weibull",
      [("scale", 1), ("shape", 0)],
      says: "weibull: shape is 0.0; expected 0.02 to 1000.0"
    ),
    Bad(
      154,
      "triangular",
      [("low", 5), ("mode", 3), ("high", 9)],
      says: "triangular: mode is 3.0; expected a finite number of 5.0 or more"
    ),
    Bad(
      156,
      "uniform",
      [("low", 9), ("high", 2)],
      says: "uniform: high is 2.0; expected a finite number above 9.0"
    ),
    Bad(
      157,
      "beta",
      [("a", 0), ("b", 1)],
      says: "beta: a is 0.0; expected 1e-06 to 1000000000000.0"
    ),
    Bad(
      158,
      "normal",
      [("mean", 5), ("sd", -1)],
      says: "normal: sd is -1.0; expected a finite number above 0"
    ),
    Bad(
      160,
      "normal",
      [("mean", 0), ("sd", 1), ("low", 7)],
      says: "normal: range from low to high is 7.0 to inf; expected a range"
        + " that a draw falls into with a probability of 1e-9 or more"
    ),
    Bad(
      161,
      "pareto",
      [("shape", 1), ("scale", 5)],
      says: "pareto: shape is 1.0; expected a finite number above 1 (at 1 and below the mean is"
        + " infinite)"
    ),
    Bad(
      162,
      "empirical",
      lists: [("values", [])],
      says: "empirical: values is an empty list; expected a list of at least one number"
    ),
    Bad(
      164,
      "quantiles",
      lists: [("probabilities", [0, 0.5, 1]), ("values", [1, 5, 4])],
      says: "quantiles: values[2] is 4.0; expected a finite number of 5.0 or more"
    ),
    Bad(
      164,
      "quantiles",
      lists: [("probabilities", [0, 0.5, 0.5, 1]), ("values", [1, 2, 3, 4])],
      says: "quantiles: probabilities[2] is 0.5; expected a finite number above 0.5"
    ),
    Bad(
      165,
      "hyperexponential",
      lists: [("weights", [0.5, 0.4]), ("means", [1, 2])],
      says: "hyperexponential: sum of weights is 0.9; expected 1 (within 1e-9)"
    ),
    Bad(
      166,
      "erlang",
      [("k", 2.5), ("mean", 6)],
      says: "erlang: shape is 2.5; expected a whole number from 1 to 1000000"
    ),
    Bad(
      168,
      "discrete",
      lists: [("values", [1, 2, 3]), ("probabilities", [0.5, 0.5])],
      says: "discrete: probabilities is a list of 2; expected a list of 3, one for each of values"
    ),
    Bad(
      169,
      "exponential",
      [("mean", 4), ("rate", 0.3)],
      says: "exponential: rate 0.3 is in disagreement with mean 4.0; expected parameters that"
        + " agree, or only one set of mean | rate"
    ),
    Bad(
      170,
      "lognormal",
      [("median", 10), ("p95", 8)],
      says: "lognormal: p95 is 8.0; expected a number above the median (10.0)"
    ),
  ]

  @Test("The answer names law, parameter, what was found and what is allowed", arguments: rows)
  func refused(bad: Bad) {
    let error = #expect(throws: DistributionError.self) { try Law(bad.law) }
    #expect(error?.description == bad.message)
  }

  @Test("No number of any word may be infinite or not a number, except the ends of a normal law")
  func notFinite() throws {
    for known in KnownLaw.all {
      for index in known.law.numbers.indices {
        for value in [Double.nan, .infinity, -.infinity] {
          var law = known.law
          let isOpenEnd = law.law == "normal" && ["low", "high"].contains(law.numbers[index].name)
          if isOpenEnd && !value.isNaN { continue }
          law.numbers[index].value = value
          #expect(throws: DistributionError.self, "\(law)") { try Law(law) }
        }
      }
    }
  }

  @Test("A chain of phases that cannot be, or never ends, is refused by its row")
  func phases() {
    let said = { (initial: [Double], rates: [[Double]]) -> String in
      do throws(DistributionError) {
        _ = try Law.phaseType(initial: initial, rates: rates)
        return "allowed"
      } catch { return "\(error.parameter) is \(error.found)" }
    }
    #expect(said([0.5, 0.4], [[-1, 0], [0, -1]]) == "sum of initial is 0.9")
    #expect(said([1], [[-1], [-1]]) == "rates is 2 rows")
    #expect(said([1, 0], [[-1, 1], [-1]]) == "rates[1] is a list of 1")
    #expect(said([1, 0], [[-1, -0.5], [0, -1]]) == "rates[0][1] is -0.5")
    #expect(said([1, 0], [[0, 1], [0, -1]]) == "rates[0][0] is 0.0")
    #expect(said([1, 0], [[-1, 2], [0, -1]]) == "sum of rates[0] is 1.0")
    #expect(
      said([1, 0], [[-1, 1], [1, -1]]) == "rates[0] is a phase that is never left for good"
    )
    #expect(said([1], [[.nan]]) == "rates[0][0] is nan")
    // It ends, but only after a hundred million steps.
    #expect(said([1, 0], [[-1, 1], [1, -1.000_000_02]]).hasPrefix("rates is one of"))
    #expect(said([1, 0], [[-1, 1], [0.9, -1]]) == "allowed")
  }

  @Test("Weights that need not add up to 1 are divided by their sum")
  func normalised() throws {
    #expect(
      try Law.hyperexponential(weights: [1, 3], means: [1, 2], sum: .isAny)
        == Law.hyperexponential(weights: [0.25, 0.75], means: [1, 2])
    )
    #expect(throws: DistributionError.self) {
      try Law.mixture([(0.5, .deterministic(1)), (0.4, .deterministic(2))])
    }
    #expect(throws: DistributionError.self) { try Law.mixture([]) }
  }

  @Test("Laws nested more than eight deep are refused")
  func nesting() throws {
    var law = try Law.exponential(mean: 1)
    for _ in 0..<8 { law = try .mixture([(1, law)]) }
    #expect(throws: DistributionError.self) { try Law.mixture([(1, law)]) }
  }
}
