import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("First contact")
struct FirstContactTests {
  @Test(
    "Under strict gatekeeping adults see grassroots first; the old, the young and the urgent need not"
  )
  func gatekeeping() throws {
    let strict = try Policy.pulling(["firstContact.gatekeeping": 1])
    let bound = try kinds(strict, age: 4, [])
    #expect(!bound.isEmpty && bound.allSatisfy(\.isGrassroots))
    for (age, traits) in [(0, EpisodeTraits()), (7, []), (8, []), (4, .emergency)] {
      #expect(try kinds(strict, age: age, traits).contains { !$0.isGrassroots })
    }
    #expect(try kinds(.baseline, age: 4, []).contains { !$0.isGrassroots })
  }

  @Test("A hospital visit without a referral costs those bound by the rule more, and nobody else")
  func penalty() throws {
    let county = QuietCounty(
      try .asWritten(),
      try .pulling(["firstContact.unreferredPrice": 20])
    )
    var adult = Episode.blank
    adult.age = 4
    var old = adult
    old.age = 8
    var sent = adult
    sent.traits = [.referred]
    let gate = county.world.notices.gate
    #expect(gate.charge(adult, at: .countyGeneral) == 20)
    #expect(gate.charge(adult, at: .townshipCentre) == 0)
    #expect(gate.charge(old, at: .countyGeneral) == 0)
    #expect(gate.charge(sent, at: .countyGeneral) == 0)
  }

  @Test("A township that can treat more is chosen by more, and only in its neighbourhood")
  func uplift() throws {
    var county = QuietCounty(try .asWritten())
    let township = try county.facility(.townshipCentre)
    let before = try facilities(&county, age: 4, [])
    for severity in Severity.allCases {
      county.world.notices.services.add(uplift: 1, at: township, severity)
    }
    county.world.notices.services.shift[township.row] = 0.5
    county.departments.firstContact.turnDay(in: &county.world)
    county.needs = 1
    let after = try facilities(&county, age: 4, [])
    #expect(
      after.filter { $0 == township }.count > before.filter { $0 == township }.count
    )
    for (old, new) in zip(before, after) where new != old { #expect(new == township) }
  }

  @Test("A surprise of S moves perceived quality Q to (1 - k) Q + k S, and only at home")
  func quality() throws {
    var county = QuietCounty(try .asWritten())
    let general = try county.facility(.countyGeneral)
    let (home, other) = (SettlementID(row: 0), SettlementID(row: 1))
    county.world.choice.experience(0.5, at: general, from: home)
    county.world.choice.experience(0.5, at: general, from: home)
    // k = 2 %: 0.01, then 0.98 of it and 0.01 more.
    #expect(abs(quality(of: general, to: home, in: county) - 0.0198) < 1e-6)
    #expect(quality(of: general, to: other, in: county) == 0)
  }

  @Test("Needs without care are split by reason, and the reasons add up in every settlement")
  func reasons() throws {
    let readings = try TinyCounty.asWritten().readings(.baseline, Stretch(days: 14, warmUp: 0))
    let lanes = readings.lanes(of: .unmet)
    let total = lanes.reduce(0, +)
    func count(_ reason: UnmetReason) -> Int {
      Int(
        lanes.enumerated().filter { $0.offset % Count.lanes == reason.rawValue }.map(\.element)
          .reduce(0, +)
      )
    }
    let years = readings.settlements.flatMap { $0 }
    #expect(years.reduce(0) { $0 + $1.unmet } == Int(total))
    #expect(years.reduce(0) { $0 + $1.unmetForPrice } == count(.price))
    #expect(years.reduce(0) { $0 + $1.unmetForDistance } == count(.distance))
    #expect(years.reduce(0) { $0 + $1.unmetForWait } == count(.wait))
    #expect(years.reduce(0) { $0 + $1.gaveUp } == count(.gaveUp))
    for reason in [UnmetReason.choice, .price, .distance, .wait] { #expect(count(reason) > 0) }
  }

  private func quality(
    of facility: FacilityID,
    to home: SettlementID,
    in county: borrowing QuietCounty
  ) -> Double {
    (0..<CountyPlan.mostAlternatives).reduce(0) { sum, place in
      let one = county.world.choice[
        AlternativeID(row: home.row * CountyPlan.mostAlternatives + place)
      ]
      return one.facility == facility ? Double(one.quality) : sum
    }
  }

  /// Kinds of facility to which 200 people of an age set out.
  private func kinds(
    _ policy: Policy,
    age: Int,
    _ traits: EpisodeTraits
  ) throws -> [FacilityKind] {
    var county = QuietCounty(try .asWritten(), policy)
    return try facilities(&county, age: age, traits).compactMap { $0 }
      .map { county.plan.facilities.kind($0) }
  }

  private func facilities(
    _ county: inout QuietCounty,
    age: Int,
    _ traits: EpisodeTraits
  ) throws -> [FacilityID?] {
    try (0..<200).map { _ in
      let patient = try county.patient("cardiovascular", .moderate, traits)
      county.world.episodes[patient].age = UInt8(age)
      county.say(.needArose(patient))
      let episode = county.world.episodes[patient]
      return episode.stage == .travelling ? episode.facility : nil
    }
  }
}
