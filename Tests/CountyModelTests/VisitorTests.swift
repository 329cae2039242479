import Engine
import Geography
import Probability
import Testing

@testable import CountyModel

/// Runs begin on 1 January 2024; the festival is on 10 February, its eve on the 39th day after.
@Suite("Who comes home for the Spring Festival")
struct VisitorTests {
  private static let week = 39...46

  @Test("As many as the county says, of its ages below 65, each with a home, a band and luck")
  func rows() throws {
    let county = YearsOfTiny(try tiny(returning: "20%"), days: 60)
    let settlements = county.plan.map.settlements
    let expected = settlements.map { (Double($0.residents) * 0.2).rounded() }
    #expect(county.world.residents.visitors.count == Int(expected.reduce(0, +)))
    var bands = Array(repeating: 0, count: AgeBand.count)
    var names: Set<UInt64> = []
    for home in settlements.indices {
      let rows = county.world.residents.visitors.rows(in: home)
      #expect(rows.count == Int(expected[home]))
      for row in rows {
        let person = PersonID(row: row)
        let at = county.world.residents.home(of: person)
        #expect(at.row == home)
        bands[county.world.residents.band(of: person, in: at)] += 1
        names.insert(county.world.residents.luck(of: person))
      }
    }
    // Nobody shares luck with anybody, residents included.
    let all = county.world.residents.count
    for row in 0..<county.world.residents.visitors.first {
      names.insert(county.world.residents.luck(of: PersonID(row: row)))
    }
    #expect(names.count == all)
    let young = county.plan.map.residentsByAge.enumerated().map { $0 < 7 ? $1 : 0 }
    for (band, people) in young.enumerated() {
      let share = Double(people) / Double(young.reduce(0, +))
      // Rounded down at both ends of each band and settlement.
      let all = Double(bands.reduce(0, +))
      #expect(abs(Double(bands[band]) - share * all) <= Double(settlements.count))
    }
  }

  @Test("They are no residents: neither present, nor under contract, nor on a register")
  func apart() throws {
    let alone = QuietCounty(try tiny(returning: "0%"))
    let visited = QuietCounty(try tiny(returning: "40%"))
    let permanent = visited.world.residents.visitors.first
    #expect(alone.world.residents.count == permanent)
    #expect(visited.world.residents.count > permanent)
    #expect(alone.world.residents.present == visited.world.residents.present)
    #expect(alone.world.residents.presentByIncome == visited.world.residents.presentByIncome)
    for disease in ChronicDisease.allCases {
      for state in ChronicState.allCases {
        let before = alone.world.residents.count(disease, state)
        let after = visited.world.residents.count(disease, state)
        #expect(before == after)
      }
    }
    let everybody = ContractNotice(general: 65_536, key: 65_536)
    var ill = 0
    for row in permanent..<visited.world.residents.count {
      let visitor = visited.world.residents[PersonID(row: row)]
      #expect(!everybody.include(visitor) && !visitor.traits.contains(.keyGroup))
      #expect(!visitor.health.isPresent)
      if visitor.health.pattern != 0 { ill += 1 }
    }
    #expect(ill > 0)
    for row in 0..<permanent {
      let (one, same) = (
        alone.world.residents[PersonID(row: row)], visited.world.residents[PersonID(row: row)]
      )
      #expect(one.traits == same.traits && one.health.rawValue == same.health.rawValue)
      #expect(one.contractRank == same.contractRank)
    }
    let register = visited.departments.chronicCare.registerIdentity(in: visited.world)
    let residents = visited.departments.population.residentsIdentity(in: visited.world)
    #expect(register.holds && residents.holds)
  }

