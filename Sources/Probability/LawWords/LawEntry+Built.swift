/// Laws with a heavy tail, on a bounded range, or built from exponential stages, by name.
extension LawEntry {
  static let built: [LawEntry] = [
    LawEntry(
      "hyperexponential",
      "a mixture of short and long memoryless times",
      "超指数分布：长短不一的指数时长的混合",
      words: [
        LawWord("weights", .plain, shape: .list), LawWord("means", .value, shape: .list),
        LawWord("rates", .perValue, shape: .list), mean, cv,
      ],
      forms: [
        LawForm(["weights", "means"]) { (given) throws(DistributionError) in
          try .hyperexponential(weights: given.list("weights"), means: given.list("means"))
        },
        LawForm(["weights", "rates"]) { (given) throws(DistributionError) in
          try .hyperexponential(weights: given.list("weights"), rates: given.list("rates"))
        },
        LawForm("mean", "cv", make: Law.hyperexponential(mean:cv:)),
      ]
    ),
    LawEntry(
      "phase_type",
      "the time until a chain of memoryless phases ends",
      "位相型分布：由若干指数阶段组成的过程直至结束的时间",
      words: [
        LawWord("initial", .plain, shape: .list), LawWord("rates", .perValue, shape: .matrix),
      ],
      forms: [
        LawForm(["initial", "rates"]) { (given) throws(DistributionError) in
          try .phaseType(initial: given.list("initial"), rates: given.matrix("rates"))
        }
      ]
    ),
    LawEntry(
      "beta",
      "a share, or a value between low and high",
      "贝塔分布：比例，或 low 与 high 之间的值",
      words: [
        LawWord("a", .plain), LawWord("b", .plain), mean, sd, low, high,
      ],
      forms: [
        LawForm(["a", "b"], optional: ["low", "high"]) { (given) throws(DistributionError) in
          try .beta(
            a: given["a"],
            b: given["b"],
            low: given["low", or: 0],
            high: given["high", or: 1]
          )
        },
        LawForm(["mean", "sd"], optional: ["low", "high"]) { (given) throws(DistributionError) in
          try .beta(
            mean: given["mean"],
            sd: given["sd"],
            low: given["low", or: 0],
            high: given["high", or: 1]
          )
        },
      ]
    ),
    LawEntry(
      "pareto",
      "few very large values; no value below the minimum",
      "帕累托分布：少数值极大；不低于 minimum",
      words: [shape, LawWord("minimum", or: ["scale"], .value), mean],
      forms: [
        LawForm("shape", "minimum", make: Law.pareto(shape:minimum:)),
        LawForm("shape", "mean", make: Law.pareto(shape:mean:)),
      ]
    ),
    LawEntry(
      "loglogistic",
      "like lognormal, with a heavier tail; scale is the median",
      "对数逻辑斯谛分布：类似对数正态但尾部更重；scale 为中位数",
      words: [shape, LawWord("scale", or: ["median"], .value), p95],
      forms: [
        LawForm("shape", "scale", make: Law.loglogistic(shape:scale:)),
        LawForm("scale", "p95", make: Law.loglogistic(median:p95:)),
      ]
    ),
  ]
}
