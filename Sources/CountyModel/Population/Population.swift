import Engine
import Geography
import Probability

/// Patients of other counties who use the city's hospitals.
enum BackgroundSource: Int, CaseIterable {
  case cityVisit, cityAdmission
}

/// Where needs come from: one source per settlement and profile, by exact inversion of the rate.
struct Population: ~Copyable {
  /// What can fall due here.
  enum Event: BitwiseCopyable {
    case needArises(SourceID)
    case backgroundArises(SourceID)

    var word: UInt64 {
      switch self {
      case .needArises(let source): UInt64(source.row)
      case .backgroundArises(let source): 1 << 48 | UInt64(source.row)
      }
    }
  }

  /// Where a source stands: how many needs it has had, and the share of the day it has used up.
  struct Source: BitwiseCopyable {
    /// Addresses the luck of its needs, one by one.
    let luck: UInt64
    var needs: UInt32 = 0
    var day = 0
    var share = 0.0
  }

  private let lent = LentInPlace()
  let rates: NeedRates
  private let clock: WeekClock
  private let settlements: Int
  private let hours: [HourlyProfile]
  /// Visits and admissions a day by people from outside the county; a region changes them.
  private var backgroundPerDay: [Double]
  private let backgroundHours: [HourlyProfile]
  private let cityHospitals: [FacilityID]
  private let gap: Distribution?
  let refillCondition: Int?
  let startResidents: Int
  /// Who came and went in the whole run, for the books.
  var vital = VitalBooks()
  /// How many needs the rates let expect so far.
  var expectation = NeedExpectation()
  private var sources: Column<SourceID, Source>

  init(_ plan: CountyPlan, in world: inout World) {
    rates = NeedRates(plan, residents: world.residents, streams: &world.streams)
    let refill = plan.inputs.chronicCare.refillCondition
    refillCondition = plan.conditions.all.firstIndex { $0.id == refill }
    startResidents = world.residents.present
    clock = plan.clock
    settlements = plan.map.settlements.count
    let inputs = plan.inputs
    // Clinic needs are decided before the day begins; the hour of arrival is the facility's.
    let decisions = HourlyProfile(hourWeights: (0..<24).map { $0 < 6 ? 1 : 0 })
    hours = [
      decisions,
      HourlyProfile(hourWeights: inputs.population.emergencyHours),
      HourlyProfile(hourWeights: inputs.population.callHours),
    ]
    let cityBeds = inputs.beds.city.reduce(0, +)
    backgroundPerDay = [
      inputs.clinics.cityBackground,
      cityBeds * Double(plan.facilities.cityHospitals.count) * inputs.beds.cityBackground
        / inputs.beds.cityBackgroundStay,
    ]
    backgroundHours = [
      HourlyProfile(hourWeights: inputs.firstContact.hospitalHours),
      HourlyProfile(hourWeights: inputs.population.emergencyHours),
    ]
    cityHospitals = plan.facilities.cityHospitals
    gap = try? .exponential(mean: 1)
    let local = plan.map.settlements.flatMap { home in
      NeedProfile.allCases.indices.map { Source(luck: StableName.number(of: home.id, $0)) }
    }
    let others = BackgroundSource.allCases.map {
      Source(luck: StableName.number(of: "background", $0.rawValue))
    }
    let all = local + others
    sources = Column(repeating: all[0], count: all.count)
    for (row, source) in all.enumerated() { sources[SourceID(row: row)] = source }
  }

  /// Schedules the first need of every source.
  mutating func open(in world: inout World) {
    for row in 0..<sources.count { scheduleNext(SourceID(row: row), in: &world) }
  }

  /// From here on so many other people use the city's hospitals; whoever is on the way still comes.
  mutating func expect(_ others: CityDemand) {
    backgroundPerDay[BackgroundSource.cityVisit.rawValue] = others.visits
    backgroundPerDay[BackgroundSource.cityAdmission.rawValue] = others.admissions
  }

  mutating func handle(_ event: Event, in world: inout World) {
    switch event {
    case .needArises(let source): needArises(from: source, in: &world)
    case .backgroundArises(let source): backgroundArises(from: source, in: &world)
    }
  }

