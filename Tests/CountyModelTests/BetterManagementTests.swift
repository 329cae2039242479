import Engine
import Geography
import Testing

@testable import CountyModel

/// Realised events under better management are a subset of those of the baseline: whether a need
/// becomes an event is the need's own luck against the person's risk, and nothing else.
@Suite("Better management of chronic disease only takes events away")
struct BetterManagementTests {
  private static let aboveTarget: [ChronicState] = [.undetected, .unmanaged, .uncontrolled]

  @Test(
    "Of needs with the same luck, those that become events at target also do above it",
    arguments: ["stroke", "infarction"]
  )
  func needs(_ id: String) throws {
    var trial = try Trial(of: id)
    for disease in ChronicDisease.allCases {
      for other in ChronicState.allCases {
        let controlled = trial.events(disease, .controlled, other: other)
        let uncontrolled = trial.events(disease, .uncontrolled, other: other)
        let isSubset = zip(controlled, uncontrolled).allSatisfy { !$0 || $1 }
        #expect(isSubset, "\(disease), the other \(other)")
        #expect(controlled.count { $0 } < uncontrolled.count { $0 })
        for state in Self.aboveTarget {
          let same = trial.events(disease, state, other: other) == uncontrolled
          #expect(same, "\(disease) \(state), the other \(other)")
        }
      }
    }
  }

  @Test(
    "As many needs become events as the person's risk says",
    arguments: ["stroke", "infarction"]
  )
  func frequency(_ id: String) throws {
    var trial = try Trial(of: id)
    for state in ChronicState.allCases {
      for other in ChronicState.allCases {
        let events = trial.events(.hypertension, state, other: other)
        var health = Health()
        health[.hypertension] = state
        health[.diabetes] = other
        let share = trial.county.plan.risk.share(trial.risk, health)
        let error = (share * (1 - share) / Double(events.count)).squareRoot()
        let seen = Double(events.count { $0 }) / Double(events.count)
        #expect(abs(seen - share) <= 4 * error, "\(state), \(other)")
      }
    }
  }

  @Test("Over a run under the same luck, events where all the ill are at target are among today's")
  func wholeRun() throws {
    let nothing = "[0%, 0%, 0%]"
    // Nobody's control changes, and nobody lives longer for an event that did not happen.
    let tiny = try TinyCounty(exchanging: [
      TinyCounty.giving("controlSpeed", "0%"), TinyCounty.giving("dropOut", "0%"),
      TinyCounty.giving("strokeFatality", nothing), TinyCounty.giving("heartFatality", nothing),
      TinyCounty.giving("deathsByAge", "[0, 0, 0, 0, 0, 0, 0, 0, 0]"),
    ])
    let stretch = Stretch(days: 180, warmUp: 0)
    var today = WatchedCounty(tiny, .baseline, stretch)
    var better = WatchedCounty(tiny, .baseline, stretch)
    bringToTarget(in: &better)
    let (before, after) = (events(of: &today), events(of: &better))
    #expect(today.world.needs.value == better.world.needs.value)
    try #require(before.count == after.count)
    let isSubset = zip(after, before).allSatisfy { !$0 || $1 }
    #expect(isSubset)
    let (many, few) = (before.count { $0 }, after.count { $0 })
    #expect(few > 0 && few < many, "\(few) of \(many)")
  }

  @Test("Under the same luck, nobody on the register is worse for more follow-ups")
  func course() throws {
    let county = QuietCounty(try .asWritten())
    let course = ChronicCourse(county.plan.inputs.chronicCare)
    let month = course.month(
      screening: 0,
      programmes: ChronicDisease.allCases.map { _ in 0 },
      control: 0
    )
    let order: [ChronicState] = [.unmanaged, .uncontrolled, .controlled]
    var better = 0
    for number in 0..<10_000 {
      let luck = (Double(number % 100) / 100, Double(number / 100) / 100)
      func place(after state: ChronicState, followed: Double) throws -> Int {
        let next = course.next(
          after: state,
          .hypertension,
          in: month,
          followed: followed,
          luck: luck
        )
        return try #require(order.firstIndex(of: next))
      }
      // Who is better off today and is followed up more.
      for (worse, ahead) in [(1, 1), (1, 2), (2, 2)] {
        let without = try place(after: order[worse], followed: 0)
        let with = try place(after: order[ahead], followed: 1)
        #expect(with >= without, "\(order[worse]), \(order[ahead]) at \(luck)")
        if with > without { better += 1 }
      }
    }
    #expect(better > 0)
  }

  /// Brings every resident with a disease to target.
  private func bringToTarget(in county: inout WatchedCounty) {
    for row in 0..<county.world.residents.count {
      let person = PersonID(row: row)
      let health = county.world.residents[person].health
      guard health.isPresent else { continue }
      for disease in ChronicDisease.allCases where health[disease] != .none {
        county.world.residents.turn(person, disease, to: .controlled)
      }
    }
  }

  /// Runs to the end; of each need of a source in turn, whether it became a stroke or an infarction.
  private func events(of county: inout WatchedCounty) -> [Bool] {
    var events: [Bool] = []
    while let event = county.next() {
      guard case .population(.needArises) = event else {
        county.handle(event)
        continue
      }
      let before = county.world.ledger.total(of: .chronicEvents)
      county.handle(event)
      events.append(county.world.ledger.total(of: .chronicEvents) != before)
    }
    return events
  }

  /// Needs of one condition and of one person, whose health is changed.
  private struct Trial: ~Copyable {
    static let needs = 2_000

    var county: QuietCounty
    let condition: Int
    let risk: Int
    private let home = SettlementID(row: 0)
    private let band = 6
    private let person: PersonID

    init(of id: String) throws {
      county = QuietCounty(try .asWritten())
      guard let condition = county.plan.conditions.all.firstIndex(where: { $0.id == id }),
        let risk = county.plan.risk.risk(of: condition)
      else { preconditionFailure("the catalogue has no condition of risk called \(id)") }
      self.condition = condition
      self.risk = risk
      person = county.world.residents.person(in: home, band: band, word: 0)
    }

    /// Which of the needs become events where one disease and the other stand like this.
    mutating func events(
      _ disease: ChronicDisease,
      _ state: ChronicState,
      other: ChronicState
    ) -> [Bool] {
      for one in ChronicDisease.allCases {
        county.world.residents[person].health[one] = one == disease ? state : other
      }
      return (0..<Self.needs).map { number in
        let need = Population.Need(
          key: UInt64(number),
          person: person,
          home: home,
          band: band,
          condition: condition
        )
        let episode = county.departments.population.episode(
          of: need,
          word: UInt32(number) << 20,
          in: &county.world
        )
        return county.departments.population.answers(episode, in: &county.world)
      }
    }
  }
}
