import Engine
import Geography
import Testing

@testable import CountyModel

/// Tiny without needs, turned from midnight to midnight: only births, deaths and moves happen.
struct YearsOfTiny: ~Copyable {
  let plan: CountyPlan
  var world: World
  var departments: Departments

  init(_ county: TinyCounty, days: Int) {
    plan = CountyPlan(county.scenario(.baseline, Stretch(days: days, warmUp: 0)), map: county.map)
    world = World(plan, seed: 1, replication: 0)
    departments = Departments(plan, in: &world)
    departments.turnDay(in: &world)
  }

  /// Runs to the end; says at every midnight what there is to say.
  mutating func run(atMidnight look: (borrowing World) -> Void = { _ in }) {
    while let event = world.calendar.next(before: plan.horizon) {
      departments.handle(event, in: &world)
      while let handoff = world.nextHandoff() { departments.route(handoff, in: &world) }
      if case .dayTurns = event { look(world) }
    }
  }
}

@Suite("People come, grow older and go")
struct PeopleTests {
  private func settlement(_ ages: [Int]) -> Settlement {
    Settlement(
      id: "S",
      name: "S",
      nameEn: "S",
      town: 0,
      position: Point(x: 0, y: 0),
      residents: ages.reduce(0, +),
      setting: .rural,
      residentsByAge: ages,
      radius: 1
    )
  }

  @Test("A year moves one year of each band into the next, and after ten years all of it")
  func ageing() {
    // Ten of each year of age, and 40 of 75 or more.
    var ladder = AgeLadder(
      [settlement([50, 100, 100, 100, 100, 100, 100, 100, 40])],
      birthRate: 0.02
    )
    func bands(_ years: Int) -> [Int] {
      (0..<AgeBand.count).map { ladder.rows(of: 0, band: $0, newYears: years).count }
    }
    #expect(bands(0) == [50, 100, 100, 100, 100, 100, 100, 100, 40])
    let thirties = ladder.rows(of: 0, band: 3, newYears: 0)
    for year in 0..<10 {
      for _ in 0..<(10 + year) { #expect(ladder.bear(in: 0) != nil) }
      ladder.turnYear()
    }
    #expect(bands(1) == [50, 100, 100, 100, 100, 100, 100, 100, 50])
    // Years of birth of 15 to 19 are below five; 10 to 14 and the 50 first ones up to fourteen.
    #expect(bands(10) == [85, 110, 100, 100, 100, 100, 100, 100, 140])
    #expect(ladder.rows(of: 0, band: 4, newYears: 10) == thirties)
  }

  @Test("Every row has its settlement, and its band and place of the first day or of its birth")
  func cohorts() {
    let people = [[3, 0, 7, 0, 0, 2, 1, 0, 0], [0, 0, 0, 0, 300, 0, 0, 0, 5]]
    var ladder = AgeLadder(people.map(settlement), birthRate: 0.02)
    let newborn = [0, 1, 1].compactMap { ladder.bear(in: $0) }
    #expect(newborn.map(ladder.settlement) == [0, 1, 1])
    #expect(ladder.cohort(of: newborn[0], in: 0) == (AgeBand.count, 0))
    #expect(ladder.cohort(of: newborn[2], in: 1) == (AgeBand.count, 1))
    for home in people.indices {
      for band in 0..<AgeBand.count {
        let rows = ladder.rows(of: home, band: band, newYears: 0)
        #expect(rows.count == people[home][band])
        for row in rows {
          #expect(ladder.settlement(of: row) == home)
          #expect(ladder.cohort(of: row, in: home) == (band, row - rows.lowerBound))
        }
      }
    }
  }

  @Test("In three years births, deaths and moves add up, and come at the rates of the inputs")
  func rates() throws {
    var county = YearsOfTiny(try .asWritten(), days: 1096)
    county.run()
    let identity = county.departments.population.residentsIdentity(in: county.world)
    #expect(identity.holds, "\(identity.left) and \(identity.right)")
    let vital = county.departments.population.vital
    let inputs = county.plan.inputs.population
    let events = county.plan.risk.deathsByAge(county.plan.conditions)
    var (births, deaths) = (0.0, 0.0)
    for year in 0..<3 {
      for home in county.plan.map.settlements.indices {
        for band in 0..<AgeBand.count {
          let rows = county.world.residents.rows(in: home, band: band, newYears: year)
          births += Double(rows.count) * inputs.birthsByAge[band] / 1000
          deaths += Double(rows.count) * (inputs.deathsByAge[band] / 1000 - events[band])
        }
      }
    }
    // Rows of the dead and of those away answer no call: at most 4 % of the births, 7 % of deaths.
    #expect(abs(Double(vital.births) - 0.98 * births) < 4 * births.squareRoot() + 0.02 * births)
    #expect(abs(Double(vital.deaths) - 0.95 * deaths) < 4 * deaths.squareRoot() + 0.05 * deaths)
    #expect(vital.left > vital.cameBack && vital.cameBack > 0)
  }

  @Test("The dead have no later event: whoever has an open episode is not dead")
  func theDead() throws {
    let county = try TinyCounty(exchanging: [
      .init(
        old: "deathsByAge: [1.1, 0.2, 0.35, 0.5, 1.1, 2.6, 6.5, 18, 68]",
        new: "deathsByAge: [90, 90, 90, 90, 90, 200, 300, 400, 500]"
      )
    ])
    var years = YearsOfTiny(county, days: 14)
    years.departments.population.open(in: &years.world)
    years.departments.clinics.open(in: &years.world)
    years.departments.beds.open(in: &years.world)
    years.departments.ambulance.open(in: &years.world)
    years.departments.chronicCare.open(in: &years.world)
    var open = 0
    years.run { world in
      for row in 0..<world.episodes.count {
        let episode = world.episodes[EpisodeID(row: row)]
        guard episode.stage != .over, !episode.traits.contains(.background) else { continue }
        open += 1
        #expect(world.residents[episode.person].health.life != .dead)
      }
    }
    #expect(open > 1000)
    let vital = years.departments.population.vital
    #expect(vital.deaths > 50)
    #expect(years.departments.population.residentsIdentity(in: years.world).holds)
    #expect(years.departments.chronicCare.registerIdentity(in: years.world).holds)
  }

  @Test("A floor ramps from today's value, not from nothing")
  func floor() {
    let lever = Timeline(neutral: 0, level: 0.45, startDay: 10, rampDays: 100, endDay: nil)
    #expect(lever.floor(over: 0.35, onDay: 9) == 0.35)
    #expect(abs(lever.floor(over: 0.35, onDay: 60) - 0.40) < 1e-12)
    #expect(abs(lever.floor(over: 0.35, onDay: 200) - 0.45) < 1e-12)
    #expect(lever.floor(over: 0.5, onDay: 200) == 0.5)
    #expect(Timeline.always(0).floor(over: 0.35, onDay: 5) == 0.35)
  }
}
