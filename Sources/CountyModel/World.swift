import Engine
import Geography
import Probability

/// Everything the departments share: time, chance, people, the map and the ledger.
struct World: ~Copyable {
  private let lent = LentInPlace()
  let clock: WeekClock
  /// Places and today's journeys between them.
  var map: CountyMap
  let conditions: ConditionTable
  let risk: RiskTable
  let facilities: FacilityTable
  let catalogue: CareCatalogue
  var calendar: EventCalendar<CountyEvent>
  var streams: RandomStreams
  var episodes: Column<EpisodeID, Episode>
  var residents: Residents
  var lines: WaitingLines<EpisodeID, LineID>
  var ledger: Ledger
  var settlements: SettlementBooks
  var referrals: ReferralBooks
  var today: Today
  /// What departments announced at midnight.
  var notices: Notices
  /// How people choose between facilities.
  var choice: FacilityChoice
  /// Time slots at the county hospitals.
  var appointments: SlotBook
  let linePlan: LinePlan
  var fingerprint = EventFingerprint()
  /// Hash of all needs: the same under every policy.
  var needs = NeedFingerprint()
  /// Money of the whole run.
  var books = MoneyBooks()
  /// Episodes begun and ended, for the books.
  var begun = 0
  var ended = 0
  /// Patients whose next event was set, or who wait for others, since the journal looked; `nil` when
  /// nobody keeps one.
  var touched: [EpisodeID]?
  private var pool: IDPool<EpisodeID>
  private var handoffs = RingBuffer<Handoff>()
  private let slots: SlotPlan

  init(_ plan: CountyPlan, seed: UInt64, replication: UInt32) {
    clock = plan.clock
    map = plan.map
    conditions = plan.conditions
    risk = plan.risk
    facilities = plan.facilities
    catalogue = plan.catalogue
    slots = plan.slots
    let capacity = 32_768
    calendar = EventCalendar(slots: slots.firstEpisode + capacity, horizon: plan.horizon)
    streams = RandomStreams(seed: seed, replication: replication)
    episodes = Column(repeating: .blank, count: capacity)
    pool = IDPool(capacity: capacity)
    lines = WaitingLines(rows: capacity, lines: plan.lines.count)
    residents = Residents(plan, streams: &streams)
    ledger = Ledger(months: plan.periods.months.count, years: plan.periods.years.count)
    settlements = SettlementBooks(
      settlements: plan.map.settlements.count,
      years: plan.periods.years.count
    )
    referrals = ReferralBooks(years: plan.periods.years.count)
    today = Today(plan: plan)
    notices = Notices(plan)
    choice = FacilityChoice(plan)
    appointments = SlotBook(plan)
    linePlan = plan.lines
  }

  /// The present instant.
  var now: SimInstant { calendar.now }

  /// Opens an episode and gives it a slot in the calendar.
  mutating func begin(_ episode: Episode) -> EpisodeID {
    begun += 1
    if let id = pool.take() {
      episodes[id] = episode
      return id
    }
    let capacity = pool.capacity * 2
    pool.grow(to: capacity)
    episodes.grow(to: capacity, filledWith: .blank)
    lines.grow(rowsTo: capacity)
    calendar.grow(toSlots: slots.firstEpisode + capacity)
    guard let id = pool.take() else { preconditionFailure("the pool has just grown") }
    episodes[id] = episode
    return id
  }

  /// Ends an episode; its row is reused.
  mutating func end(_ patient: EpisodeID) {
    ended += 1
    episodes[patient].stage = .over
    calendar.cancel(slots.slot(of: patient))
    pool.release(patient)
  }

  /// Episodes now open.
  var open: Int { pool.inUse }

  /// Looks at every open episode.
  func visitOpen(_ look: (Episode) -> Void) {
    for row in 0..<episodes.count {
      let episode = episodes[EpisodeID(row: row)]
      if episode.stage != .over { look(episode) }
    }
  }

  /// Sums a whole number over all open episodes.
  func sum(_ amount: (Episode) -> Int64) -> Int64 {
    var total: Int64 = 0
    visitOpen { total += amount($0) }
    return total
  }

  /// Counts open episodes of a kind.
  func count(where holds: (Episode) -> Bool) -> Int64 { sum { holds($0) ? 1 : 0 } }

  /// The next event of a patient; it replaces the pending one, if any.
  mutating func schedule(_ event: CountyEvent, for patient: EpisodeID, at instant: SimInstant) {
    touched?.append(patient)
    calendar.schedule(event, at: instant, in: slots.slot(of: patient))
  }

  /// The next event of a patient, after a while.
  mutating func schedule(_ event: CountyEvent, for patient: EpisodeID, after delay: SimDuration) {
    touched?.append(patient)
    calendar.schedule(event, at: now + delay, in: slots.slot(of: patient))
  }

  /// The next event of a crew.
  mutating func schedule(_ event: CountyEvent, for crew: CrewID, after delay: SimDuration) {
    calendar.schedule(event, at: now + delay, in: slots.slot(of: crew))
  }

  /// The next need of a source.
  mutating func schedule(_ event: CountyEvent, for source: SourceID, at instant: SimInstant) {
    calendar.schedule(event, at: instant, in: slots.slot(of: source))
  }

  /// One of the few clocks of the county, such as the turn of the day.
  mutating func schedule(_ event: CountyEvent, for bell: Bell, at instant: SimInstant) {
    calendar.schedule(event, at: instant, in: slots.slot(of: bell))
  }

  /// Lets the journal, if one is kept, look at a patient who stands elsewhere and waits for others,
  /// not for an event of the patient's own.
  mutating func mark(_ patient: EpisodeID) { touched?.append(patient) }

  /// Takes back a patient's pending event.
  mutating func cancel(_ patient: EpisodeID) {
    calendar.cancel(slots.slot(of: patient))
  }

  /// Whether a crew has a pending event.
  mutating func cancel(_ crew: CrewID) {
    calendar.cancel(slots.slot(of: crew))
  }

  /// Asks for what the next event will need, while the present one is handled.
  ///
  /// Tens of thousands of open episodes do not fit the nearest caches, and the next event is hardly
  /// ever about somebody near in memory.
  func fetchFollowing() {
    guard let slot = calendar.fetchFollowing(), let patient = slots.patient(of: slot) else {
      return
    }
    episodes.fetch(patient)
    lines.fetch(patient)
    pool.fetch(patient)
  }

  /// Says what happened; `Pathways` routes it before the next event.
  mutating func handOff(_ handoff: Handoff) {
    handoffs.append(handoff)
  }

  /// The oldest handoff not yet routed.
  mutating func nextHandoff() -> Handoff? {
    handoffs.popFirst()
  }
}

extension Episode {
  /// A row of the pool that nobody uses yet.
  static let blank = Episode(
    need: 0,
    person: PersonID(row: 0),
    settlement: SettlementID(row: 0),
    facility: FacilityID(row: 0),
    origin: FacilityID(row: 0),
    bay: FacilityID(row: 0),
    clinic: ClinicID(row: 0),
    ward: WardID(row: 0),
    condition: 0,
    severity: .minor,
    age: 0,
    encounter: 0,
    filingRank: 0,
    lead: 0,
    income: .poorest,
    traits: [],
    stage: .over,
    since: .start,
    bedSince: .start,
    stayEnds: .start
  )
}
