internal import Glibc

/// Adjusted tests, warm-up, batches and how long to go on.
extension StatisticsCheck {
  static let decisions: [String: @Sendable (AnalyticCase) throws -> JSONValue] = [
    "holm-4": { wanted in
      let (raw, alpha) = (try wanted.numbers("p"), try wanted.number("alpha"))
      let adjusted = Holm.adjusted(raw)
      return .fields([
        "adjusted": .numbers(adjusted),
        "bonferroni": .numbers(Bonferroni.adjusted(raw)),
        "rejected": .list(adjusted.map { .truth($0 <= alpha) }),
      ])
    },
    "bh1995-15": { wanted in
      let (raw, alpha) = (try wanted.numbers("p"), try wanted.number("alpha"))
      let holm = Holm.adjusted(raw)
      let finds = BenjaminiHochberg.adjusted(raw)
      func count(_ adjusted: [Double]) -> JSONValue {
        .number(Double(adjusted.count { $0 <= alpha }))
      }
      return .fields([
        "bonferroni_rejects": count(Bonferroni.adjusted(raw)), "holm_rejects": count(holm),
        "bh_rejects": count(finds), "holm": .numbers(holm), "bh": .numbers(finds),
      ])
    },
    "mser5": { _ in
      let x = (1...500).map { 10 - 8 * pow(0.97, Double($0)) + comb($0) - 0.5 }
      guard let advice = WarmUpAdvice(x), let single = WarmUpAdvice(x, batch: 1),
        let trend = WarmUpAdvice((1...200).map(Double.init)),
        let stationary = WarmUpAdvice((1...500).map { comb($0) })
      else { return .nothing }
      return .fields([
        "batches": .number(Double(advice.batches)),
        "d_star": .number(Double(advice.deletedBatches)),
        "observations_deleted": .number(Double(advice.deleted)),
        "mser": .number(advice.statistic),
        "mean_after": .number(advice.meanAfter),
        "mean_without_deletion": .number(advice.meanOfAll),
        "mser1_d_star": .number(Double(single.deletedBatches)),
        "trend_d_star": .number(Double(trend.deletedBatches)),
        "trend_batches": .number(Double(trend.batches)),
        "trend_verdict": .text(trend.verdict.text),
        "stationary_d_star": .number(Double(stationary.deletedBatches)),
      ])
    },
    "batch-means": { wanted in
      let x = (1...1000).map { sin(Double($0) / 7) + comb($0) }
      let (batches, level) = (try wanted.whole("batches"), try wanted.number("level"))
      guard let found = BatchMeans(x, batches: batches, level: level) else { return .nothing }
      return .fields([
        "mean": .number(found.estimate.mean),
        "var_of_batch_means": .number(found.variance),
        "half_width": .number(found.estimate.halfWidth ?? .nan),
        "lag1_autocorrelation": .number(found.autocorrelation),
        "von_neumann": .number(found.vonNeumann),
      ])
    },
    "sequential-precision": { wanted in
      let pilot = try wanted.numbers("pilot")
      let rule = RelativePrecision(
        relative: try wanted.number("gamma"),
        level: try wanted.number("level")
      )
      return .fields([
        "adjusted_gamma": .number(rule.adjusted),
        "relative_half_width_10": .number(rule.reached(by: pilot) ?? .nan),
        "n_required": .number(rule.replicationsNeeded(byPilot: pilot).map(Double.init) ?? .nan),
      ])
    },
    "replications-needed": { wanted in
      let (byNormal, byT) = RelativePrecision.replicationsNeeded(
        standardDeviation: try wanted.number("s"),
        halfWidth: try wanted.number("e"),
        level: try wanted.number("level")
      )
      return .fields(["z_n": .number(Double(byNormal)), "t_n": .number(Double(byT))])
    },
    "crn-variance": { wanted in
      let (one, other) = (try wanted.number("s1"), try wanted.number("s2"))
      let correlations = try wanted.numbers("r")
      return .fields([
        "var": .numbers(correlations.map { CommonLuck.variance(one, other, correlation: $0) }),
        "replications_factor": .numbers(
          correlations.map { CommonLuck.replicationsFactor(correlation: $0) }
        ),
      ])
    },
  ]

  /// A sequence without trend that the file uses as noise: ((7919 i) mod 101) / 101.
  private static func comb(_ i: Int) -> Double { Double(7919 * i % 101) / 101 }
}
