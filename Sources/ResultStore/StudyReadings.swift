internal import CountyModel
internal import Experiments
internal import Geography

/// The readings of one run of a study as rows of the store.
struct StudyReadings {
  private let table: OutcomeTable
  private let policy: Int
  private let replication: Int
  /// Number of the run.
  private let task: Int
  private let readings: Readings
  private(set) var rows: [[Cell]] = []

  /// Every measure of a run; what had nothing to measure has no row.
  ///
  /// Values are those of the table, so that a report drawn from the store is the same; what stands
  /// above and below the line comes from the readings.
  ///
  /// - Throws: `StoreProblem.notFinite`.
  init(
    of outcome: StudyOutcome,
    policy: Int,
    replication: Int,
    _ detail: StudyStore.Detail
  ) throws {
    table = outcome.table
    self.policy = policy
    self.replication = replication
    task = policy * outcome.table.annual[0].count + replication
    readings = outcome.readings[policy][replication]
    for (row, measure) in Measure.all.enumerated() {
      try addWhole(measure, row)
      try addCounties(measure, row, detail)
    }
    if detail == .byPlace { try addSettlements(of: outcome.study) }
  }

  private mutating func addWhole(_ measure: Measure, _ row: Int) throws {
    for (column, year) in table.years.enumerated() {
      try add(
        row,
        table.annual[policy][replication][row][column],
        readings.parts(of: measure, inYear: year),
        over: .year(year)
      )
    }
    for (column, quarter) in table.quarters.enumerated() {
      try add(
        row,
        table.quarterly[policy][replication][row][column],
        readings.parts(of: measure, inQuarter: column),
        over: .quarter(year: quarter.year, quarter.quarter)
      )
    }
    try addMonths(of: readings, measure, row, in: "")
  }

  /// The months are kept in the store alone, so there is no table to take values from.
  private mutating func addMonths(
    of readings: Readings,
    _ measure: Measure,
    _ row: Int,
    in place: String
  ) throws {
    for (column, month) in readings.months.enumerated() {
      guard let parts = readings.parts(of: measure, inMonth: column) else { continue }
      let period = Period.month(year: month.year, month.month)
      try add(row, DecimalText.rounded(parts.value), parts, in: place, over: period)
    }
  }

  private mutating func addCounties(
    _ measure: Measure,
    _ row: Int,
    _ detail: StudyStore.Detail
  ) throws {
    for (county, own) in zip(table.counties, readings.counties) {
      for (column, year) in table.years.enumerated() {
        let value = county.annual[policy][replication][row][column]
        let parts = own.parts(of: measure, inYear: year)
        try add(row, value, parts, in: county.en, over: .year(year))
      }
      guard detail == .byPlace else { continue }
      for (column, quarter) in table.quarters.enumerated() {
        guard let parts = own.parts(of: measure, inQuarter: column) else { continue }
        let period = Period.quarter(year: quarter.year, quarter.quarter)
        try add(row, DecimalText.rounded(parts.value), parts, in: county.en, over: period)
      }
      try addMonths(of: own, measure, row, in: county.en)
    }
  }

  /// The measures that the model keeps for each settlement, by year.
  private mutating func addSettlements(of study: Study) throws {
    let names = study.counties.flatMap { county in
      // Counties of a region may name their settlements alike.
      county.map.settlements.map { study.region == nil ? $0.id : "\(county.en)/\($0.id)" }
    }
    let places = Dictionary(
      uniqueKeysWithValues: table.measures.enumerated().map { ($1.id, $0) }
    )
    for (name, years) in zip(names, readings.settlements) {
      for year in years {
        for share in year.shares {
          guard let row = places[share.measure], share.below > 0 else { continue }
          let value = DecimalText.rounded(Double(share.above) / Double(share.below))
          let parts = Readings.Parts(numerator: share.above, denominator: share.below, value: value)
          try add(row, value, parts, in: name, over: .year(year.year))
        }
      }
    }
  }

  private mutating func add(
    _ measure: Int,
    _ value: Double?,
    _ parts: Readings.Parts?,
    in place: String = "",
    over period: Period
  ) throws {
    guard let value else { return }
    guard value.isFinite else {
      throw StoreProblem.notFinite(
        task: task,
        measure: table.measures[measure].id,
        period: period.label
      )
    }
    rows.append([
      .whole(task), .whole(measure), .text(place), .text(""), .whole(period.number),
      .whole(parts?.numerator), .whole(parts?.denominator), .real(value),
    ])
  }
}

extension Readings.SettlementYear {
  /// The measures that are kept for a settlement, with what stands above and below the line.
  fileprivate var shares: [(measure: String, above: Int64, below: Int64)] {
    [
      ("visits.grassrootsShareResidents", Int64(grassrootsVisits), Int64(visits)),
      ("ems.realised", Int64(callsInTime), Int64(calls)),
    ]
  }
}
