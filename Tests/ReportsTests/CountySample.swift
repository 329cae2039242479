@testable import Experiments

/// A county made by hand: three policies, two years, two replications, two settlements.
enum CountySample {
  /// What a hostile file may hold in any text.
  static let hostile = "</script><b>{{7*7}}\"\u{301} onmouseover=x '\u{301}"

  /// A table; `title` names the second policy wherever texts come from files.
  static func table(title: String = "一揽子政策", replications: Int = 2) -> OutcomeTable {
    OutcomeTable(
      schema: OutcomeTable.currentSchema,
      study: study(replications),
      policies: policies(title),
      years: [2026, 2027],
      quarters: [2026, 2027].flatMap { year in
        (1...4).map { QuarterTable(year: year, quarter: $0, days: 91) }
      },
      measures: measures,
      annual: readings(replications) { [$0, $0 + 0.01] },
      quarterly: readings(replications) { value in (0..<8).map { value + 0.001 * Double($0) } },
      identities: Array(
        repeating: Array(repeating: identities, count: replications),
        count: 3
      ),
      shadows: [[], [], []],
      fingerprints: Array(repeating: Array(repeating: "00ff", count: replications), count: 3),
      events: Array(repeating: Array(repeating: 10, count: replications), count: 3),
      counties: [],
      targets: targets(title),
      map: map(title),
      sources: [
        SourceTable(
          path: "geography.residents",
          zh: "常住人口",
          en: "Residents",
          value: "8000",
          standing: "fact",
          id: "P-16",
          source: "census"
        ),
        SourceTable(
          path: "clinics.hours",
          zh: nil,
          en: nil,
          value: title,
          standing: "assumed",
          id: nil,
          source: title
        ),
      ],
      fit: nil,
      manifest: manifest(replications)
    )
  }

  private static func study(_ replications: Int) -> StudyTable {
    StudyTable(
      id: "tiny",
      zh: "小县",
      en: "Tiny",
      note: "合成县域 || Synthetic county",
      countyZh: "甲县",
      countyEn: "A County",
      residents: 8000,
      start: "2026-01-01",
      end: "2028-01-01",
      warmUpDays: 56,
      replications: replications,
      seed: 1
    )
  }

  private static func policies(_ title: String) -> [PolicyTable] {
    let lever = SettingTable(
      path: "finance.unreferredPenalty",
      zh: "报销下降百分点",
      en: "Points off",
      plan: ["LYG-67"],
      unit: "points",
      neutral: 0,
      level: 20,
      start: "2026-07-01",
      rampDays: 0,
      end: nil
    )
    return [
      PolicyTable(id: "baseline", zh: "现状", en: "Baseline", plan: [], note: "", settings: []),
      PolicyTable(
        id: "package",
        zh: title,
        en: title,
        plan: ["LYG-67"],
        note: "",
        settings: [lever]
      ),
      PolicyTable(
        id: "stations",
        zh: "增设站点",
        en: "Stations",
        plan: ["BZ-31"],
        note: "借用巴中方案 || Borrowed from Bazhong",
        settings: []
      ),
    ]
  }

  private static let measures = [
    measure("visits.grassrootsShare", "基层就诊率", "Grassroots visit share", "share"),
    measure("beds.occupancy.county", "县级病床使用率", "Bed occupancy, county", "share"),
    measure("wait.county", "县级门诊候诊", "Mean wait, county", "minutes"),
    measure("fund.perResident", "人均基金支出", "Payments per resident", "yuan"),
  ]

  private static func measure(
    _ id: String,
    _ zh: String,
    _ en: String,
    _ unit: String
  ) -> MeasureTable {
    MeasureTable(
      id: id,
      zh: zh,
      en: en,
      unit: unit,
      better: "higher",
      means: "One over another",
      source: "U-07",
      version: 1
    )
  }

  /// By policy, replication and measure; the third policy does exactly what the baseline does.
  private static func readings(
    _ replications: Int,
    _ course: (Double) -> [Double]
  ) -> [[[[Double?]]]] {
    [0.0, 0.04, 0.0].map { gain in
      (0..<replications).map { replication in
        [0.631, 0.86, 18.5, 912.34].map { start in
          course(DecimalText.rounded(start * (1 + gain) + 0.000123 * Double(replication)))
            .map { DecimalText.rounded($0) }
        }
      }
    }
  }

  private static let identities = [
    IdentityTable(id: "patients", zh: "病人守恒", en: "Patients", left: 5, right: 5),
    IdentityTable(id: "money", zh: "资金守恒", en: "Money", left: 7, right: 6),
  ]

  private static func targets(_ title: String) -> [Target] {
    [
      Target(
        id: "grassroots",
        measure: "visits.grassrootsShare",
        zh: "基层就诊率达到70%",
        en: "Grassroots visit share reaches 70 %",
        plan: ["LYG-01"],
        sense: .atLeast,
        value: 0.7,
        year: 2027,
        kind: .reach
      ),
      Target(
        id: "late",
        measure: "beds.occupancy.county",
        zh: title,
        en: title,
        plan: [],
        sense: .atMost,
        value: 0.9,
        year: 2030,
        kind: .keep
      ),
    ]
  }

  private static func map(_ title: String) -> MapTable {
    func settlement(_ place: Int, _ setting: String, _ minutes: [Double]) -> SettlementTable {
      let year = SettlementYearTable(
        visits: 100,
        grassroots: 60,
        unmet: 5,
        calls: 10,
        inTime: 8,
        response: 12
      )
      return SettlementTable(
        id: "S\(place)",
        zh: title,
        en: title,
        town: 0,
        x: Double(place),
        y: 2,
        residents: 4000,
        setting: setting,
        physiciansReached: 8,
        stationMinutes: minutes,
        years: Array(repeating: [year, year], count: 3)
      )
    }
    return MapTable(
      borders: [[[-1, 0], [3, 0], [3, 4]]],
      towns: [TownTable(zh: "甲镇", en: "A Town", kind: "town", x: 0, y: 2)],
      settlements: [
        settlement(0, "urban", [15, 15, 15]), settlement(1, "rural", [31, 31, 30]),
      ],
      roads: [RoadTable(a: 0, b: 1, kind: "countyRoad")],
      facilities: [
        FacilityTable(
          id: "C1",
          zh: "县人民医院",
          en: "County hospital",
          kind: "countyGeneral",
          tier: "county",
          settlement: 0,
          x: 0,
          y: 2
        )
      ],
      stations: [
        StationTable(id: "AS-1", zh: "急救站", en: "Station", x: 0, y: 2, policies: [0, 1, 2])
      ],
      staticCircle: [[1, 0, 0.5], [1, 0, 0.5], [1, 1, 1]]
    )
  }

  private static func manifest(_ replications: Int) -> Manifest.Contract {
    Manifest.Contract(
      schema: Manifest.Contract.currentSchema,
      study: "tiny",
      program: "0",
      model: "0",
      swift: "6.3",
      gsl: "2.7",
      libc: "2.36",
      cpuFeatureClass: "x86-64-v3",
      seed: 1,
      replications: replications,
      policies: ["baseline", "package", "stations"],
      start: "2026-01-01",
      end: "2028-01-01",
      warmUpDays: 56,
      files: []
    )
  }
}
