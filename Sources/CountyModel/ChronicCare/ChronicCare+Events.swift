import Engine
import Geography
import Probability

extension ChronicCare {
  /// The calls of the day: refills are needs of their own, follow-ups are called in.
  mutating func duesFall(in world: inout World) {
    if world.today.date.day == 1 || world.today.day == 0 { turnMonth(in: &world) }
    let day = world.today.date.day
    let capacity =
      levers.teams.value(onDay: world.today.day) * Double(townshipClinics.count)
      * inputs.teamFollowUps
    let byTeams = min(1, capacity / Double(max(1, calendar.followUps(onDay: day))))
    let rounds = levers.rounds.value(onDay: world.today.day)
    let schedule = schedule(onDay: world.today.day)
    let count = calendar.count(onDay: day)
    for place in 0..<count {
      // A few people ahead: they arrive from memory while others are called.
      world.residents.fetch(calendar.entry(onDay: day, min(place + 4, count - 1)).person)
      let (person, kind) = calendar.entry(onDay: day, place)
      guard world.residents[person].health.isPresent else { continue }
      switch kind {
      case .refill:
        world.ledger.add(.refills)
        world.handOff(.refillDue(person))
      case .followUp: call(person, byTeams: byTeams, rounds: rounds, schedule, in: &world)
      }
    }
    world.schedule(
      .chronicCare(.duesFall),
      for: .chronicDues,
      at: callTime(world.today.nextMidnight)
    )
  }

  /// Calls somebody in, or goes to see the person.
  private mutating func call(
    _ person: PersonID,
    byTeams: Double,
    rounds: Double,
    _ schedule: DueSchedule,
    in world: inout World
  ) {
    let home = world.residents.home(of: person)
    let key = followUpKey(of: person, from: home, in: world)
    let words = world.streams.words(at: Purpose.followUp.at(key))
    let place = world.streams.uniform(at: Purpose.followUp.at(world.residents.name(of: home)))
    let isVisited = RandomStreams.unit(words.y) < byTeams || place < rounds
    var reach = isVisited ? inputs.outreachAttendance : inputs.attendance
    if world.notices.contracts.include(world.residents[person]) {
      reach += (1 - reach) * world.notices.contracts.followUpReach
    }
    called += 1
    world.ledger.add(.followUpsDue)
    guard RandomStreams.unit(words.x) < reach else {
      return world.ledger.add(.followUpsMissed, lane: 0)
    }
    // A follow-up that takes nobody's time is a telephone call.
    if isVisited || inputs.followUpMinutes == 0 {
      if isVisited { outreach += 1 }
      world.ledger.add(.followUps, lane: Self.outreachLane)
      return book(person, from: home, schedule, in: &world)
    }
    let own = world.choice.nearestGrassroots(to: home)
    let village = RandomStreams.unit(words.w) < inputs.villageShare ? own.village : nil
    guard let facility = village ?? own.township ?? own.village else { return }
    let arrival = world.instant(
      atMinute: hours.instant(ofShare: RandomStreams.unit(words.z)) * 60
    )
    begin(key, person, from: home, at: facility, arriving: arrival, in: &world)
  }

  private func begin(
    _ key: UInt64,
    _ person: PersonID,
    from home: SettlementID,
    at facility: FacilityID,
    arriving arrival: SimInstant,
    in world: inout World
  ) {
    let resident = world.residents[person]
    var episode = Episode.blank
    episode.need = key
    episode.person = person
    episode.settlement = home
    episode.facility = facility
    episode.origin = facility
    episode.condition = refillCondition
    episode.age = UInt8(world.residents.band(of: person, in: home))
    episode.encounter = 1
    episode.stage = .travelling
    episode.traits = [.followUp]
    episode.income = resident.traits.income
    if resident.traits.contains(.employee) { episode.traits.insert(.employee) }
    if world.notices.contracts.include(resident) { episode.traits.insert(.contracted) }
    let patient = world.begin(episode)
    world.schedule(.chronicCare(.arrives(patient)), for: patient, at: arrival)
  }

  /// A follow-up at a clinic is over: it counts as a visit, and the public-health fund has paid.
  mutating func followedUp(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let kind = world.facilities.kind(episode.facility)
    world.ledger.add(.followUps, lane: kind.lane)
    world.ledger.add(.visits, lane: kind.lane)
    world.ledger.add(.visitsByIncome, lane: episode.income.lane)
    world.settlements.visit(at: episode.settlement, of: kind, yearPage: world.today.page.year)
    let schedule = schedule(onDay: world.today.day)
    book(episode.person, from: episode.settlement, schedule, in: &world)
    world.handOff(.closed(patient))
  }

  /// The line was too long, or there was no clinic.
  func missed(_ patient: EpisodeID, in world: inout World) {
    world.ledger.add(.followUpsMissed, lane: 1)
    world.handOff(.closed(patient))
  }

  private mutating func book(
    _ person: PersonID,
    from home: SettlementID,
    _ schedule: DueSchedule,
    in world: inout World
  ) {
    done += 1
    let own = Purpose.chronicCalendar.at(world.residents.luck(of: person, in: home))
    guard world.residents[person].health.isManaged,
      isStandard(world.streams.words(at: own).z, schedule)
    else { return }
    // More follow-ups than the full schedule do not make more than one person managed to standard.
    let full = ChronicCareInputs.fullSchedule
    world.ledger.add(.standardFollowUps, Int64(10_000 * full / max(full, schedule.standard)))
  }

  private func followUpKey(
    of person: PersonID,
    from home: SettlementID,
    in world: borrowing World
  ) -> UInt64 {
    let day = UInt64(world.today.date.dayNumber)
    return world.residents.luck(of: person, in: home) &+ (3 << 61 | day << 32)
  }

  /// Lane of follow-ups away from the clinics; the others are lanes of kinds of facility.
  static let outreachLane = 15
}
