import Probability
import Testing

/// Laws with moments and quantiles known to twelve digits.
///
/// From `Scenarios/verification/analytic-cases.json`, case `Distributions`; the words are those of
/// the case's names.
struct KnownLaw: CustomTestStringConvertible, Sendable {
  let law: LawDescription
  let mean: Double
  let variance: Double
  let skewness: Double
  /// At 0.01, 0.25, 0.5, 0.9 and 0.99.
  let quantiles: [Double]

  static let probabilities = [0.01, 0.25, 0.5, 0.9, 0.99]

  var testDescription: String {
    "\(law.law) \(law.numbers.map { "\($0.name) \($0.value)" }.joined(separator: " "))"
  }

  init(
    _ law: String,
    _ numbers: [(name: String, value: Double)],
    _ mean: Double,
    _ variance: Double,
    _ skewness: Double,
    _ quantiles: [Double]
  ) {
    self.law = LawDescription(law, numbers: numbers)
    self.mean = mean
    self.variance = variance
    self.skewness = skewness
    self.quantiles = quantiles
  }
}

extension KnownLaw {
  static let all: [KnownLaw] = [
    KnownLaw(
      "lognormal",
      [("mean", 8), ("cv", 1.5)],
      8.0,
      144.0,
      7.875,
      [0.3550466954335, 2.133680283062, 4.437601569802, 17.83997558184, 55.46399373824]
    ),
    KnownLaw(
      "gamma",
      [("shape", 2.5), ("scale", 1.2)],
      3.0,
      3.6,
      1.264911064067,
      [0.332578846037, 1.604761685659, 2.610876114657, 5.541814139869, 9.051763481633]
    ),
    KnownLaw(
      "gamma",
      [("shape", 0.4), ("scale", 5)],
      2.0,
      10.0,
      3.162277660168,
      [3.707696979804e-05, 0.117824732187, 0.7253907082172, 5.649214127363, 15.00048372329]
    ),
    KnownLaw(
      "weibull",
      [("shape", 0.8), ("scale", 10)],
      11.33003096319,
      203.9654954179,
      2.814648579599,
      [0.0318218715673, 2.106885811149, 6.324581979722, 28.36413938422, 67.46167273329]
    ),
    KnownLaw(
      "weibull",
      [("shape", 3), ("scale", 60)],
      53.57877069415,
      379.1983855265,
      0.1681028422294,
      [12.94826091216, 39.60854142898, 53.09982267003, 79.23002870722, 99.823580952]
    ),
    KnownLaw(
      "triangular",
      [("low", 2), ("mode", 5), ("high", 14)],
      7.0,
      6.5,
      0.4224039833746,
      [2.6, 5.0, 6.65153077165, 10.71366465497, 12.96076951546]
    ),
    KnownLaw(
      "beta",
      [("a", 2), ("b", 5)],
      0.2857142857143,
      0.02551020408163,
      0.5962847939999,
      [0.02676319114276, 0.1611629167903, 0.2644499832957, 0.5103163065515, 0.7056863283197]
    ),
    KnownLaw(
      "normal_unbounded",
      [("mean", 10), ("sd", 3)],
      10.0,
      9.0,
      0.0,
      [3.020956377877, 7.976530749412, 10.0, 13.84465469663, 16.97904362212]
    ),
    KnownLaw(
      "normal",
      [("mean", 10), ("sd", 3), ("low", 0), ("high", 12)],
      8.723404160966,
      4.742792487291,
      -0.7015513427925,
      [2.759469611828, 7.335199978763, 9.035915766204, 11.34297101577, 11.93037546124]
    ),
    KnownLaw(
      "exponential",
      [("mean", 4)],
      4.0,
      16.0,
      2.0,
      [0.04020134341401, 1.150728289807, 2.77258872224, 9.210340371976, 18.42068074395]
    ),
    KnownLaw(
      "uniform",
      [("low", 2), ("high", 9)],
      5.5,
      4.083333333333,
      0.0,
      [2.07, 3.75, 5.5, 8.3, 8.93]
    ),
    KnownLaw(
      "pareto",
      [("shape", 3.5), ("scale", 2)],
      2.8,
      1.493333333333,
      11.78376607274,
      [2.00575130261, 2.171334723459, 2.438027308409, 3.861395457767, 7.45518744063]
    ),
    KnownLaw(
      "erlang",
      [("k", 3), ("mean", 6)],
      6.0,
      12.0,
      1.154700538379,
      [0.8720903301566, 3.454598835721, 5.348120627447, 10.64464067567, 16.81189382977]
    ),
    KnownLaw(
      "loglogistic",
      [("shape", 5), ("scale", 20)],
      21.37918664231,
      71.45293838425,
      2.485275549687,
      [7.978163949934, 16.0548312352, 20.0, 31.03691147831, 50.13684884268]
    ),
    KnownLaw("poisson", [("mean", 3.7)], 3.7, 3.7, 0.51987524491, [0.0, 2.0, 4.0, 6.0, 9.0]),
    KnownLaw(
      "poisson",
      [("mean", 250)],
      250.0,
      250.0,
      0.06324555320337,
      [214.0, 239.0, 250.0, 270.0, 288.0]
    ),
    KnownLaw("geometric", [("p", 0.2)], 5.0, 20.0, 2.01246117975, [1.0, 2.0, 4.0, 11.0, 21.0]),
    KnownLaw(
      "negative_binomial",
      [("r", 2.5), ("p", 0.3)],
      5.833333333333,
      19.44444444444,
      1.285079208231,
      [0.0, 3.0, 5.0, 12.0, 20.0]
    ),
    KnownLaw(
      "binomial",
      [("n", 40), ("p", 0.15)],
      6.0,
      5.1,
      0.309965209939,
      [1.0, 4.0, 6.0, 9.0, 12.0]
    ),
    KnownLaw(
      "binomial",
      [("n", 1000000), ("p", 3e-06)],
      3.0,
      2.999991,
      0.5773476711102,
      [0.0, 2.0, 3.0, 5.0, 8.0]
    ),
  ]
}
