/// What a store keeps row by row, and what is left of a table without it.
extension OutcomeTable {
  /// The numbers of a table.
  public struct Numbers: Sendable {
    /// Value by policy, replication, measure and year.
    public var annual: [[[[Double?]]]]
    /// Value by policy, replication, measure and quarter.
    public var quarterly: [[[[Double?]]]]
    /// Value by county, policy, replication, measure and year.
    public var counties: [[[[[Double?]]]]]
    /// Exact identities by policy and replication.
    public var identities: [[[IdentityTable]]]
    /// Hash of the event log by policy and replication.
    public var fingerprints: [[String]]
    /// Events handled by policy and replication.
    public var events: [[UInt64]]
    /// What happened by settlement, policy and year.
    public var settlements: [[[SettlementYearTable]]]
    /// Where the figures of the county came from.
    public var sources: [SourceTable]

    /// Numbers from their parts.
    public init(
      annual: [[[[Double?]]]],
      quarterly: [[[[Double?]]]],
      counties: [[[[[Double?]]]]],
      identities: [[[IdentityTable]]],
      fingerprints: [[String]],
      events: [[UInt64]],
      settlements: [[[SettlementYearTable]]],
      sources: [SourceTable]
    ) {
      self.annual = annual
      self.quarterly = quarterly
      self.counties = counties
      self.identities = identities
      self.fingerprints = fingerprints
      self.events = events
      self.settlements = settlements
      self.sources = sources
    }
  }

  /// The numbers of this table.
  public var numbers: Numbers {
    Numbers(
      annual: annual,
      quarterly: quarterly,
      counties: counties.map(\.annual),
      identities: identities,
      fingerprints: fingerprints,
      events: events,
      settlements: map.settlements.map(\.years),
      sources: sources
    )
  }

  /// The table without its numbers: what was compared, by which measures, on which map.
  public var outline: OutcomeTable {
    with(
      Numbers(
        annual: [],
        quarterly: [],
        counties: counties.map { _ in [] },
        identities: [],
        fingerprints: [],
        events: [],
        settlements: map.settlements.map { _ in [] },
        sources: []
      )
    )
  }

  /// The table with other numbers.
  ///
  /// - Parameters:
  ///   - numbers: The numbers; of as many counties and settlements as are in this table.
  ///   - replications: Of each policy, where some were lost; `nil` leaves the study's own.
  /// - Returns: The changed table.
  public func with(_ numbers: Numbers, replications: Int? = nil) -> OutcomeTable {
    precondition(numbers.counties.count == counties.count, "every county has its numbers")
    precondition(numbers.settlements.count == map.settlements.count, "so has every settlement")
    return OutcomeTable(
      schema: schema,
      study: study.with(replications: replications ?? study.replications),
      policies: policies,
      years: years,
      quarters: quarters,
      measures: measures,
      annual: numbers.annual,
      quarterly: numbers.quarterly,
      // Where replications were lost it is not known which.
      months: replications ?? study.replications == study.replications ? months : nil,
      identities: numbers.identities,
      shadows: shadows,
      fingerprints: numbers.fingerprints,
      events: numbers.events,
      counties: zip(counties, numbers.counties).map { county, annual in
        CountyTable(zh: county.zh, en: county.en, residents: county.residents, annual: annual)
      },
      targets: targets,
      map: map.with(settlementYears: numbers.settlements),
      sources: numbers.sources,
      fit: fit,
      manifest: manifest
    )
  }
}

extension StudyTable {
  fileprivate func with(replications: Int) -> StudyTable {
    StudyTable(
      id: id,
      zh: zh,
      en: en,
      note: note,
      countyZh: countyZh,
      countyEn: countyEn,
      residents: residents,
      start: start,
      end: end,
      warmUpDays: warmUpDays,
      replications: replications,
      seed: seed
    )
  }
}

extension MapTable {
  /// The map with other numbers of its settlements.
  fileprivate func with(settlementYears: [[[SettlementYearTable]]]) -> MapTable {
    MapTable(
      borders: borders,
      towns: towns,
      settlements: zip(settlements, settlementYears).map { $0.with(years: $1) },
      roads: roads,
      facilities: facilities,
      stations: stations,
      staticCircle: staticCircle
    )
  }
}

extension SettlementTable {
  fileprivate func with(years: [[SettlementYearTable]]) -> SettlementTable {
    SettlementTable(
      id: id,
      zh: zh,
      en: en,
      town: town,
      x: x,
      y: y,
      residents: residents,
      setting: setting,
      physiciansReached: physiciansReached,
      stationMinutes: stationMinutes,
      years: years
    )
  }
}
