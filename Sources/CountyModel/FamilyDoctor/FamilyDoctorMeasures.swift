extension Count {
  /// Contract rate in force, per ten thousand: lane 0 general population, lane 1 key groups.
  static var contractRate: Count { Count(.familyDoctor, 0) }
}

extension FamilyDoctors {
  static let measures: [Measure] = [
    Measure(
      "contracts.general",
      zh: "一般人群签约率",
      en: "Contract rate, general population",
      unit: .share,
      better: .higher,
      means: "Contracted / residents outside the key groups",
      source: "LYG-37",
      formula: .level(Series(.contractRate, [0]), times: 1e-4)
    ),
    Measure(
      "contracts.key",
      zh: "重点人群签约率",
      en: "Contract rate, key groups",
      unit: .share,
      better: .higher,
      means: "Contracted / residents in the key groups",
      source: "LYG-38",
      formula: .level(Series(.contractRate, [1]), times: 1e-4)
    ),
  ]
}