  @Test("Needs are theirs in the festival week only, of their own band; all others stay the same")
  func needs() throws {
    let alone = YearsOfTiny(try tiny(returning: "0%"), days: 60)
    let visited = YearsOfTiny(try tiny(returning: "50%"), days: 60)
    let permanent = visited.world.residents.visitors.first
    for day in [0, 38, 39, 42, 46, 47, 59] {
      var visiting = 0
      var (expected, variance) = (0.0, 0.0)
      let draws = 1_000
      for key in 0..<draws {
        let (home, profile) = (key % alone.plan.map.settlements.count, key % 3)
        let share = visited.departments.population.rates.visitorShare(home, profile, onDay: day)
        expected += share
        variance += share * (1 - share)
        let words = alone.world.streams.words(at: Purpose.need.at(UInt64(key)))
        let before = alone.departments.population.need(
          UInt64(key),
          home,
          profile,
          onDay: day,
          words,
          in: alone.world
        )
        let after = visited.departments.population.need(
          UInt64(key),
          home,
          profile,
          onDay: day,
          words,
          in: visited.world
        )
        #expect(before.person.row < permanent)
        #expect(after.home.row == home)
        let band = visited.world.residents.band(of: after.person, in: after.home)
        let from = visited.world.residents.home(of: after.person)
        #expect(band == after.band && from.row == home)
        #expect(visited.plan.conditions.perDay[after.condition][band] > 0)
        guard after.person.row < permanent else {
          visiting += 1
          #expect(AgeBand.lowestAges[band] < 65)
          continue
        }
        #expect(after.person.row == before.person.row && after.band == before.band)
        #expect(after.condition == before.condition && after.emergency == before.emergency)
      }
      guard Self.week.contains(day) else {
        #expect(visiting == 0, "day \(day)")
        continue
      }
      #expect(abs(Double(visiting) - expected) < 4 * variance.squareRoot(), "day \(day)")
      // A half on top would be a third of all; they are younger than residents.
      #expect(expected > Double(draws) / 6 && expected < Double(draws) / 3, "day \(day)")
    }
  }

  @Test("There are as many needs as the rates of the week say, and as many of them visitors'")
  func number() throws {
    let tiny = try TinyCounty(
      exchanging: TinyCounty.nobodyChanges + [TinyCounty.giving("festivalReturn", "50%")]
    )
    let stretch = Stretch(days: 60, warmUp: 0)
    let scenario = tiny.scenario(.baseline, stretch)
    var county = County(scenario, map: tiny.map, seed: stretch.seed, replication: 0)
    var before: [Int64] = [0, 0, 0]
    var week: [Int64] = [0, 0]
    for day in 0..<stretch.days {
      county.run(untilDay: day + 1)
      let needs = (0..<Count.lanes).reduce(0) { $0 + county.ledgerTotal(of: .needs, lane: $1) }
      let after = [
        needs, county.ledgerTotal(of: .visitorNeeds, lane: 0),
        county.ledgerTotal(of: .visitorDays, lane: 0),
      ]
      let today = zip(after, before).map { $0 - $1 }
      before = after
      if Self.week.contains(day) {
        #expect(today[1] > 0 && today[2] > 0, "day \(day)")
        week = [week[0] + today[0], week[1] + today[1]]
      } else {
        #expect(today[1] == 0 && today[2] == 0, "day \(day)")
      }
    }
    let plan = CountyPlan(scenario, map: tiny.map)
    var (expected, visiting) = (0.0, 0.0)
    for day in Self.week {
      for home in plan.map.settlements.indices {
        for profile in NeedProfile.allCases.indices {
          let rates = county.departments.population.rates
          let needs = rates.expected(home, profile, onDay: day)
          expected += needs
          visiting += needs * rates.visitorShare(home, profile, onDay: day)
        }
      }
    }
    // A few of the strokes drawn are nobody's.
    #expect(abs(Double(week[0]) - expected) < 4 * expected.squareRoot() + 0.01 * expected)
    #expect(abs(Double(week[1]) - visiting) < 4 * visiting.squareRoot() + 0.01 * visiting)
    let readings = county.readings()
    #expect(readings.identities.allSatisfy { $0.holds })
    let share = try #require(readings.first("population.visitorNeedShare"))
    #expect(share > 0 && share < 1.0 / 3)
  }

  @Test("Their part of the needs follows their own number and ages from festival to festival")
  func followed() throws {
    let county = YearsOfTiny(try tiny(returning: "50%"), days: 4 * 366)
    let (plan, rates) = (county.plan, county.departments.population.rates)
    // The eves of 2024 and 2027, both in February.
    for (day, newYears) in [(39, 0), (1131, 3)] {
      for profile in NeedProfile.allCases.indices {
        let heads = (0..<AgeBand.count).map { band in
          plan.conditions.ofProfile[profile].reduce(0.0) {
            $0 + plan.conditions.perDay[$1][band] * plan.conditions.all[$1].season[1]
              * plan.risk.multiplier($1, band: band)
          }
        }
        let residents = heads.indices.reduce(0.0) {
          let rows = county.world.residents.rows(in: 3, band: $1, newYears: newYears)
          return $0 + Double(rows.count) * heads[$1]
        }
        let visitors = heads.indices.filter(Visitors.bands.contains).reduce(0.0) {
          let rows = county.world.residents.visitors.rows(in: 3, band: $1, newYears: newYears)
          return $0 + Double(rows.count) * heads[$1]
        }
        let share = rates.visitorShare(3, profile, onDay: day)
        #expect(abs(share - visitors / (residents + visitors)) < 1e-12)
        #expect(share > 0 && share < 1.0 / 3)
      }
    }
  }

