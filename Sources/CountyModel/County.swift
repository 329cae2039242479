import Engine
public import Geography

/// One county, simulated: a scenario, a map, a seed and a replication number.
///
/// Two counties with the same arguments leave the same readings, bit for bit.
public struct County: ~Copyable {
  private let plan: CountyPlan
  var world: World
  var departments: Departments
  /// What happens to patients, when somebody wants to know.
  var journal: CareJournal?

  /// Lays out the county on the first day of its warm-up.
  ///
  /// - Complexity: O(residents + settlements²)
  public init(_ scenario: Scenario, map: CountyMap, seed: UInt64, replication: UInt32) {
    plan = CountyPlan(scenario, map: map)
    // Each county has luck of its own, whether it runs alone or in a region: neighbours that
    // shared their draws would be lucky together.
    let own = seed ^ (scenario.inputs.facts.seed &* 0x9e37_79b9_7f4a_7c15)
    world = World(plan, seed: own, replication: replication)
    departments = Departments(plan, in: &world)
    departments.open(in: &world)
    drain()
  }

  /// Days of the run, warm-up included.
  public var totalDays: Int { plan.clock.dayIndex(at: plan.horizon) }

  /// Where the county is.
  var map: CountyMap { plan.map }

  /// What a count came to since the beginning, warm-up included.
  func ledgerTotal(of count: Count, lane: Int) -> Int64 {
    world.ledger.total(of: count, lane: lane)
  }

  /// From here on so many other people use the city's hospitals.
  mutating func expect(_ others: CityDemand) { departments.population.expect(others) }

  /// Runs to the end.
  public mutating func run() { run(until: plan.horizon) }

  /// Runs until midnight at the start of a day, counted from the first day of the warm-up.
  public mutating func run(untilDay day: Int) {
    run(until: min(plan.horizon, plan.clock.midnight(ofDay: day)))
  }

  private mutating func run(until end: SimInstant) {
    guard journal == nil else { return runWithJournal(until: end) }
    while let event = world.calendar.next(before: end) {
      world.fetchFollowing()
      world.fingerprint.take(event.word, at: world.now)
      departments.handle(event, in: &world)
      drain()
    }
  }

  /// Handoffs are routed before the next event.
  private mutating func drain() {
    while let handoff = world.nextHandoff() { departments.route(handoff, in: &world) }
  }

  /// What the run has left behind; call it once, at the end.
  public mutating func readings() -> Readings {
    departments.beds.settle(at: plan.horizon, in: &world)
    departments.clinics.settle(at: plan.horizon, in: &world)
    departments.ambulance.settle(at: plan.horizon, in: &world)
    departments.diagnostics.settle(at: plan.horizon, in: &world)
    let stations = departments.ambulance.openStations(of: plan.map)
    let standard = plan.inputs.facts.ambulances.standard
    let circle = plan.map.coverage.shareWithin(
      minutes: standard.urbanMinutes,
      rural: standard.ruralMinutes,
      of: stations
    )
    return Readings(
      periods: plan.periods,
      identities: identities(),
      shadows: shadows(),
      settlements: settlementYears(),
      fingerprint: world.fingerprint.value,
      needs: world.needs.value,
      events: world.calendar.handled,
      counts: world.ledger.copyOfCounts(),
      histograms: world.ledger.copyOfHistograms(),
      referrals: world.referrals.flows(of: plan.periods.years),
      staticCircle: [circle.urban, circle.rural, circle.total],
      stationMinutes: circle.nearestMinutes
    )
  }

  private func settlementYears() -> [[Readings.SettlementYear]] {
    plan.map.settlements.indices.map { home in
      plan.periods.years.enumerated().map { place, year in
        let page = world.settlements.page(home, yearPage: place + 1)
        return Readings.SettlementYear(
          year: year,
          visits: Int(page.visits),
          grassrootsVisits: Int(page.grassrootsVisits),
          unmet: Int(page.unmet),
          unmetForPrice: Int(page.unmetForPrice),
          unmetForDistance: Int(page.unmetForDistance),
          unmetForWait: Int(page.unmetForWait),
          gaveUp: Int(page.gaveUp),
          calls: Int(page.calls),
          callsInTime: Int(page.callsInTime),
          responseMinutes: Double(page.responseMilliseconds) / 60_000
        )
      }
    }
  }

  /// What formulas say of this run.
  private func shadows() -> [Readings.Shadow] {
    departments.population.shadows(over: world.ledger)
      + departments.beds.shadows(at: plan.horizon)
      + departments.clinics.shadows()
      + departments.ambulance.shadows(over: world.ledger, days: Double(totalDays))
  }

  /// What must hold exactly, whatever the policy.
  private func identities() -> [Readings.Identity] {
    let books = world.books
    return [
      Readings.Identity(
        id: "patients",
        zh: "进入人次 = 离开人次 + 仍在系统人次",
        en: "begun = ended + still inside",
        left: Int64(world.begun),
        right: Int64(world.ended + world.open)
      ),
      Readings.Identity(
        id: "money",
        zh: "费用 = 基金支付 + 救助与签约包 + 个人自付（分）",
        en: "charges = fund + aid and package + out of pocket, fen",
        left: books.charge,
        right: books.paid + books.helped + books.pocket
      ),
      departments.finance.fundIdentity(in: world),
      departments.finance.claimsIdentity(in: world),
      departments.finance.communityIdentity(),
      departments.beds.bedsIdentity(in: world),
      departments.clinics.staffIdentity(),
      departments.emergency.baysIdentity(in: world),
      departments.ambulance.crewsIdentity(in: world),
      departments.population.residentsIdentity(in: world),
      departments.chronicCare.registerIdentity(in: world),
      departments.diagnostics.testsIdentity(in: world),
      departments.diagnostics.devicesIdentity(in: world),
      departments.diagnostics.operatorsIdentity(in: world),
      departments.diagnostics.readersIdentity(in: world),
      departments.referral.identity(in: world),
    ]
      + departments.beds.littleIdentities(at: plan.horizon, in: world)
      + departments.clinics.littleIdentities(at: plan.horizon, in: world)
  }
}
