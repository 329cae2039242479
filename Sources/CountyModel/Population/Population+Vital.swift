import Engine

/// Who came and went in the whole run, summed apart from the ledger, for the identity of residents.
struct VitalBooks {
  var births: Int64 = 0
  /// Deaths of those present: from any cause by age, and of strokes and infarctions.
  var deaths: Int64 = 0
  var left: Int64 = 0
  var cameBack: Int64 = 0
}

extension Population {
  /// A year of age on 1 January, then the births, deaths and moves of the day, and the needs that are
  /// to be expected of it.
  mutating func turnDay(in world: inout World) {
    let day = world.today.day
    while world.residents.newYears < world.residents.vital.newYears[day] {
      world.residents.turnYear(streams: world.streams)
    }
    var dying: [PersonID] = []
    for candidate in world.residents.vital.onDay(day) {
      let person = candidate.person
      let life = world.residents[person].health.life
      switch candidate.kind {
      case .birth where world.residents[candidate.parent].health.isPresent:
        world.residents.turn(person, to: .present)
        vital.births += 1
        world.ledger.add(.births)
      case .death where life == .present: dying.append(person)
      case .leaving where life == .present:
        world.residents.turn(person, to: .away)
        vital.left += 1
        world.ledger.add(.moves, lane: 0)
      case .comingBack where life == .away:
        world.residents.turn(person, to: .present)
        vital.cameBack += 1
        world.ledger.add(.moves, lane: 1)
      default: break
      }
    }
    for person in inCare(dying, in: &world) { die(person, because: .anything, in: &world) }
    world.ledger.set(.population, to: Int64(world.residents.present))
    if world.today.date.isFestivalWeek {
      world.ledger.add(.visitorDays, Int64(world.residents.visitors.count))
    }
    expectNeeds(onDay: day, in: &world)
  }

  /// A fatal episode is over: the patient dies, or in the next episode if there is another.
  mutating func close(_ patient: EpisodeID, in world: inout World) {
    let person = world.episodes[patient].person
    world.end(patient)
    if !inCare([person], in: &world).isEmpty {
      let event = world.risk.risk(of: Int(world.episodes[patient].condition)) != nil
      die(person, because: event ? .event : .anything, in: &world)
    }
  }

  private enum Cause: Int { case anything, event }

  private mutating func die(_ person: PersonID, because cause: Cause, in world: inout World) {
    let before = world.residents[person].health.life
    guard before == .present || before == .away else { return }
    if before == .present {
      vital.deaths += 1
      world.ledger.add(.deaths, lane: cause.rawValue)
    }
    world.residents.turn(person, to: .dead)
  }

  /// Marks the open episodes of the dying, who die when these end; returns those who have none.
  ///
  /// - Complexity: O(rows of episodes), once a day and once for each fatal event.
  private func inCare(_ dying: [PersonID], in world: inout World) -> [PersonID] {
    guard !dying.isEmpty else { return [] }
    var filter: UInt64 = 0
    for person in dying { filter |= 1 &<< UInt64(person.row & 63) }
    var free = dying
    for row in 0..<world.episodes.count {
      let patient = EpisodeID(row: row)
      let person = world.episodes[patient].person
      guard filter &>> UInt64(person.row & 63) & 1 == 1, world.episodes[patient].stage != .over,
        !world.episodes[patient].traits.contains(.background),
        dying.contains(where: { $0.row == person.row })
      else { continue }
      world.episodes[patient].traits.insert(.fatal)
      free.removeAll { $0.row == person.row }
    }
    return free
  }

  /// Residents now, by the books and by counting heads.
  func residentsIdentity(in world: borrowing World) -> Readings.Identity {
    var heads: Int64 = 0
    for row in 0..<world.residents.count
    where world.residents[PersonID(row: row)].health.isPresent { heads += 1 }
    return Readings.Identity(
      id: "residents",
      zh: "期初人口 + 出生 − 死亡 − 迁出 + 返回 = 在册人口",
      en: "residents at the start + births - deaths - left + came back = residents counted",
      left: Int64(startResidents) + vital.births - vital.deaths - vital.left + vital.cameBack,
      right: heads
    )
  }
}
