import Engine
import Geography
import Probability

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

  /// Where else patients may lie when the whole hospital is one pool of beds.
  var pool: [WardKind] {
    guard self != .intensive else { return [] }
    return Self.allCases.filter { $0 != self && $0 != .intensive && !overflow.contains($0) }
  }
}

/// Some kinds of ward, as bits: to ask a list inside a list would count references each time.
struct WardKindSet: BitwiseCopyable {
  private var bits: UInt8 = 0

  init(where belongs: (WardKind) -> Bool) {
    for kind in WardKind.allCases where belongs(kind) { bits |= 1 << UInt8(kind.index) }
  }

  func contains(_ kind: WardKind) -> Bool { bits & 1 << UInt8(kind.index) != 0 }
}

extension CountyPlan {
  /// The township facility nearest to each settlement.
  func nearestTownship() -> [FacilityID] {
    map.settlements.indices.map { home in
      facilities.townships.nearest(to: home, on: map) ?? FacilityID(row: 0)
    }
  }

  /// The wards of all facilities, then the home beds and the nursing-home beds of each township.
  func wards() -> Column<WardID, Ward> {
    var all = facilities.wards.map {
      Ward(facility: $0.facility, kind: $0.kind, ward: $0.ward.index, place: .ward)
    }
    for place in [Ward.Place.home, .nursing] {
      all += facilities.townships.map { township in
        Ward(
          facility: township,
          kind: facilities.kind(township),
          ward: WardKind.care.index,
          place: place
        )
      }
    }
    var wards = Column<WardID, Ward>(repeating: all[0], count: all.count)
    for (row, ward) in all.enumerated() { wards[WardID(row: row)] = ward }
    return wards
  }
}

extension [FacilityID] {
  /// The nearest of some facilities to a settlement; the first of equally near ones.
  func nearest(to home: Int, on map: CountyMap) -> FacilityID? {
    self.min {
      map.patientMinutes(from: home, toFacility: $0.row)
        < map.patientMinutes(from: home, toFacility: $1.row)
    }
  }
}

extension Beds {
  /// Finds the open townships, and the one nearest to every settlement, again when others are open
  /// than before.
  mutating func findTownships(in world: borrowing World) {
    guard edition != world.notices.services.edition else { return }
    edition = world.notices.services.edition
    openTownships = world.facilities.order.map(FacilityID.init(row:)).filter {
      world.facilities.kind($0).tier == .township && world.notices.services.isOpen($0)
    }
    for home in townTownship.indices {
      townTownship[home] = openTownships.nearest(to: home, on: world.map) ?? townTownship[home]
    }
  }

  /// The ward a patient belongs to at a facility; `nil` when it has no bed at all.
  func ward(
    for episode: Episode,
    at facility: FacilityID,
    in world: borrowing World
  ) -> WardID? {
    let own = world.conditions.ward[Int(episode.condition)]
    if let ward = world.facilities.ward(at: facility, own) { return ward }
    for other in overflow[own.index] {
      if let ward = world.facilities.ward(at: facility, other) { return ward }
    }
    return world.facilities.ward(at: facility, .medical)
  }

  /// The own ward if it has a bed, else the first ward that has one: by overflow, then by pooling.
  func freeWard(for episode: Episode, in world: borrowing World) -> WardID? {
    freeWard(near: episode.ward, for: episode, in: world)
  }

  /// The same at the facility of a ward.
  func freeWard(
    near home: WardID,
    for episode: Episode,
    in world: borrowing World
  ) -> WardID? {
    if hasBed(home, for: episode, in: world) { return home }
    let own = Int(wards[home].ward)
    for other in overflow[own] {
      if let ward = world.facilities.ward(at: wards[home].facility, other),
        hasBed(ward, for: episode, in: world)
      {
        return ward
      }
    }
    guard episode.traits.contains(.pools) else { return nil }
    for other in pool[own] {
      if let ward = world.facilities.ward(at: wards[home].facility, other),
        hasBed(ward, for: episode, in: world)
      {
        return ward
      }
    }
    return nil
  }

  /// Decides by the patient's own luck whether any ward of the hospital will do.
  func markPooling(_ patient: EpisodeID, in world: inout World) {
    world.episodes[patient].traits.remove(.pools)
    let episode = world.episodes[patient]
    guard rules.pooling > 0, kind(of: episode.ward).hasEmergency,
      world.streams.uniform(at: Purpose.pooling.at(episode.need)) < rules.pooling
    else { return }
    world.episodes[patient].traits.insert(.pools)
  }

  /// Whether the patient lies in another ward than the condition calls for.
  func isOutlier(_ episode: Episode, in world: borrowing World) -> Bool {
    wards[episode.ward].place == .ward
      && Int(wards[episode.ward].ward) != world.conditions.ward[Int(episode.condition)].index
  }

  /// Reserved beds are for patients sent by family doctors, and for emergencies, until the hour at
  /// which those that nobody has used are released.
  func hasBed(_ ward: WardID, for episode: Episode, in world: borrowing World) -> Bool {
    let free = wards[ward].free
    guard wards[ward].reserved > 0, !mayUseReserved(episode) else { return free > 0 }
    let isHeld = (world.now - world.today.midnight).inMinutes < rules.heldUntil
    return free > (isHeld ? wards[ward].reserved : 0)
  }

  private func mayUseReserved(_ episode: Episode) -> Bool {
    episode.traits.contains(.familyReferred) || !episode.traits.contains(.elective)
  }

  /// Kind of the facility a ward belongs to.
  func kind(of ward: WardID) -> FacilityKind { wards[ward].kind }

  /// Takes a bed.
  mutating func take(_ ward: WardID, in world: inout World) {
    wards[ward].take(at: world.now)
    meter(1, of: ward, in: &world)
    patientsInBeds.change(by: 1, at: world.now, as: .patientsInBeds, lane: 0, in: &world.ledger)
  }

  /// The patient no longer lies there; the bed still has to be cleaned.
  mutating func vacate(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let stay = Int64((world.now - episode.bedSince).milliseconds)
    bedTime += stay
    wards[episode.ward].usedTime += stay
    patientsInBeds.change(by: -1, at: world.now, as: .patientsInBeds, lane: 0, in: &world.ledger)
  }

  /// A bed is ready again: emergencies first, then step-down, then planned admissions.
  mutating func free(_ ward: WardID, in world: inout World) {
    wards[ward].settle(at: world.now)
    wards[ward].taken -= 1
    meter(-1, of: ward, in: &world)
    allot(ward, in: &world)
  }

  /// Occupancy by tier counts hospital wards only.
  private mutating func meter(_ step: Int64, of ward: WardID, in world: inout World) {
    guard wards[ward].place == .ward else { return }
    let lane = kind(of: ward).lane
    taken[lane].change(by: step, at: world.now, as: .bedsTaken, lane: lane, in: &world.ledger)
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
  }
}
