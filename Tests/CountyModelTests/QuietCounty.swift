import Engine
import Geography
import Testing

@testable import CountyModel

/// Tiny without needs: nobody falls ill but those whom a test sends in.
///
/// It opens at midnight on Monday, 1 April 2024, with empty beds.
struct QuietCounty: ~Copyable {
  let plan: CountyPlan
  var world: World
  var departments: Departments
  /// Number of the next need: its luck.
  var needs: UInt64 = 1

  init(_ county: TinyCounty, _ policy: Policy = .baseline) {
    let monday = CivilDate(dayNumber: Stretch.firstOf2024 + 91)
    let stretch = Stretch(start: monday, days: 60, warmUp: 0)
    plan = CountyPlan(county.scenario(policy, stretch), map: county.map)
    world = World(plan, seed: stretch.seed, replication: 0)
    departments = Departments(plan, in: &world)
    departments.turnDay(in: &world)
    departments.clinics.open(in: &world)
    departments.ambulance.open(in: &world)
  }

  /// Runs until a minute after the first midnight.
  mutating func run(untilMinute minute: Double) {
    let end = SimInstant.start + .minutes(minute)
    while step(before: end) {}
  }

  /// Runs until something holds, or the plan ends.
  mutating func run(until holds: (borrowing World) -> Bool) {
    while !holds(world), step(before: plan.horizon) {}
  }

  /// Says something on behalf of a department, and lets the county answer.
  mutating func say(_ handoff: Handoff) {
    world.handOff(handoff)
    drain()
  }

  /// Somebody of the first settlement falls ill.
  mutating func patient(
    _ condition: String,
    _ severity: Severity,
    _ traits: EpisodeTraits = []
  ) throws -> EpisodeID {
    var episode = Episode.blank
    episode.need = needs
    needs += 1
    episode.person = PersonID(row: Int(needs))
    episode.condition = UInt8(try #require(plan.conditions.all.firstIndex { $0.id == condition }))
    episode.severity = severity
    episode.stage = .deciding
    episode.traits = traits
    return world.begin(episode)
  }

  /// A doctor of a facility orders a test for somebody whose luck calls for it.
  mutating func order(_ test: TestKind, at facility: FacilityID) throws -> EpisodeID {
    while true {
      let patient = try patient("digestive", .moderate, [.returning])
      if world.testNeeded(by: world.episodes[patient])?.kind == test {
        world.episodes[patient].facility = facility
        say(.testOrdered(patient))
        return patient
      }
      say(.closed(patient))
    }
  }

  /// Sends a patient to a facility, to be there at a minute after the first midnight.
  mutating func send(
    _ patient: EpisodeID,
    to kind: FacilityKind,
    atMinute minute: Double
  ) throws {
    world.episodes[patient].facility = try facility(kind)
    world.episodes[patient].encounter = 1
    world.episodes[patient].stage = .travelling
    let instant = SimInstant.start + .minutes(minute)
    world.schedule(.firstContact(.arrives(patient)), for: patient, at: instant)
  }

  /// The first facility of a kind.
  func facility(_ kind: FacilityKind) throws -> FacilityID {
    FacilityID(row: try #require(plan.map.facilities.firstIndex { $0.kind == kind }))
  }

  /// A count since the opening.
  func total(_ count: Count, lane: Int = 0) -> Int64 {
    let counts = world.ledger.copyOfCounts()
    return (0...plan.periods.months.count).reduce(0) { sum, page in
      sum + counts[(page * Count.rows + count.row) * Count.lanes + lane]
    }
  }

  /// Takes every bed of a facility, as if strangers lay in them.
  mutating func fillWards(of facility: FacilityID) {
    for row in plan.facilities.wards.indices {
      let ward = WardID(row: row)
      guard departments.beds.wards[ward].facility == facility else { continue }
      while departments.beds.wards[ward].free > 0 { departments.beds.take(ward, in: &world) }
    }
  }

  private mutating func step(before end: SimInstant) -> Bool {
    guard let event = world.calendar.next(before: end) else { return false }
    departments.handle(event, in: &world)
    drain()
    return true
  }

  /// Lets the county answer whatever has been said.
  mutating func drain() {
    while let handoff = world.nextHandoff() { departments.route(handoff, in: &world) }
  }
}
