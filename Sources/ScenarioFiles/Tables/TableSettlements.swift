internal import Geography

/// The settlements that other tables refer to, in the order of the map.
struct TableSettlements {
  let ids: TableIDs
  private let positions: [Point]

  init(_ settlements: [KnownSettlement]) {
    ids = TableIDs(settlements.map(\.id))
    positions = settlements.map(\.position)
  }

  init(_ settlements: [Settlement]) {
    ids = TableIDs(settlements.map(\.id))
    positions = settlements.map(\.position)
  }

  /// How many there are.
  var count: Int { positions.count }

  /// Kilometres between two of them as the crow flies.
  func distance(from one: Int, to other: Int) -> Double {
    positions[one].distance(to: positions[other])
  }

  /// The settlement nearest to a place as the crow flies; the first of equals.
  func nearest(to place: Point) -> Int? {
    positions.indices.min { positions[$0].distance(to: place) < positions[$1].distance(to: place) }
  }
}
