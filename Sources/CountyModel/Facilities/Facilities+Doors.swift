import Engine
import Geography

/// Facilities that open, close, move, merge, and villages that others look after.
extension Facilities {
  /// Opens and closes; returns whether others are open than yesterday.
  ///
  /// The staff of a facility that closes for good is not the county's to give away; that of a village
  /// clinic that merges works on in the nearest other, and that of one that moves moves along.
  func openDoors(_ day: Int, in world: inout World) -> Bool {
    var open = world.facilities.kinds.indices.map { $0 < world.facilities.firstSite }
    for row in pull.closed.taken(onDay: day) { open[row] = false }
    var successor = open.indices.map(FacilityID.init(row:))
    for site in pull.opened.taken(onDay: day) {
      open[site] = true
      guard site >= world.facilities.firstSite else { continue }
      for old in replaced[site - world.facilities.firstSite] {
        open[old] = false
        successor[old] = FacilityID(row: site)
      }
    }
    world.notices.services.successor = successor
    merge(day, &open, in: &world)
    defer { world.notices.services.open = open }
    return open != world.notices.services.open
  }

  /// Merges village clinics: the doctor works in the nearest other that stays, and where there are
  /// rounds a team of the township holds a session on some days of the week.
  private func merge(_ day: Int, _ open: inout [Bool], in world: inout World) {
    let merged = pull.merged.taken(onDay: day).filter { open[$0] }
    for row in merged { open[row] = false }
    for row in merged {
      if let other = nearest(to: row, among: orders.villages, open, on: world.map) {
        world.notices.services.physicians[other] += physicians(at: row, in: world)
      }
      world.notices.services.physicians[row] -= physicians(at: row, in: world)
      // A team's days fall evenly over the week, and not on the same ones everywhere.
      let days = pull.roving.number(at: row, onDay: day)
      let turn = (world.today.weekday + row) % 7
      let isDue =
        (Double(turn + 1) * days / 7).rounded(.down) > (Double(turn) * days / 7).rounded(.down)
      guard isDue, let home = nearest(to: row, among: orders.centres, open, on: world.map),
        sends(home, in: &world)
      else { continue }
      open[row] = true
      world.notices.services.physicians[row] += 1
      world.ledger.add(.rounds)
    }
  }

  /// Doctors whom a township sends to village clinics, and clinics that it runs.
  ///
  /// The smallest clinics come first; where the township has nobody left to send, the village stays
  /// as it is.
  func staffVillages(_ day: Int, in world: inout World) {
    let open = world.notices.services.open
    for row in pull.posted.taken(onDay: day) where open[row] {
      guard let home = nearest(to: row, among: orders.centres, open, on: world.map),
        sends(home, in: &world)
      else { continue }
      world.ledger.add(.doctorDays)
      world.notices.services.shift[row] += inputs.postedShift * appeal(onDay: day)
      for severity in Severity.allCases {
        world.notices.services.add(
          uplift: inputs.postedUplift[severity.index],
          at: FacilityID(row: row),
          severity
        )
      }
    }
    world.notices.services.standInCost = inputs.postedCost
    for row in pull.villageRun.taken(onDay: day) where open[row] {
      let home = nearest(to: row, among: orders.centres, open, on: world.map)
      world.notices.services.standIn[row] = home.map(FacilityID.init(row:))
      world.notices.services.drugs[row] = home == nil ? 0 : inputs.runDrugs
    }
  }

  /// Lends one doctor of a centre, unless it would keep too few of its own.
  private func sends(_ centre: Int, in world: inout World) -> Bool {
    let lent = world.notices.services.physicians[centre] - inputs.postedCost
    let most = (1 - inputs.centreKeeps) * physicians(at: centre, in: world)
    guard -lent <= most else { return false }
    world.notices.services.physicians[centre] = lent
    return true
  }

  private func physicians(at row: Int, in world: borrowing World) -> Double {
    world.facilities.clinic(at: FacilityID(row: row), for: 0)
      .map { world.facilities.clinics[$0.row].physicians } ?? 0
  }

  private func nearest(
    to row: Int,
    among order: [Int],
    _ open: [Bool],
    on map: CountyMap
  ) -> Int? {
    let place = map.facilities[row].settlement
    return order.filter { open[$0] && $0 != row }.min {
      map.patientMinutes(from: place, toFacility: $0)
        < map.patientMinutes(from: place, toFacility: $1)
    }
  }
}
