/// What the population department counts.
extension Count {
  /// Needs, lanes by severity.
  static var needs: Count { Count(.population, 0) }
  /// Residents times days.
  static var residentDays: Count { Count(.population, 1) }
}

extension Population {
  static let measures: [Measure] = [
    Measure(
      "visits.perResident",
      zh: "居民年人均诊疗次数",
      en: "Visits per resident and year",
      unit: .ratio,
      better: .neutral,
      means: "All visits of residents / residents, per year",
      source: "U-01",
      formula: .ratio([Series(.visits)], over: [Series(.residentDays)], times: 365.25)
    )
  ]
}
