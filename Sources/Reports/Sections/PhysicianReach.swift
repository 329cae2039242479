internal import Experiments

/// Access to physicians by town, under the table of circles.
extension Edition {
  /// A line for every town; nothing in tables of earlier versions, which did not count it.
  var reach: [Slots] {
    let map = outcome.map
    guard map.settlements.contains(where: { $0.physiciansReached != nil }) else { return [] }
    let rows = map.towns.indices.compactMap { town in
      reachRow(
        written(zh: map.towns[town].zh, en: map.towns[town].en),
        map.settlements.filter { $0.town == town }
      )
    }
    let county = reachRow(text("page.all"), map.settlements).map { [$0] } ?? []
    return [["rows": rows + county]]
  }

  private func reachRow(_ name: String, _ homes: [SettlementTable]) -> Slots? {
    let known = homes.compactMap { home in home.physiciansReached.map { (home, $0) } }
    let residents = known.reduce(0) { $0 + $1.0.residents }
    guard let least = known.min(by: { $0.1 < $1.1 }), residents > 0 else { return nil }
    let sum = known.reduce(0) { $0 + Double($1.0.residents) * $1.1 }
    return [
      "town": name,
      "residents": Rounding.fixed(Double(residents), decimals: 0),
      "mean": Rounding.fixed(sum / Double(residents), decimals: 2),
      "least": Rounding.fixed(least.1, decimals: 2),
      "where": written(zh: least.0.zh, en: least.0.en),
    ]
  }
}
