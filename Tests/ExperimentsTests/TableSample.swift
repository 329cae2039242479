@testable import Experiments

/// A small table made by hand: a baseline and one policy, two years, grassroots share only.
enum TableSample {
  static func table(
    baseline: [[Double?]],
    policy: [[Double?]],
    target: Target
  ) -> OutcomeTable {
    func byQuarter(_ years: [Double?]) -> [Double?] {
      years.flatMap { Array(repeating: $0, count: 4) }
    }
    return table(
      years: [2024, 2025],
      annual: [baseline, policy],
      quarterly: [baseline, policy].map { $0.map(byQuarter) },
      targets: [target]
    )
  }

  /// A table by quarter, by replication, of a baseline that has no other policy beside it.
  static func quarterly(_ baseline: [[Double?]], firstYear: Int) -> OutcomeTable {
    let count = baseline[0].count / 4
    return table(
      years: Array(firstYear..<firstYear + count),
      annual: [baseline.map { run in (0..<count).map { run[4 * $0] } }],
      quarterly: [baseline],
      targets: []
    )
  }

  /// By policy, replication and period.
  private static func table(
    years: [Int],
    annual: [[[Double?]]],
    quarterly: [[[Double?]]],
    targets: [Target]
  ) -> OutcomeTable {
    let (policies, replications) = (annual.count, annual[0].count)
    let measure = MeasureTable(
      id: "visits.grassrootsShare",
      zh: "基层就诊率",
      en: "Grassroots share",
      unit: "share",
      better: "higher",
      means: "",
      source: "",
      version: 1
    )
    let quarters = years.flatMap { year in
      (1...4).map { QuarterTable(year: year, quarter: $0, days: 91) }
    }
    let holds = IdentityTable(id: "patients", zh: "病人", en: "Patients", left: 5, right: 5)
    return OutcomeTable(
      schema: OutcomeTable.currentSchema,
      study: StudyTable(
        id: "tiny",
        zh: "小",
        en: "Tiny",
        note: "",
        countyZh: "甲",
        countyEn: "A",
        residents: 1000,
        start: "2024-01-01",
        end: "2026-01-01",
        warmUpDays: 0,
        replications: replications,
        seed: 1
      ),
      policies: ["baseline", "package"].prefix(policies).map {
        PolicyTable(id: $0, zh: $0, en: $0, plan: [], note: "", settings: [])
      },
      years: years,
      quarters: quarters,
      measures: [measure],
      annual: annual.map { $0.map { [$0] } },
      quarterly: quarterly.map { $0.map { [$0] } },
      identities: Array(
        repeating: Array(repeating: [holds], count: replications),
        count: policies
      ),
      shadows: Array(repeating: [], count: policies),
      fingerprints: Array(
        repeating: Array(repeating: "a", count: replications),
        count: policies
      ),
      events: Array(repeating: Array(repeating: 10, count: replications), count: policies),
      counties: [],
      targets: targets,
      map: MapTable(
        borders: [],
        towns: [],
        settlements: [],
        roads: [],
        facilities: [],
        stations: [],
        staticCircle: []
      ),
      sources: [],
      fit: nil,
      manifest: contract(of: "tiny")
    )
  }

  static func contract(
    of study: String,
    seed: UInt64 = 1,
    replications: Int = 2,
    policies: [String] = ["baseline", "package"],
    files: [InputFile] = []
  ) -> Manifest.Contract {
    Manifest.Contract(
      schema: Manifest.Contract.currentSchema,
      study: study,
      program: "0",
      model: "0",
      swift: "6.3",
      gsl: "2.7",
      libc: "2.36",
      cpuFeatureClass: "x86-64-v3",
      seed: seed,
      replications: replications,
      policies: policies,
      start: "2024-01-01",
      end: "2026-01-01",
      warmUpDays: 0,
      files: files
    )
  }

  static func target(
    _ value: Double,
    by year: Int = 2025,
    _ sense: Target.Sense = .atLeast,
    _ kind: Target.Kind = .reach
  ) -> Target {
    Target(
      id: "grassroots",
      measure: "visits.grassrootsShare",
      zh: "",
      en: "",
      plan: ["LYG-01"],
      sense: sense,
      value: value,
      year: year,
      kind: kind
    )
  }
}
