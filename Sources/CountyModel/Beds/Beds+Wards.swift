import Engine
import Geography

extension WardKind {
  /// Where patients of a ward may lie when it is full, nearest in care first.
  var overflow: [WardKind] {
    switch self {
    case .medical: [.care, .surgical]
    case .surgical, .paediatric, .care: [.medical]
    case .obstetric: [.surgical]
    case .intensive: []
    }
  }
}

extension CountyPlan {
  /// The township facility nearest to each settlement.
  func nearestTownship() -> [FacilityID] {
    map.settlements.indices.map { home in
      let nearest = facilities.townships.min {
        map.patientMinutes(from: home, toFacility: $0.row)
          < map.patientMinutes(from: home, toFacility: $1.row)
      }
      return nearest ?? FacilityID(row: 0)
    }
  }
}

extension Beds {
  /// The ward a patient belongs to at the present facility; `nil` when it has no bed at all.
  func ward(for episode: Episode, in world: borrowing World) -> WardID? {
    let own = world.conditions.ward[Int(episode.condition)]
    if let ward = world.facilities.ward(at: episode.facility, own) { return ward }
    for other in overflow[own.index] {
      if let ward = world.facilities.ward(at: episode.facility, other) { return ward }
    }
    return world.facilities.ward(at: episode.facility, .medical)
  }

  /// The own ward if it has a bed, else the first overflow ward that has one.
  func freeWard(for episode: Episode, in world: borrowing World) -> WardID? {
    if hasBed(episode.ward, for: episode) { return episode.ward }
    let own = WardKind.allCases[Int(wards[episode.ward].ward)]
    for other in overflow[own.index] {
      if let ward = world.facilities.ward(at: episode.facility, other), hasBed(ward, for: episode) {
        return ward
      }
    }
    return nil
  }

  /// Reserved beds are for patients sent by family doctors, and for emergencies.
  func hasBed(_ ward: WardID, for episode: Episode) -> Bool {
    let free = wards[ward].free
    let mayUseReserved =
      episode.traits.contains(.familyReferred) || !episode.traits.contains(.elective)
    return mayUseReserved ? free > 0 : free > wards[ward].reserved
  }

  /// Kind of the facility a ward belongs to.
  func kind(of ward: WardID) -> FacilityKind { wards[ward].kind }

  /// Takes a bed.
  mutating func take(_ ward: WardID, in world: inout World) {
    wards[ward].taken += 1
    let lane = kind(of: ward).lane
    taken[lane].change(by: 1, at: world.now, as: .bedsTaken, lane: lane, in: &world.ledger)
    patientsInBeds.change(by: 1, at: world.now, as: .patientsInBeds, lane: 0, in: &world.ledger)
  }

  /// The patient no longer lies there; the bed still has to be cleaned.
  mutating func vacate(_ patient: EpisodeID, in world: inout World) {
    let since = world.episodes[patient].bedSince
    bedTime += Int64((world.now - since).milliseconds)
    patientsInBeds.change(by: -1, at: world.now, as: .patientsInBeds, lane: 0, in: &world.ledger)
  }

  /// A bed is ready again: emergencies first, then step-down, then planned admissions.
  mutating func free(_ ward: WardID, in world: inout World) {
    wards[ward].taken -= 1
    let lane = kind(of: ward).lane
    taken[lane].change(by: -1, at: world.now, as: .bedsTaken, lane: lane, in: &world.ledger)
    allot(ward, in: &world)
  }

  /// Gives free beds to those who wait, in the own ward and then in wards that overflow into it.
  mutating func allot(_ ward: WardID, in world: inout World) {
    while wards[ward].free > 0 {
      guard let patient = nextInLine(for: ward, in: &world) else { return }
      world.cancel(patient)
      if world.episodes[patient].traits.contains(.blocked) {
        stepDown(patient, to: ward, in: &world)
      } else {
        occupy(ward, by: patient, in: &world)
      }
    }
  }

  private mutating func nextInLine(for ward: WardID, in world: inout World) -> EpisodeID? {
    for line in LinePlan.WardLine.allCases {
      if let patient = takeFirst(in: line, of: ward, for: ward, in: &world) { return patient }
    }
    let own = WardKind.allCases[Int(wards[ward].ward)]
    for other in WardKind.allCases where overflow[other.index].contains(own) {
      guard let neighbour = world.facilities.ward(at: wards[ward].facility, other) else { continue }
      if let patient = takeFirst(in: .emergency, of: neighbour, for: ward, in: &world) {
        return patient
      }
    }
    return nil
  }

  private mutating func takeFirst(
    in line: LinePlan.WardLine,
    of ward: WardID,
    for bed: WardID,
    in world: inout World
  ) -> EpisodeID? {
    let place = world.linePlan.line(line, of: ward)
    guard let first = world.lines.first(of: place), hasBed(bed, for: world.episodes[first]) else {
      return nil
    }
    return world.lines.removeFirst(of: place)
  }
}

extension World {
  /// Books an admission of a resident at the present facility.
  mutating func countAdmission(of patient: EpisodeID) {
    let episode = episodes[patient]
    let kind = facilities.kind(episode.facility)
    ledger.add(.admissions, lane: kind.lane)
    if episode.traits.contains(.townshipBedSuffices) {
      ledger.add(.townshipSuitable, lane: kind.lane)
    }
    if episode.traits.contains(.refused) { ledger.add(.admittedAfterRefusal, lane: kind.lane) }
  }
}
