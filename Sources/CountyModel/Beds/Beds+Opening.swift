import Engine
import Geography
import Probability

extension Beds {
  /// Fills the wards with those who were already there, so that no hospital starts empty.
  ///
  /// The remaining stay of a patient met at random is a uniform share of a length-biased stay;
  /// for a lognormal of coefficient of variation v that is the stay times 1 + v².
  mutating func open(in world: inout World) {
    for row in table.indices {
      let ward = WardID(row: row)
      let patients = Int((Double(wards[ward].beds) * startOccupancy(of: ward)).rounded(.down))
      for place in 0..<patients { enterCensus(of: ward, place: place, in: &world) }
    }
  }

  private mutating func enterCensus(of ward: WardID, place: Int, in world: inout World) {
    let key = table[ward.row].luck &+ UInt64(place)
    var episode = Episode.blank
    episode.need = key
    episode.facility = wards[ward].facility
    episode.origin = wards[ward].facility
    episode.ward = ward
    episode.traits = [.background, .census, .needsBed]
    episode.stage = .inBed
    let own = WardKind.allCases[Int(wards[ward].ward)]
    let members = world.conditions.ward.indices.filter { world.conditions.ward[$0] == own }
    let words = world.streams.words(at: Purpose.census.at(key))
    episode.condition = UInt8(members.isEmpty ? 0 : members[Int(words.x) % members.count])
    let full = stay(of: episode, in: kind(of: ward), in: &world)
    let biased = full * (1 + inputs.stayVariation * inputs.stayVariation)
    let left = min(inputs.longestStay, biased) * RandomStreams.unit(words.y)
    episode.bedSince = world.now
    episode.stayEnds = world.now + .days(left)
    let patient = world.begin(episode)
    take(ward, in: &world)
    world.schedule(.beds(.stayEnds(patient)), for: patient, at: episode.stayEnds)
  }

  private func startOccupancy(of ward: WardID) -> Double {
    switch kind(of: ward).tier {
    case .township: inputs.startTownship
    case .city, .outOfCity: inputs.startCity
    case .county, .village, .privateClinic: inputs.startCounty
    }
  }

  /// Beds open today: conversions, dated changes, reservations, home and nursing-home beds.
  mutating func turnDay(in world: inout World) {
    rules = BedRules(levers, inputs, onDay: world.today.day)
    findTownships(in: world)
    reviewConversions(in: &world)
    for row in table.indices {
      let ward = WardID(row: row)
      let facility = table[row].facility
      let graded = world.notices.services.beds[facility.row]
      var beds = world.notices.services.isOpen(facility) ? bedsToday(row, in: world) : 0
      if graded != 1 { beds = (beds * graded).rounded() }
      if table[row].kind.tier == .county {
        wards[ward].reserved = Int32((beds * rules.reserved).rounded())
      }
      setBeds(Int32(beds), of: ward, in: &world)
    }
    openPlaces(in: &world)
    for row in 0..<wards.count { allot(WardID(row: row), in: &world) }
  }

  mutating func setBeds(_ beds: Int32, of ward: WardID, in world: inout World) {
    let lane = kind(of: ward).lane
    let step = Int64(beds - wards[ward].beds)
    wards[ward].settle(at: world.now)
    guard wards[ward].place == .ward else {
      wards[ward].beds = beds
      return
    }
    open[lane].change(by: step, at: world.now, as: .bedsOpen, lane: lane, in: &world.ledger)
    if kind(of: ward).tier == .township {
      grassrootsOpen.change(
        by: step,
        at: world.now,
        as: .grassrootsBeds,
        lane: 0,
        in: &world.ledger
      )
      if table[ward.row].ward == .care {
        careOpen.change(by: step, at: world.now, as: .careBeds, lane: 0, in: &world.ledger)
      }
    }
    wards[ward].beds = beds
  }

  /// Books the levels up to midnight, and whether small wards were nearly full.
  mutating func settle(at instant: SimInstant, in world: inout World) {
    for lane in FacilityKind.allCases.map(\.lane) {
      open[lane].settle(at: instant, as: .bedsOpen, lane: lane, in: &world.ledger)
      taken[lane].settle(at: instant, as: .bedsTaken, lane: lane, in: &world.ledger)
    }
    careOpen.settle(at: instant, as: .careBeds, lane: 0, in: &world.ledger)
    grassrootsOpen.settle(at: instant, as: .grassrootsBeds, lane: 0, in: &world.ledger)
    patientsInBeds.settle(at: instant, as: .patientsInBeds, lane: 0, in: &world.ledger)
    settlePlaces(at: instant, in: &world)
    for row in table.indices where table[row].kind.tier == .county {
      let ward = wards[WardID(row: row)]
      guard ward.beds > 0 else { continue }
      world.ledger.add(.wardNights, lane: Int(ward.ward))
      if Double(ward.taken) > 0.9 * Double(ward.beds) {
        world.ledger.add(.fullWardNights, lane: Int(ward.ward))
      }
    }
  }

  /// Announces how many lie on the wards of each facility, for the rounds of the morning.
  func announceOccupancy(in world: inout World) {
    for row in world.notices.occupancy.taken.indices { world.notices.occupancy.taken[row] = 0 }
    for row in table.indices {
      let taken = wards[WardID(row: row)].taken
      world.notices.occupancy.taken[table[row].facility.row] += Int(taken)
    }
  }

  /// Books the bed time of county wards by kind, and that of home and nursing-home beds.
  private mutating func settlePlaces(at instant: SimInstant, in world: inout World) {
    for row in 0..<wards.count {
      let ward = WardID(row: row)
      let (opened, used) = wards[ward].book(at: instant)
      switch wards[ward].place {
      case .ward:
        guard table[row].kind.tier == .county else { continue }
        world.ledger.add(.kindOpen, lane: Int(wards[ward].ward), opened)
        world.ledger.add(.kindTaken, lane: Int(wards[ward].ward), used)
      case .home, .nursing:
        let lane = Int(wards[ward].place.rawValue)
        world.ledger.add(.placeOpen, lane: lane, opened)
        world.ledger.add(.placeTaken, lane: lane, used)
      }
    }
  }
}