  private mutating func needArises(from source: SourceID, in world: inout World) {
    let key = key(of: source)
    let (settlement, profile) = place(of: source)
    let words = world.streams.words(at: Purpose.need.at(key))
    let day = sources[source].day
    world.ledger.add(.needsArisen)
    let need = need(key, settlement, profile, onDay: day, words, in: world)
    let (person, home, band) = (need.person, need.home, need.band)
    // The row is far from the last one in memory and arrives while luck is drawn.
    world.residents.fetch(person)
    let episode = episode(of: need, word: words.w, in: &world)
    let neighbour = world.residents.place(of: person, in: home, band: band)
    world.needs.take(episode, place: neighbour, at: world.now)
    if answers(episode, in: &world) { begin(episode, in: &world) }
    if world.notices.services.needs > 1 { surge(key, source, in: &world) }
    scheduleNext(source, in: &world)
  }

  /// In a surge others of the settlement fall ill as well; they are drawn apart, so that the needs
  /// of the county as it is stay what they are.
  private mutating func surge(_ key: UInt64, _ source: SourceID, in world: inout World) {
    let (settlement, profile) = place(of: source)
    let day = sources[source].day
    let further = world.notices.services.needs - 1
    let luck = world.streams.uniform(at: Purpose.surge.at(key))
    let count = Int(further.rounded(.down)) + (luck < further - further.rounded(.down) ? 1 : 0)
    for number in 0..<count {
      let other = key &+ (1 << 61 | UInt64(number) << 48)
      let words = world.streams.words(at: Purpose.surge.at(other, 1))
      let need = need(other, settlement, profile, onDay: day, words, in: world)
      let episode = episode(of: need, word: words.w, in: &world)
      guard answers(episode, in: &world) else { continue }
      world.ledger.add(.surgeNeeds)
      begin(episode, in: &world)
    }
  }

  private mutating func backgroundArises(from source: SourceID, in world: inout World) {
    let key = key(of: source)
    let visit = source.row - settlements * NeedProfile.allCases.count == 0
    let words = world.streams.words(at: Purpose.need.at(key))
    let place = Int(words.x) % max(1, cityHospitals.count)
    var episode = Episode.blank
    episode.need = key
    episode.stage = .deciding
    episode.facility = cityHospitals[place]
    episode.origin = cityHospitals[place]
    episode.traits = [.background, .referred]
    episode.severity = .moderate
    episode.condition = UInt8(Int(words.y) % world.conditions.all.count)
    if !visit { episode.traits.formUnion([.needsBed, .emergency]) }
    let patient = world.begin(episode)
    world.handOff(visit ? .presentedAtClinic(patient) : .decisionToAdmit(patient))
    scheduleNext(source, in: &world)
  }

  /// Draws the gap to the next need as an area under the rate and walks the days until it is
  /// used up.
  private mutating func scheduleNext(_ source: SourceID, in world: inout World) {
    guard let gap else { return }
    let (settlement, profile) = place(of: source)
    let background = source.row - settlements * NeedProfile.allCases.count
    var state = sources[source]
    state.needs += 1
    var area = world.streams.draw(gap, at: Purpose.gap.at(key(of: source, state.needs)))
    while state.day < rates.days {
      let today =
        background >= 0
        ? backgroundPerDay[background] : rates.expected(settlement, profile, onDay: state.day)
      let left = (1 - state.share) * today
      if area < left {
        state.share += area / today
        sources[source] = state
        let share = min(state.share, 1.0.nextDown)
        // Asked in place: a profile taken out of its list would be counted for the while.
        let hour =
          background >= 0
          ? backgroundHours[background].instant(ofShare: share)
          : hours[profile].instant(ofShare: share)
        let instant = clock.midnight(ofDay: state.day) + .minutes(hour * 60)
        let event: Event = background >= 0 ? .backgroundArises(source) : .needArises(source)
        world.schedule(.population(event), for: source, at: max(instant, world.now))
        return
      }
      area -= left
      state.day += 1
      state.share = 0
    }
    sources[source] = state
  }

  private func place(of source: SourceID) -> (settlement: Int, profile: Int) {
    let profiles = NeedProfile.allCases.count
    return (source.row / profiles, source.row % profiles)
  }

  private func key(of source: SourceID) -> UInt64 { key(of: source, sources[source].needs) }

  private func key(of source: SourceID, _ needs: UInt32) -> UInt64 {
    sources[source].luck &+ UInt64(needs)
  }
}
