import Engine
import Geography
import Glibc
import Testing

@testable import CountyModel

@Suite("Postings and absence")
struct PostingTests {
  @Test("A post of 26 weeks with a fortnight between physicians is empty on 14 days of 196")
  func gaps() {
    let post = Post(opened: 10)
    let days = 10..<(10 + 2 * 196)
    let empty = days.count { post.posting(onDay: $0, weeks: 26, gap: 14) == nil }
    #expect(empty == 2 * 14)
    #expect(post.posting(onDay: 9, weeks: 26, gap: 14) == nil)
    #expect(post.posting(onDay: 10, weeks: 26, gap: 14)?.number == 0)
    #expect(post.posting(onDay: 10 + 196, weeks: 26, gap: 14)?.number == 1)
    #expect(post.posting(onDay: 10 + 196, weeks: 26, gap: 14)?.start == 206)
    // A year's posting changes hands half as often.
    let longer = (10..<(10 + 2 * 378)).count {
      post.posting(onDay: $0, weeks: 52, gap: 14) == nil
    }
    #expect(longer == 2 * 14)
  }

  @Test("Three for three days a week are 1.8 physicians at each centre, and the city lacks them")
  func cityPostings() throws {
    var county = QuietCounty(
      try .asWritten(),
      try .pulling(["workforce.cityPosted": 3, "workforce.cityPostedDays": 3])
    )
    county.run(untilMinute: 1)
    let plan = county.plan
    let townships = Double(plan.facilities.townships.count)
    let changes = county.world.notices.postings.physicians
    let gained = plan.facilities.clinics.indices.reduce(0.0) {
      $0 + (plan.facilities.clinics[$1].kind.tier == .township ? changes[$1] : 0)
    }
    let lost = plan.facilities.clinics.indices.reduce(0.0) {
      $0 + (plan.facilities.clinics[$1].kind.tier == .city ? changes[$1] : 0)
    }
    #expect(abs(gained - 1.8 * townships * plan.inputs.workforce.postedClinicShare) < 1e-9)
    #expect(abs(lost + 1.8 * townships * plan.inputs.workforce.donorClinicShare) < 1e-9)
    #expect(county.total(.posted, lane: 1) == Int64((1800 * townships).rounded()))
  }

  @Test("Fifty a year for half a year each are 25 at a time, whatever the number of centres")
  func yearly() throws {
    let plan = QuietCounty(try .asWritten()).plan
    var postings = PostingPlan(plan)
    let order = PostingPlan.Order(number: 50, daysAWeek: 5, weeks: 26, gap: 14, backfill: 0)
    var served: Set<Int> = []
    for day in stride(from: 0, to: 1000, by: 7) {
      let found = postings.postings(.yearly, order, onDay: day) { _ in nil }
      #expect(found.count == 25)
      for case let posting? in found { served.insert(posting.to.row) }
    }
    #expect(served == Set(plan.facilities.townships.map(\.row)))
  }

