internal import Experiments

extension NetworkText {
  /// How many were present at the moments asked for.
  static func observations(_ table: NetworkTable, _ words: NetworkWords) -> String? {
    let moments = table.items(of: "presentAt", at: .network)
    guard !moments.isEmpty else { return nil }
    var text = TextTable([(words.presentAt, .left)] + moments.map { ($0, .right) })
    let places = table.nodes.map { ($0, NetworkQuantity.Place.node($0)) }
    for (name, place) in places + [(words.network, .network)] {
      text.add(
        [PlainText.shown(name)]
          + moments.map { moment in
            cell(table[NetworkQuantity(place, nil, "presentAt", item: moment)], true)
          }
      )
    }
    return text.text
  }

  /// Who went where and how far; nothing for a node without units.
  static func dispatch(
    _ node: String,
    _ table: NetworkTable,
    _ words: NetworkWords
  ) -> String? {
    let place = NetworkQuantity.Place.node(node)
    let units = table.items(of: "sentShare", at: place)
    guard !units.isEmpty else { return nil }
    let limits = table.items(of: "withinLimitShare", at: place)
    var text = TextTable(
      [(PlainText.shown(node), .left), (words.travel, .right)]
        + units.map { (PlainText.shown($0), .right) } + limits.map { ("≤\($0)", .right) }
        + [(words.byOther, .right)]
    )
    for zone in table.classes {
      text.add(
        [PlainText.shown(zone), cell(table[NetworkQuantity(place, zone, "meanTravel")], true)]
          + units.map { unit in
            cell(table[NetworkQuantity(place, zone, "sentShare", item: unit)], false)
          } + limits.map { _ in "" } + [""]
      )
    }
    text.add(
      [words.all, cell(table[NetworkQuantity(place, nil, "meanTravel")], true)]
        + units.map { unit in
          cell(table[NetworkQuantity(place, nil, "serverUse", item: unit)], false)
        }
        + limits.map { limit in
          cell(table[NetworkQuantity(place, nil, "withinLimitShare", item: limit)], false)
        } + [cell(table[NetworkQuantity(place, nil, "byOtherShare")], false)]
    )
    return text.text + words.dispatchNote + "\n"
  }
}
