internal import CountyModel
internal import Geography

extension SettlementTable {
  /// A settlement with its readings by policy, averaged over replications.
  init(
    on part: CountyOnMap,
    place: Int,
    physiciansReached: Double,
    readings: [[Readings]]
  ) {
    let settlement = part.county.map.settlements[place]
    let position = part.position(ofSettlement: place)
    let row = part.firstSettlement + place
    self.init(
      id: settlement.id,
      zh: settlement.name,
      en: settlement.nameEn,
      town: part.firstTown + settlement.town,
      x: position[0],
      y: position[1],
      residents: settlement.residents,
      setting: "\(settlement.setting)",
      physiciansReached: DecimalText.rounded(physiciansReached),
      stationMinutes: readings.map { DecimalText.rounded($0[0].stationMinutes[row]) },
      years: readings.map { policy in
        policy[0].years.indices.map { year in
          SettlementYearTable(averaging: policy.map { $0.settlements[row][year] })
        }
      }
    )
  }
}

extension SettlementYearTable {
  /// The mean over replications of one settlement's year.
  init(averaging runs: [Readings.SettlementYear]) {
    func mean(_ count: (Readings.SettlementYear) -> Int) -> Double {
      DecimalText.rounded(Double(runs.reduce(0) { $0 + count($1) }) / Double(runs.count))
    }
    let calls = runs.reduce(0) { $0 + $1.calls }
    let minutes = runs.reduce(0) { $0 + $1.responseMinutes }
    self.init(
      visits: mean(\.visits),
      grassroots: mean(\.grassrootsVisits),
      unmet: mean(\.unmet),
      calls: mean(\.calls),
      inTime: mean(\.callsInTime),
      response: calls > 0 ? DecimalText.rounded(minutes / Double(calls)) : nil
    )
  }
}
