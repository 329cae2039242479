import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("Chronic care")
struct ChronicCareTests {
  @Test("The first census has the prevalence, awareness and registers of the inputs")
  func census() throws {
    let county = QuietCounty(try .asWritten())
    let inputs = county.plan.inputs.chronicCare
    for band in 0..<AgeBand.count {
      let census = inputs.census(band)
      var people = 0
      var found = Array(repeating: 0, count: ChronicState.allCases.count)
      for home in county.plan.map.settlements.indices {
        for row in county.world.residents.rows(in: home, band: band, newYears: 0) {
          people += 1
          found[Int(county.world.residents[PersonID(row: row)].health[.hypertension].rawValue)] += 1
        }
      }
      for state in ChronicState.allCases {
        let share = census.share(.hypertension, state)
        let error = (share * (1 - share) / Double(people)).squareRoot()
        let seen = Double(found[Int(state.rawValue)]) / Double(people)
        #expect(abs(seen - share) <= 4 * error, "band \(band), \(state)")
      }
    }
  }

  @Test("At today's census the registers leave the total of strokes and infarctions as it was")
  func thinning() throws {
    let county = QuietCounty(try .asWritten())
    let risk = county.plan.risk
    for id in ["stroke", "infarction"] {
      let condition = try #require(county.plan.conditions.all.firstIndex { $0.id == id })
      let place = try #require(risk.risk(of: condition))
      for band in 2..<AgeBand.count {
        var kept: [Double] = []
        for home in county.plan.map.settlements.indices {
          for row in county.world.residents.rows(in: home, band: band, newYears: 0) {
            kept.append(risk.share(place, county.world.residents[PersonID(row: row)].health))
          }
        }
        let factor = risk.multiplier(condition, band: band)
        let effect = Effect(kept.map { $0 * factor - 1 })
        #expect(abs(effect.standardErrors) < 4, "\(id), band \(band): \(effect)")
      }
    }
  }

  @Test("Control from 20 to 57 % of hypertensives lowers strokes by the published 0.67 to 0.77")
  func village() throws {
    let inputs = try TinyCounty.asWritten().inputs.chronicCare
    var (above, at) = (Health(), Health())
    above[.hypertension] = .uncontrolled
    at[.hypertension] = .controlled
    // CRHCP: the village-doctor arm reached 57 % control, the usual-care arm 20 % (H-10).
    func hazard(_ control: Double) -> Double {
      (1 - control) * inputs.stroke.relative(above) + control * inputs.stroke.relative(at)
    }
    let ratio = hazard(0.57) / hazard(0.20)
    #expect((0.67...0.77).contains(ratio), "\(ratio)")
    // H-12: no clear reduction of severe events elsewhere, so infarctions hardly move.
    let heart =
      (0.43 + 0.57 * inputs.heart.controlled[0]) / (0.8 + 0.2 * inputs.heart.controlled[0])
    #expect((0.85...1).contains(heart))
  }

  @Test("Somebody who comes four times a year is called four times, on working days")
  func calendar() throws {
    let county = QuietCounty(try .asWritten())
    var calendar = DueCalendar(county.plan)
    var calls = 0
    for month in 1...12 {
      let date = try #require(CivilDate(year: 2024, month: month, day: 1))
      calendar.turn(to: date)
      for person in 0..<100 {
        calendar.enter(
          PersonID(row: person),
          .followUp,
          timesAYear: 4,
          phase: (Double(person) + 0.5) / 100,
          month: 2024 * 12 + month - 1
        )
      }
      for day in 1...31 where calendar.followUps(onDay: day) > 0 {
        calls += calendar.count(onDay: day)
        let due = date.adding(days: day - 1)
        #expect(due.weekday < 5 && !due.isFestivalWeek)
      }
    }
    #expect(calls == 400)
  }

  @Test("Refills that the registers take over are taken out of the catalogue, at every age")
  func neverTwice() throws {
    let county = QuietCounty(try .asWritten())
    let plan = county.plan
    let refill = try #require(plan.conditions.all.firstIndex { $0.id == "chronicRefill" })
    var (before, after) = (0.0, 0.0)
    for (band, people) in plan.map.residentsByAge.enumerated() {
      let rate = plan.conditions.perDay[refill][band] * 365.25 * Double(people)
      before += rate
      let own = plan.inputs.chronicCare.census(band).visitsAYear(plan.inputs.chronicCare)
      after += rate * plan.risk.multiplier(refill, band: band) + own * Double(people)
    }
    #expect(abs(after / before - 1) < 1e-9, "\(after / before)")
  }
}

@Suite("Cut the wire: follow-ups", .serialized)
struct FollowUpWireTests {
  private let stretch = Stretch(
    start: CivilDate(dayNumber: Stretch.firstOf2024 + 91),
    days: 12,
    warmUp: 0
  )

  @Test("Three times the follow-ups: grassroots waits rise in every replication")
  func longer() throws {
    let county = try TinyCounty.asWritten()
    let more = try Policy.pulling(["chronic.followUpsPerYear": 12, "chronic.managementRate": 1])
    let differences = try (0..<3).map { replication in
      var stretch = stretch
      stretch.replication = UInt32(replication)
      let waits = try [Policy.baseline, more].map {
        try #require(county.readings($0, stretch).first("wait.township"))
      }
      return waits[1] - waits[0]
    }
    let effect = Effect(differences)
    #expect(effect.standardErrors > 2, "\(effect)")
  }

  @Test("Follow-ups that take no minutes change not a single event")
  func nothing() throws {
    let county = try TinyCounty(exchanging: [
      .init(old: "followUpMinutes: 8 min", new: "followUpMinutes: 0 min")
    ])
    let baseline = county.readings(.baseline, stretch)
    let more = county.readings(try .pulling(["chronic.followUpsPerYear": 12]), stretch)
    #expect(more.fingerprint == baseline.fingerprint)
    for department in Department.allCases where department != .chronicCare {
      #expect(more.counts(of: department) == baseline.counts(of: department))
    }
    #expect(more.total(.followUpsDue, lane: 0) > 2 * baseline.total(.followUpsDue, lane: 0))
  }
}