  @Test("A donor gives from its own specialties, each in turn")
  func donors() throws {
    let plan = QuietCounty(try .asWritten()).plan
    let tcm = try #require(
      plan.facilities.hospitals.first { plan.facilities.kind($0) == .countyTCM }
    )
    var postings = PostingPlan(plan)
    let order = PostingPlan.Order(number: 1, daysAWeek: 5, weeks: 26, gap: 0, backfill: 0)
    let own = Set(
      plan.facilities.clinics.filter { $0.facility == tcm }.compactMap(\.specialty)
    )
    var seen: Set<Int> = []
    for half in 0..<8 {
      for case let posting? in postings.postings(
        .county,
        order,
        onDay: half * 182,
        donor: { _ in tcm }
      ) {
        #expect(posting.from == tcm)
        #expect(posting.isLong)
        seen.insert(posting.specialty)
      }
    }
    #expect(seen == own)
  }

  @Test("A grade changes what a posting brings, not how many physicians stand where")
  func grades() throws {
    func posted(_ weights: String) throws -> PostingNotice {
      // What the file says goes into a comment.
      let tiny = try TinyCounty(exchanging: [
        .init(old: "gradeSkill: [", new: "gradeSkill: \(weights) # [")
      ])
      let county = QuietCounty(tiny, try .pulling(["workforce.countyPosted": 1]))
      return county.world.notices.postings
    }
    let (same, half) = (try posted("[1, 1, 1]"), try posted("[0.5, 0.5, 0.5]"))
    let quiet = QuietCounty(try .asWritten())
    let inputs = quiet.plan.inputs.workforce
    for township in quiet.plan.facilities.townships {
      // One physician of weight 1 is log2(1 + 1) = 1.
      #expect(same.skill[township.row] == inputs.postedSkill)
      #expect(same.shift[township.row] == inputs.postedShift)
      let strength = log2(1.5)
      #expect(abs(half.skill[township.row] - inputs.postedSkill * strength) < 1e-12)
      #expect(abs(half.shift[township.row] - inputs.postedShift * strength) < 1e-12)
    }
    #expect(same.physicians == half.physicians)
    #expect(same.physicians.contains { $0 > 0 })
  }

  @Test("Juniors: none unless asked for, all at 1, and a larger share only adds")
  func juniors() throws {
    let plan = QuietCounty(try .asWritten()).plan
    func juniors(_ share: Double) -> Set<Int> {
      var postings = PostingPlan(plan)
      var order = PostingPlan.Order(number: 50, daysAWeek: 5, weeks: 26, gap: 0, backfill: 0)
      order.juniors = share
      let found = postings.postings(.yearly, order, onDay: 0) { _ in nil }
      return Set(found.indices.filter { found[$0]?.grade == .junior })
    }
    let sets = [0, 0.25, 0.5, 0.75, 1].map { juniors($0) }
    for (fewer, more) in zip(sets, sets.dropFirst()) { #expect(fewer.isStrictSubset(of: more)) }
    #expect(sets.first?.isEmpty == true)
    #expect(sets.last?.count == 25)
  }

  @Test("Leave takes the stated share of days, in spells, within four standard errors")
  func leave() throws {
    let tiny = try TinyCounty(exchanging: [.init(old: "absence: 0%", new: "absence: 20%")])
    let county = QuietCounty(tiny)
    let absence = StaffAbsence(county.plan)
    var today = Today(plan: county.plan)
    let days = 1000
    var away = 0.0
    var changes = 0
    var previous = [Double](repeating: 1, count: county.plan.facilities.clinics.count)
    for day in 0..<days {
      today.turn(to: county.plan.clock.midnight(ofDay: day))
      for row in previous.indices {
        let present = absence.presence(
          ofClinic: row,
          trained: 0,
          on: today,
          streams: county.world.streams
        )
        away += 1 - present
        if present != previous[row] { changes += 1 }
        previous[row] = present
      }
    }
    let trials = Double(days * previous.count)
    let spells = trials / 5
    let error = (0.2 * 0.8 / spells).squareRoot()
    #expect(abs(away / trials - 0.2) < 4 * error)
    // Days drawn one by one would change on 32 % of days for a single physician, spells on 6.4 %.
    #expect(Double(changes) / trials < 0.16)
  }

  @Test("Every village doctor trains once a year, and a substitute keeps the clinic open")
  func villageRotation() throws {
    let county = QuietCounty(try .asWritten())
    let absence = StaffAbsence(county.plan)
    let rows = county.plan.facilities.clinics.indices.filter {
      county.plan.facilities.clinics[$0].kind.tier == .village
    }
    func closed(_ substitute: Double) -> [Int] {
      var today = Today(plan: county.plan)
      var closed = [Int](repeating: 0, count: rows.count)
      // From 1 April 2024: the days of the year 2025.
      for day in 275..<(275 + 365) {
        today.turn(to: county.plan.clock.midnight(ofDay: day))
        for (place, row) in rows.enumerated()
        where absence.closes(
          clinic: row,
          days: 12,
          substitute: substitute,
          on: today,
          streams: county.world.streams
        ) {
          closed[place] += 1
        }
      }
      return closed
    }
    #expect(closed(0).allSatisfy { $0 == 12 })
    #expect(closed(1).allSatisfy { $0 == 0 })
    #expect(closed(0.5).allSatisfy { $0 == 0 || $0 == 12 })
  }
}
