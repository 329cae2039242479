extension Count {
  /// Physicians posted to townships now: lane 0 from the county, lane 1 from the city.
  static var posted: Count { Count(.workforce, 0) }
}

extension Workforce {
  static let measures: [Measure] = [
    Measure(
      "workforce.posted",
      zh: "派驻乡镇医师数",
      en: "Physicians posted to townships",
      unit: .ratio,
      better: .neutral,
      means: "Full-time equivalents posted at the end of the period",
      source: "LYG-60, LYG-61",
      formula: .level(Series(.posted), times: 1)
    )
  ]
}
