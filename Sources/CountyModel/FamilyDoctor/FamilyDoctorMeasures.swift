import Geography

extension Count {
  /// Contract rate in force, per ten thousand: lane 0 general population, lane 1 key groups.
  static var contractRate: Count { Count(.familyDoctor, 0) }
  /// Visits without a contract, those of festival visitors among them, lanes by kind; the others are
  /// `contractedVisits`.
  static var uncontractedVisits: Count { Count(.familyDoctor, 1) }
  /// Share of the contracts that the teams can honour, per ten thousand.
  static var contractsServed: Count { Count(.familyDoctor, 2) }
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
      formula: .level(Series(.contractRate, [0]), times: 1e-4, .rate)
    ),
    Measure(
      "contracts.key",
      zh: "重点人群签约率",
      en: "Contract rate, key groups",
      unit: .share,
      better: .higher,
      means: "Contracted / residents in the key groups",
      source: "LYG-38",
      formula: .level(Series(.contractRate, [1]), times: 1e-4, .rate)
    ),
    Measure(
      "contracts.served",
      zh: "团队可承担的签约占比",
      en: "Contracts that the teams can honour",
      unit: .share,
      better: .higher,
      means: "Contracts within the teams' capacity / all contracts",
      formula: .level(Series(.contractsServed), times: 1e-4, .rate)
    ),
    Measure(
      "visits.uncontractedGrassrootsShare",
      zh: "未签约者基层就诊率",
      en: "Grassroots visit share of the uncontracted",
      unit: .share,
      better: .higher,
      means: "The grassroots visit share, of visits by people without a family-doctor contract; "
        + "festival visitors have none",
      source: "B-23",
      formula: .ratio(
        [Series(.uncontractedVisits, FacilityKind.grassrootsLanes)],
        over: [Series(.uncontractedVisits, FacilityKind.countyLanes)],
        times: 1
      )
    ),
  ]
}