  @Test("Until the eve it makes no difference who will come")
  func before() throws {
    let stretch = Stretch(days: 60, warmUp: 0)
    let alone = try tiny(returning: "0%")
    let visited = try tiny(returning: "50%")
    let eve = Self.week.lowerBound
    let (one, same) = (
      alone.fingerprint(.baseline, stretch, untilDay: eve),
      visited.fingerprint(.baseline, stretch, untilDay: eve)
    )
    #expect(one == same)
    let (fewer, more) = (
      alone.fingerprint(.baseline, stretch, untilDay: eve + 1),
      visited.fingerprint(.baseline, stretch, untilDay: eve + 1)
    )
    #expect(fewer != more)
  }

  @Test("Policies meet the same visitors")
  func common() throws {
    let county = try tiny(returning: "30%")
    let stretch = Stretch(
      start: CivilDate(dayNumber: Stretch.firstOf2024 + 35),
      days: 14,
      warmUp: 0
    )
    let policy = try Policy.pulling(["familyDoctor.general": 0.9])
    let (without, with) = (
      county.readings(.baseline, stretch), county.readings(policy, stretch)
    )
    #expect(without.needs == with.needs)
    #expect(without.fingerprint != with.fingerprint)
  }

  @Test("A visitor comes back next year a year older, and remembers the last visit")
  func nextYear() throws {
    var county = YearsOfTiny(try tiny(returning: "20%"), days: 420)
    let home = SettlementID(row: 3)
    let person = county.world.residents.visitors.person(in: home, band: 3, word: 1 << 31)
    let facility = FacilityID(row: 0)
    var memory = VisitMemory()
    memory.fail()
    county.world.residents[person].use(facility, remembering: memory)
    county.world.residents[person].benefits.inpatientPaid = 7
    let luck = county.world.residents.luck(of: person)
    let count = county.world.residents.visitors.count
    county.run()
    #expect(county.world.residents.newYears == 1)
    let last = county.world.usualFacility(of: person)
    let usual = try #require(last)
    #expect(usual.facility == facility && usual.memory.failed)
    #expect(county.world.residents[person].benefits.inpatientPaid == 7)
    #expect(county.world.residents.luck(of: person) == luck)
    let band = county.world.residents.band(of: person, in: home)
    #expect(band == 3 || band == 4)
    // About as many are born as turn 65, and those who do come no more.
    let later = county.world.residents.visitors.count
    #expect(abs(later - count) <= count / 50)
    for home in county.plan.map.settlements.indices {
      let old = county.world.residents.visitors.count(in: SettlementID(row: home), band: 7)
      #expect(old == 0)
    }
  }

  @Test("A visitor who dies comes no more, and no resident is missing")
  func death() throws {
    var county = QuietCounty(try tiny(returning: "20%"))
    let visitors = county.world.residents.visitors.count
    let person = county.world.residents.visitors.person(
      in: SettlementID(row: 0),
      band: 4,
      word: 0
    )
    let patient = try county.patient("respiratory", .minor, [.fatal])
    county.world.episodes[patient].person = person
    let present = county.world.residents.present
    let deaths = county.total(.deaths)
    county.say(.closed(patient))
    #expect(county.world.residents[person].health.life == .dead)
    #expect(!county.world.residents[person].hasNeeds)
    #expect(county.world.residents.visitors.count == visitors - 1)
    #expect(county.world.residents.present == present)
    let deathsAfter = county.total(.deaths)
    #expect(deathsAfter == deaths)
    let identity = county.departments.population.residentsIdentity(in: county.world)
    #expect(identity.holds)
  }

  private func tiny(returning share: String) throws -> TinyCounty {
    try TinyCounty(exchanging: [TinyCounty.giving("festivalReturn", share)])
  }
}
