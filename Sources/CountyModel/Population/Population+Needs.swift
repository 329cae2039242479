import Engine
import Geography
import Probability

extension Population {
  /// Who needs what, before luck is drawn.
  struct Need {
    /// Identity of the need: every draw of it is addressed by this.
    let key: UInt64
    let person: PersonID
    let home: SettlementID
    let band: Int
    let condition: Int
    /// Whether it arises at any hour and goes to an emergency department.
    var emergency = false
  }

  /// Who needs what, by three words of chance: of residents, or in the festival week of those who
  /// have come home.
  func need(
    _ key: UInt64,
    _ settlement: Int,
    _ profile: Int,
    onDay day: Int,
    _ words: SIMD4<UInt32>,
    in world: borrowing World
  ) -> Need {
    let home = SettlementID(row: settlement)
    let age = RandomStreams.unit(words.x)
    let person: PersonID
    let band: Int
    if isVisitors(key, settlement, profile, onDay: day, in: world) {
      band = rates.band(of: world.residents.visitors, in: home, profile, onDay: day, age)
      person = world.residents.visitors.person(in: home, band: band, word: words.z)
    } else {
      band = rates.band(settlement, profile, onDay: day, age)
      person = world.residents.person(in: home, band: band, word: words.z)
    }
    let condition = rates.condition(profile, band, onDay: day, RandomStreams.unit(words.y))
    var need = Need(key: key, person: person, home: home, band: band, condition: condition)
    need.emergency = profile > 0
    return need
  }

  /// Whether a need is that of somebody who has come home for the festival.
  private func isVisitors(
    _ key: UInt64,
    _ settlement: Int,
    _ profile: Int,
    onDay day: Int,
    in world: borrowing World
  ) -> Bool {
    let share = rates.visitorShare(settlement, profile, onDay: day)
    return share > 0 && world.streams.uniform(at: Purpose.visitor.at(key)) < share
  }

  /// The episode that a need would begin, with the patient's own luck.
  func episode(
    of need: Need,
    word: UInt32,
    in world: inout World
  ) -> Episode {
    var episode = Episode.blank
    episode.need = need.key
    episode.stage = .deciding
    episode.person = need.person
    episode.settlement = need.home
    episode.condition = UInt8(need.condition)
    episode.severity = world.conditions.severity(need.condition, RandomStreams.unit(word))
    episode.age = UInt8(need.band)
    episode.filingRank = UInt8(truncatingIfNeeded: word)
    episode.traits = luck(of: need, episode.severity, in: &world)
    let resident = world.residents[need.person]
    episode.income = resident.traits.income
    if resident.traits.contains(.employee) { episode.traits.insert(.employee) }
    if world.notices.contracts.include(resident) {
      episode.traits.insert(.contracted)
    }
    return episode
  }

  /// Whether the need is somebody's: the dead have none, of the absent those who have come home, and
  /// an event that chronic disease brings about comes at the person's own risk.
  func answers(_ episode: Episode, in world: inout World) -> Bool {
    let resident = world.residents[episode.person]
    guard resident.hasNeeds else { return false }
    guard let risk = world.risk.risk(of: Int(episode.condition)) else { return true }
    let share = world.risk.share(risk, resident.health)
    guard world.streams.uniform(at: Purpose.thinning.at(episode.need)) < share else { return false }
    world.ledger.add(.chronicEvents, lane: risk)
    return true
  }

  /// Opens the episode of a need and says so.
  mutating func begin(_ episode: Episode, in world: inout World) {
    let patient = world.begin(episode)
    world.ledger.add(.needs, lane: episode.severity.index)
    world.ledger.add(.needsByIncome, lane: episode.income.lane)
    if world.residents.visitors.include(episode.person) { world.ledger.add(.visitorNeeds) }
    if episode.traits.contains(.conveyed) {
      world.handOff(.called(patient))
    } else {
      world.handOff(.needArose(patient))
    }
  }

  /// Somebody's medicine runs out; the day is the register's, the rest is the patient's own luck.
  mutating func refill(_ person: PersonID, in world: inout World) {
    guard let refillCondition else { return }
    let day = UInt64(world.today.date.dayNumber)
    let home = world.residents.home(of: person)
    let key = world.residents.luck(of: person, in: home) &+ (1 << 62 | day << 32)
    let need = Need(
      key: key,
      person: person,
      home: home,
      band: world.residents.band(of: person, in: home),
      condition: refillCondition
    )
    let word = world.streams.words(at: Purpose.need.at(key)).w
    begin(episode(of: need, word: word, in: &world), in: &world)
  }

  /// The patient's own luck, drawn once when the need arises, so that two policies meet the same
  /// patients.
  private func luck(
    of need: Need,
    _ severity: Severity,
    in world: inout World
  ) -> EpisodeTraits {
    let words = world.streams.words(at: Purpose.luck.at(need.key))
    let more = world.streams.words(at: Purpose.luck.at(need.key), block: 1)
    let chances = world.conditions.chances(need.condition, severity)
    var traits: EpisodeTraits = []
    if RandomStreams.unit(words.x) < chances.needsBed { traits.insert(.needsBed) }
    if RandomStreams.unit(words.y) < chances.townshipBedSuffices {
      traits.insert(.townshipBedSuffices)
    }
    if !need.emergency, RandomStreams.unit(words.z) < chances.elective { traits.insert(.elective) }
    if RandomStreams.unit(words.w) < chances.calls { traits.insert(.conveyed) }
    if RandomStreams.unit(more.x) < chances.stepDown { traits.insert(.stepDown) }
    if need.emergency { traits.insert(.emergency) }
    if let risk = world.risk.risk(of: need.condition) {
      let address = Purpose.fatality.at(need.key)
      if world.streams.uniform(at: address) < world.risk.fatality(risk, severity) {
        traits.insert(.fatal)
      }
    }
    return traits
  }
}
