/// Laws given as lists, by name.
extension LawEntry {
  private static let values = LawWord("values", .value, shape: .list)
  private static let weights = LawWord("weights", .plain, shape: .list)
  private static let probabilities = LawWord("probabilities", .plain, shape: .list)

  static let lists: [LawEntry] = [
    LawEntry(
      "empirical",
      "one of the observed values",
      "经验分布：从观测值中抽取",
      words: [values, weights],
      forms: [
        LawForm(["values"], optional: ["weights"]) { (given) throws(DistributionError) in
          try .empirical(values: given.list("values"), weights: given.optionalList("weights"))
        }
      ]
    ),
    LawEntry(
      "quantiles",
      "straight lines through known quantiles, from probability 0 to 1",
      "分位数：已知分位数之间线性插值，概率从 0 到 1",
      words: [probabilities, values],
      forms: [
        LawForm(["probabilities", "values"]) { (given) throws(DistributionError) in
          try .quantiles(
            probabilities: given.list("probabilities"),
            values: given.list("values")
          )
        }
      ]
    ),
    LawEntry(
      "discrete",
      "one of several whole numbers",
      "离散分布：若干整数之一",
      words: [values, weights, probabilities],
      forms: [
        LawForm(["values", "weights"]) { (given) throws(DistributionError) in
          try .discrete(values: given.list("values"), weights: given.list("weights"))
        },
        LawForm(["values", "probabilities"]) { (given) throws(DistributionError) in
          try .discrete(
            values: given.list("values"),
            probabilities: given.list("probabilities")
          )
        },
      ]
    ),
    LawEntry(
      "mixture",
      "one of several laws, chosen by weight for each draw",
      "混合分布：每次按权重从若干分布中选一个",
      words: [LawWord("parts", .plain, shape: .parts)],
      forms: [
        LawForm(["parts"]) { (given) throws(DistributionError) in
          try .mixture(given.laws())
        }
      ]
    ),
  ]
}
