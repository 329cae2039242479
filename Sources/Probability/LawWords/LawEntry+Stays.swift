/// Simple laws by name.
extension LawEntry {
  static let mean = LawWord("mean", .value)
  static let sd = LawWord("sd", .value)
  static let cv = LawWord("cv", .plain)
  static let median = LawWord("median", .value)
  static let p95 = LawWord("p95", .value)
  static let low = LawWord("low", .value)
  static let high = LawWord("high", .value)
  static let shape = LawWord("shape", .plain)
  static let scale = LawWord("scale", .value)
  static let rate = LawWord("rate", .perValue)

  static let stays: [LawEntry] = [
    LawEntry(
      "deterministic",
      or: ["constant"],
      "always the same value",
      "恒定值",
      words: [LawWord("value", .value)],
      forms: [LawForm("value", make: Law.deterministic(_:))]
    ),
    LawEntry(
      "exponential",
      "memoryless times, such as the gaps between independent arrivals",
      "指数分布：无记忆，例如相互独立的到达间隔",
      words: [mean, rate],
      forms: [
        LawForm("mean", make: Law.exponential(mean:)),
        LawForm("rate", make: Law.exponential(rate:)),
      ]
    ),
    LawEntry(
      "uniform",
      "equally likely anywhere from low to high",
      "均匀分布：在最小值与最大值之间等可能",
      words: [low, high],
      forms: [
        LawForm("low", "high", make: Law.uniform(low:high:))
      ]
    ),
    LawEntry(
      "triangular",
      "an expert's lowest, likeliest and highest value",
      "三角分布：专家估计的最小、最可能和最大值",
      words: [low, LawWord("mode", .value), high],
      forms: [
        LawForm("low", "mode", "high", make: Law.triangular(low:mode:high:))
      ]
    ),
    LawEntry(
      "erlang",
      "several memoryless stages in a row; rate and scale are those of one stage",
      "爱尔朗分布：若干个指数阶段相加；rate 与 scale 指单个阶段",
      words: [LawWord("shape", or: ["k"], .plain), mean, rate, scale],
      forms: [
        LawForm("shape", "mean", make: Law.erlang(shape:mean:)),
        LawForm("shape", "rate", make: Law.erlang(shape:rate:)),
        LawForm("shape", "scale", make: Law.erlang(shape:scale:)),
      ]
    ),
    LawEntry(
      "gamma",
      "times with a moderate right tail",
      "伽马分布：右尾适中的时长",
      words: [mean, sd, cv, shape, scale, median, p95],
      forms: [
        LawForm("mean", "sd", make: Law.gamma(mean:sd:)),
        LawForm("mean", "cv", make: Law.gamma(mean:cv:)),
        LawForm("mean", "shape", make: Law.gamma(mean:shape:)),
        LawForm("shape", "scale", make: Law.gamma(shape:scale:)),
        LawForm("median", "p95", make: Law.gamma(median:p95:)),
      ]
    ),
    LawEntry(
      "lognormal",
      "times with a long right tail, such as consultations and lengths of stay",
      "对数正态分布：右尾较长的时长，例如就诊时间和住院日",
      words: [
        mean, sd, cv, LawWord("mu", .logOfValue), LawWord("sigma", .plain), median, p95,
      ],
      forms: [
        LawForm("mean", "sd", make: Law.lognormal(mean:sd:)),
        LawForm("mean", "cv", make: Law.lognormal(mean:cv:)),
        LawForm("mu", "sigma", make: Law.lognormal(mu:sigma:)),
        LawForm("median", "sigma", make: Law.lognormal(median:sigma:)),
        LawForm("median", "p95", make: Law.lognormal(median:p95:)),
      ]
    ),
    LawEntry(
      "weibull",
      "times whose end grows likelier (shape above 1) or less likely (below 1) as they last",
      "韦布尔分布：随持续时间延长，结束的可能性上升（shape 大于 1）或下降（小于 1）",
      words: [mean, sd, cv, scale, shape, median, p95],
      forms: [
        LawForm("mean", "sd", make: Law.weibull(mean:sd:)),
        LawForm("mean", "cv", make: Law.weibull(mean:cv:)),
        LawForm("scale", "shape", make: Law.weibull(scale:shape:)),
        LawForm("median", "p95", make: Law.weibull(median:p95:)),
      ]
    ),
    LawEntry(
      "normal",
      "a bell kept at 0 or more, or within low and high; mean and sd are those before the cut",
      "正态分布：截断在 0 以上或 low 与 high 之间；mean 与 sd 为截断前的值",
      words: [mean, sd, low, high],
      forms: [
        LawForm(["mean", "sd"], optional: ["low", "high"]) { (given) throws(DistributionError) in
          try .normal(
            mean: given["mean"],
            sd: given["sd"],
            low: given["low", or: 0],
            high: given["high", or: .infinity]
          )
        }
      ]
    ),
    LawEntry(
      "normal_unbounded",
      "the whole bell, negative values included",
      "不截断的正态分布，可取负值",
      words: [mean, sd],
      forms: [
        LawForm(["mean", "sd"]) { (given) throws(DistributionError) in
          try .normal(mean: given["mean"], sd: given["sd"], low: -.infinity)
        }
      ]
    ),
  ]
}
