/// Laws of whole numbers by name.
extension LawEntry {
  private static let probability = LawWord("probability", or: ["p"], .plain)

  static let counts: [LawEntry] = [
    LawEntry(
      "geometric",
      "the number of trials up to the first success: 1, 2, 3 …",
      "几何分布：直到首次成功的试验次数（1、2、3……）",
      words: [mean, probability],
      forms: [
        LawForm("mean", make: Law.geometric(mean:)),
        LawForm("probability", make: Law.geometric(probability:)),
      ]
    ),
    LawEntry(
      "poisson",
      "the number of independent rare events",
      "泊松分布：相互独立的稀有事件的个数",
      words: [mean],
      forms: [LawForm("mean", make: Law.poisson(mean:))]
    ),
    LawEntry(
      "binomial",
      "the number of successes in a number of trials",
      "二项分布：若干次试验中成功的次数",
      words: [LawWord("trials", or: ["n"], .plain), probability],
      forms: [
        LawForm("trials", "probability", make: Law.binomial(trials:probability:))
      ]
    ),
    LawEntry(
      "negative_binomial",
      "the number of failures before some successes: counts that spread more than poisson",
      "负二项分布：达到若干次成功前的失败次数，离散程度大于泊松",
      words: [LawWord("successes", or: ["r"], .plain), probability],
      forms: [
        LawForm("successes", "probability", make: Law.negativeBinomial(successes:probability:))
      ]
    ),
  ]
}
