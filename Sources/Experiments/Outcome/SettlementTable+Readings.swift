internal import CountyModel
internal import Geography

extension SettlementTable {
  /// A settlement with its readings by policy, averaged over replications.
  init(of settlement: Settlement, place: Int, readings: [[Readings]]) {
    self.init(
      id: settlement.id,
      zh: settlement.name,
      en: settlement.nameEn,
      town: settlement.town,
      x: DecimalText.rounded(settlement.position.x),
      y: DecimalText.rounded(settlement.position.y),
      residents: settlement.residents,
      setting: "\(settlement.setting)",
      stationMinutes: readings.map { DecimalText.rounded($0[0].stationMinutes[place]) },
      years: readings.map { policy in
        policy[0].years.indices.map { year in
          SettlementYearTable(averaging: policy.map { $0.settlements[place][year] })
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
