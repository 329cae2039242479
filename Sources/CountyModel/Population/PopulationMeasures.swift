import Geography

/// What the population department counts.
extension Count {
  /// Needs, lanes by severity.
  static var needs: Count { Count(.population, 0) }
  /// Residents times days.
  static var residentDays: Count { Count(.population, 1) }
  /// Births of residents.
  static var births: Count { Count(.population, 2) }
  /// Deaths of residents: lane 0 by age, lane 1 of strokes and infarctions.
  static var deaths: Count { Count(.population, 3) }
  /// Moves: lane 0 away, lane 1 back.
  static var moves: Count { Count(.population, 4) }
  /// Residents now; visitors are none.
  static var population: Count { Count(.population, 5) }
  /// Events that chronic disease brings about: lane 0 strokes, lane 1 infarctions.
  static var chronicEvents: Count { Count(.population, 6) }
  /// People at home for the Spring Festival times days.
  static var visitorDays: Count { Count(.population, 12) }
  /// Needs of them.
  static var visitorNeeds: Count { Count(.population, 13) }
  /// Needs that arise by the rates, those that turn out to be nobody's among them.
  static var needsArisen: Count { Count(.population, 14) }
  /// The same as the rates let expect, before the chance of the days; thousandths.
  static var needsExpected: Count { Count(.population, 15) }
}

extension Population {
  static let measures = headMeasures + incomeMeasures

  private static let headMeasures: [Measure] = [
    Measure(
      "visits.perResident",
      zh: "居民年人均诊疗次数",
      en: "Visits per resident and year",
      unit: .ratio,
      better: .neutral,
      means: "All visits (festival visitors included) / residents, per year",
      source: "U-01",
      formula: .ratio([Series(.visits)], over: [Series(.residentDays)], times: 365.25)
    ),
    Measure(
      "visits.grassrootsPerResident",
      zh: "居民年人均基层诊疗次数",
      en: "Grassroots visits per resident and year",
      unit: .ratio,
      better: .neutral,
      means: "Visits at grassroots facilities (festival visitors included) / residents, per year",
      source: "B-28",
      formula: .ratio(
        [Series(.visits, FacilityKind.grassrootsLanes)],
        over: [Series(.residentDays)],
        times: 365.25
      )
    ),
    Measure(
      "visits.hospitalPerResident",
      zh: "居民年人均医院诊疗次数",
      en: "Hospital visits per resident and year",
      unit: .ratio,
      better: .neutral,
      means: "Visits at hospitals, in and out of the county (festival visitors included) / "
        + "residents, per year",
      source: "B-21",
      formula: .ratio(
        [Series(.visits, FacilityKind.lanes { !$0.isGrassroots })],
        over: [Series(.residentDays)],
        times: 365.25
      )
    ),
    Measure(
      "population.residents",
      zh: "常住人口",
      en: "Residents",
      unit: .ratio,
      better: .neutral,
      means: "Residents present at the end of the period",
      formula: .level(Series(.population), times: 1, .stock)
    ),
    Measure(
      "population.births",
      zh: "出生率（‰）",
      en: "Births per thousand residents",
      unit: .ratio,
      better: .neutral,
      means: "Births / residents, per thousand and year",
      formula: .ratio([Series(.births)], over: [Series(.residentDays)], times: 365_250)
    ),
    Measure(
      "population.deaths",
      zh: "死亡率（‰）",
      en: "Deaths per thousand residents",
      unit: .ratio,
      better: .lower,
      means: "Deaths from all causes / residents, per thousand and year",
      formula: .ratio([Series(.deaths)], over: [Series(.residentDays)], times: 365_250)
    ),
    Measure(
      "population.visitorDays",
      zh: "春节返乡人员在县人日数",
      en: "Person-days at home for the Spring Festival",
      unit: .perYear,
      better: .neutral,
      means: "Person-days at home, from the eve of the Spring Festival to its seventh day, of "
        + "people registered in the county and away for the rest of the year; per year",
      source: "A-18; A-19; A-20",
      formula: .perYear([Series(.visitorDays)], times: 1)
    ),
    Measure(
      "population.visitorNeedShare",
      zh: "春节返乡人员需求占比",
      en: "Needs of those at home for the Spring Festival",
      unit: .share,
      better: .neutral,
      means: "Needs of those who have come home for the festival / all needs, theirs among them",
      formula: .ratio([Series(.visitorNeeds)], over: [Series(.needs)], times: 1)
    ),
    Measure(
      "population.needsOverExpected",
      zh: "发生的需要与期望之比",
      en: "Needs that arose over needs expected",
      unit: .ratio,
      better: .neutral,
      means: "Needs that arise by the rates, before it is known whose they are / those that the "
        + "rates let expect before chance; without surges and refills of the registers. Its "
        + "expectation is 1 under every policy",
      formula: .ratio([Series(.needsArisen)], over: [Series(.needsExpected)], times: 1000)
    ),
    event("stroke", "脑卒中", "Strokes", lane: 0, source: "H-13"),
    event("infarction", "急性心肌梗死", "Infarctions", lane: 1, source: "H-14"),
  ]

  private static func event(
    _ id: String,
    _ zh: String,
    _ en: String,
    lane: Int,
    source: String
  ) -> Measure {
    Measure(
      "chronic.\(id)",
      zh: "每万人\(zh)发生数",
      en: "\(en) per ten thousand residents",
      unit: .ratio,
      better: .lower,
      means: "\(en) (festival visitors included) / residents, per ten thousand and year",
      source: source,
      formula: .ratio(
        [Series(.chronicEvents, [lane])],
        over: [Series(.residentDays)],
        times: 3_652_500
      )
    )
  }
}
