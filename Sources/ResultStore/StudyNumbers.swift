internal import Experiments

/// The numbers of a study as they are read from the store, row by row.
struct StudyNumbers {
  private(set) var numbers: OutcomeTable.Numbers
  private let replications: Int
  /// Readings still expected, by policy and replication; `nil` for a run that is not there.
  private var expected: [[Int?]]
  private let countyPlaces: [String: Int]
  private let yearPlaces: [Int: Int]
  private let quarterPlaces: [Int: Int]

  /// Room for the numbers of a study.
  init(_ outline: OutcomeTable) {
    let (policies, runs) = (outline.policies.count, outline.study.replications)
    replications = runs
    func room<Value>(_ value: Value) -> [[Value]] {
      Array(repeating: Array(repeating: value, count: runs), count: policies)
    }
    func values(_ periods: Int) -> [[Double?]] {
      Array(repeating: Array(repeating: nil, count: periods), count: outline.measures.count)
    }
    expected = room(nil)
    let annual = room(values(outline.years.count))
    let nothing = SettlementYearTable(
      visits: 0,
      grassroots: 0,
      unmet: 0,
      calls: 0,
      inTime: 0,
      response: nil
    )
    let years = Array(repeating: nothing, count: outline.years.count)
    numbers = OutcomeTable.Numbers(
      annual: annual,
      quarterly: room(values(outline.quarters.count)),
      counties: outline.counties.map { _ in annual },
      identities: room([]),
      fingerprints: room(""),
      events: room(0),
      settlements: outline.map.settlements.map { _ in Array(repeating: years, count: policies) },
      sources: []
    )
    countyPlaces = Dictionary(
      outline.counties.enumerated().map { ($1.en, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    yearPlaces = Dictionary(
      outline.years.enumerated().map { (Int(Period.year($1).number), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    quarterPlaces = Dictionary(
      outline.quarters.enumerated().map {
        (Int(Period.quarter(year: $1.year, $1.quarter).number), $0)
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Reads all tables that a report needs.
  mutating func fill(from reader: RowReader) throws {
    try reader.each(of: StoreSchema.replications) { try takeRun($0) }
    try reader.each(of: StoreSchema.readings) { try takeReading($0) }
    try reader.each(of: StoreSchema.identities) { row in
      let (policy, run) = try place(ofTask: row[0])
      numbers.identities[policy][run].append(
        IdentityTable(
          id: try row[2].text(),
          zh: try row[3].text(),
          en: try row[4].text(),
          left: Int64(try row[5].whole()),
          right: Int64(try row[6].whole())
        )
      )
    }
    try reader.each(of: StoreSchema.settlements) { try takeSettlement($0) }
    try reader.each(of: StoreSchema.sources) { row in
      numbers.sources.append(
        SourceTable(
          path: try row[1].text(),
          zh: try row[2].textOrNothing(),
          en: try row[3].textOrNothing(),
          value: try row[4].text(),
          standing: try row[5].text(),
          id: try row[6].textOrNothing(),
          source: try row[7].text()
        )
      )
    }
  }

  /// Replications of which every policy has every reading.
  var wholeReplications: [Int] {
    (0..<replications).filter { run in expected.allSatisfy { $0[run] == 0 } }
  }

  /// The numbers of some replications.
  func keeping(_ runs: [Int]) -> OutcomeTable.Numbers {
    func kept<Value>(_ values: [[Value]]) -> [[Value]] {
      values.map { row in runs.map { row[$0] } }
    }
    return OutcomeTable.Numbers(
      annual: kept(numbers.annual),
      quarterly: kept(numbers.quarterly),
      counties: numbers.counties.map { kept($0) },
      identities: kept(numbers.identities),
      fingerprints: kept(numbers.fingerprints),
      events: kept(numbers.events),
      settlements: numbers.settlements,
      sources: numbers.sources
    )
  }

  private func place(ofTask cell: Cell) throws -> (policy: Int, run: Int) {
    let (policy, run) = try cell.whole().quotientAndRemainder(dividingBy: replications)
    guard numbers.events.indices.contains(policy) else { throw WrongCell() }
    return (policy, run)
  }

  private mutating func takeRun(_ row: [Cell]) throws {
    let (policy, run) = try place(ofTask: row[0])
    numbers.events[policy][run] = UInt64(bitPattern: Int64(try row[6].whole()))
    numbers.fingerprints[policy][run] = try row[7].text()
    expected[policy][run] = try row[9].whole()
  }

  private mutating func takeReading(_ row: [Cell]) throws {
    let (policy, run) = try place(ofTask: row[0])
    let (measure, period, value) = (try row[1].whole(), try row[4].whole(), try row[7].real())
    guard numbers.annual[policy][run].indices.contains(measure) else { throw WrongCell() }
    expected[policy][run]? -= 1
    let place = try row[2].text()
    if let quarter = quarterPlaces[period], place.isEmpty {
      numbers.quarterly[policy][run][measure][quarter] = value
    }
    guard let year = yearPlaces[period] else { return }
    if place.isEmpty {
      numbers.annual[policy][run][measure][year] = value
    } else if let county = countyPlaces[place] {
      numbers.counties[county][policy][run][measure][year] = value
    }
  }

  private mutating func takeSettlement(_ row: [Cell]) throws {
    let (policy, place) = (try row[0].whole(), try row[1].whole())
    let year = yearPlaces[Int(Period.year(try row[2].whole()).number)]
    guard let year, numbers.settlements.indices.contains(place),
      numbers.settlements[place].indices.contains(policy)
    else { throw WrongCell() }
    numbers.settlements[place][policy][year] = SettlementYearTable(
      visits: try row[4].real(),
      grassroots: try row[5].real(),
      unmet: try row[6].real(),
      calls: try row[7].real(),
      inTime: try row[8].real(),
      response: try row[9].realOrNothing()
    )
  }
}
