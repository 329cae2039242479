internal import Glibc
internal import Probability

/// Intervals of means, shares, counts and percentiles.
extension StatisticsCheck {
  static let intervals: [String: @Sendable (AnalyticCase) throws -> JSONValue] = [
    "t-quantiles": { wanted in
      let found = try wanted.rowsOfNumbers("pairs").map { pair in
        StudentT.quantile(pair[1], degreesOfFreedom: pair[0])
      }
      return .fields(["values": .numbers(found)])
    },
    "z-quantiles": { wanted in
      .fields(["values": .numbers(try wanted.numbers("p").map(Normal.quantile))])
    },
    "law-bank-10reps": { wanted in
      var answers: [String: JSONValue] = [:]
      for name in ["delay", "queue", "prop5"] {
        let values = try wanted.numbers(name)
        answers[name] = .fields([
          "mean": .number(Sample(values).mean),
          "var": .number(Sample(values).variance ?? .nan),
          "half_width_90": .number(estimate(values, level: 0.9).halfWidth ?? .nan),
          "low": .number(estimate(values, level: 0.9).interval?.lowerBound ?? .nan),
          "high": .number(estimate(values, level: 0.9).interval?.upperBound ?? .nan),
        ])
      }
      return .fields(answers)
    },
    "law-inventory-paired": { wanted in
      let (one, other) = (try wanted.numbers("x1"), try wanted.numbers("x2"))
      let level = try wanted.number("level")
      guard let paired = PairedDifference(one, minus: other, level: level) else { return .nothing }
      let error = Sample(zip(one, other).map(-)).standardError ?? .nan
      return .fields([
        "zbar": .number(paired.estimate.mean),
        "var_of_mean": .number(error * error),
        "low": .number(paired.estimate.interval?.lowerBound ?? .nan),
        "high": .number(paired.estimate.interval?.upperBound ?? .nan),
      ])
    },
    "law-inventory-welch": { wanted in
      let (one, other) = (try wanted.numbers("x1"), try wanted.numbers("x2"))
      let level = try wanted.number("level")
      guard let found = WelchDifference(one, minus: other, level: level) else { return .nothing }
      return .fields([
        "diff": .number(found.mean), "df": .number(found.degreesOfFreedom),
        "half_width": .number(found.halfWidth), "low": .number(found.mean - found.halfWidth),
        "high": .number(found.mean + found.halfWidth),
      ])
    },
    "simultaneous-ci": { wanted in
      let (groups, size) = (try wanted.whole("k"), try wanted.whole("n"))
      let level = 1 - (try wanted.number("alpha"))
      let within = Double(groups * (size - 1))
      let factor = SimultaneousIntervals.tukeyFactor(
        level: level,
        groups: groups,
        degreesOfFreedom: within
      )
      return .fields([
        "t_each": .number(
          SimultaneousIntervals.bonferroniQuantile(
            level: level,
            intervals: groups,
            degreesOfFreedom: Double(size - 1)
          )
        ),
        "tukey_q": .number(
          StudentizedRange.quantile(level, groups: groups, degreesOfFreedom: within)
        ),
        "tukey_hw_factor": .number(factor),
      ])
    },
    "prob-of-meeting-target": { wanted in
      let cases = try wanted.rowsOfNumbers("cases").map { (Int($0[0]), Int($0[1])) }
      func ends(_ interval: ShareInterval) -> [Double] { [interval.low, interval.high] }
      return .fields([
        "wilson": .rows(cases.map { ends(.wilson($0.0, of: $0.1)) }),
        "clopper_pearson": .rows(cases.map { ends(.clopperPearson($0.0, of: $0.1)) }),
      ])
    },
    "poisson-ci": { wanted in
      let found = try wanted.numbers("x").map { CountInterval.garwood(Int($0)) }
      return .fields(["ci": .rows(found.map { [$0.low, $0.high] })])
    },
    "quantile-ci": { wanted in
      let rows = try wanted.rowsOfNumbers("cases").map { row -> JSONValue in
        guard let found = QuantileInterval(of: row[1], observations: Int(row[0])) else {
          return .nothing
        }
        return .fields([
          "l": .number(Double(found.lower)), "u": .number(Double(found.upper)),
          "coverage": .number(found.coverage),
        ])
      }
      return .fields(["rows": .list(rows)])
    },
    "nist-strd": { wanted in
      func alternating(_ centre: Double, _ low: Double, _ high: Double) -> [Double] {
        [centre] + (0..<1000).map { $0.isMultiple(of: 2) ? low : high }
      }
      func answers(_ values: [Double]) -> JSONValue {
        .fields([
          "mean": .number(Sample(values).mean),
          "sd": .number(Sample(values).variance?.squareRoot() ?? .nan),
          "r1": .number(Series.autocorrelation(values) ?? .nan),
        ])
      }
      return .fields([
        "michelson": answers(try wanted.numbers("michelson")),
        "numacc1": answers(try wanted.numbers("numacc1")),
        "numacc2": answers(alternating(1.2, 1.1, 1.3)),
        "numacc3": answers(alternating(1_000_000.2, 1_000_000.1, 1_000_000.3)),
        "numacc4": answers(alternating(10_000_000.2, 10_000_000.1, 10_000_000.3)),
      ])
    },
    "bootstrap-law-school": { wanted in
      let (one, other) = (try wanted.numbers("lsat"), try wanted.numbers("gpa"))
      func correlation(_ places: [Int]) -> Double {
        Series.correlation(places.map { one[$0] }, places.map { other[$0] }) ?? .nan
      }
      let jackknife = Jackknife(count: one.count, of: correlation)
      return .fields([
        "correlation": .number(correlation(Array(one.indices))),
        "jackknife_se": .number(jackknife?.standardError ?? .nan),
        "bca_acceleration": .number(jackknife?.acceleration ?? .nan),
        "ideal_boot_se_mean_lsat": .number(Bootstrap.idealStandardError(ofMean: one)),
      ])
    },
  ]

  private static func estimate(_ values: [Double], level: Double) -> Estimate {
    Estimate(ofReplications: values, level: level) ?? Estimate(mean: .nan, halfWidth: nil, n: 0)
  }
}
