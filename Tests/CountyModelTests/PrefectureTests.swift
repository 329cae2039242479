import Engine
import Geography
import Testing

@testable import CountyModel

/// Several counties side by side.
@Suite("Prefecture")
struct PrefectureTests {
  private static let made = Result {
    let other = TinyCounty.Exchange(old: "  seed: 7\n", new: "  seed: 8\n")
    return [try TinyCounty.asWritten(), try TinyCounty(exchanging: [other])]
  }
  /// The two of them side by side without a link.
  private static let apart = Result { readings(try made.get(), outside: nil) }
  private static let stretch = Stretch(days: 28, warmUp: 7)
  private let counties: [TinyCounty]

  init() throws { counties = try Self.made.get() }

  private static func readings(
    _ members: [TinyCounty],
    outside: CityDemand?,
    _ policy: Policy = .baseline
  ) -> Readings {
    let parts = members.map { (scenario: $0.scenario(policy, stretch), map: $0.map) }
    var prefecture = Prefecture(
      parts,
      outside: outside,
      seed: stretch.seed,
      replication: stretch.replication
    )
    prefecture.run(untilDay: 20)
    prefecture.run(untilDay: prefecture.totalDays)
    return prefecture.readings()
  }

  @Test("Two counties without a link are two separate runs")
  func unlinked() throws {
    let together = try Self.apart.get()
    for (place, county) in counties.enumerated() {
      let alone = county.readings(.baseline, Self.stretch)
      #expect(together.counties[place].fingerprint == alone.fingerprint)
      #expect(together.counties[place].counts == alone.counts)
    }
  }

  @Test("Neighbours do not share their luck")
  func ownLuck() throws {
    let together = try Self.apart.get()
    #expect(together.counties[0].needs != together.counties[1].needs)
  }

  @Test("What the region counts is the sum of its counties")
  func sums() throws {
    let together = try Self.apart.get()
    let perResident = try #require(Measure.named("visits.perResident"))
    let rates = together.counties.compactMap { $0.value(of: perResident, inQuarter: 0) }
    // Residents come and go, so each county weighs by its days of residents.
    let people = together.counties.map { Double($0.total(.residentDays, lane: 0, month: 0)) }
    let mean = zip(rates, people).reduce(0) { $0 + $1.0 * $1.1 } / people.reduce(0, +)
    let region = try #require(together.value(of: perResident, inQuarter: 0))
    #expect(abs(region - mean) < 1e-9)
    #expect(!together.identities.contains { !$0.holds })
    #expect(together.settlements.count == counties.reduce(0) { $0 + $1.map.settlements.count })
  }

  /// Every level that is reported, and whether it is a number of things or a number per head.
  private static let isStock = [
    "population.residents": true, "workforce.posted": true, "workforce.postingIntensity": false,
    "workforce.physiciansPerThousand": false, "workforce.licensedShare": false,
    "contracts.general": false, "contracts.key": false, "contracts.served": false,
    "ems.staticCircle": false, "facilities.bedsAdded": true, "facilities.bedsUnstaffed": true,
    "facilities.departments": true, "facilities.levelTwo": true,
    "facilities.nursesPerThousand": false, "facilities.openTownships": true,
    "facilities.openVillages": true, "facilities.subCentres": true, "facilities.tertiary": true,
  ]
  /// Two counties of unlike size under unlike policies, so that a sum, a plain mean and a mean over
  /// residents are three numbers.
  private static let unlike = Result {
    let levels: [String: Double] = [
      "workforce.countyPosted": 4, "workforce.physicians": 4, "workforce.licensed": 0.9,
      "familyDoctor.general": 0.9, "familyDoctor.key": 0.9,
    ]
    let parts = try zip(made.get(), [.pulling(levels), Policy.baseline]).map {
      $0.readings($1, Stretch(days: 7, warmUp: 0))
    }
    return Readings(joining: parts, residents: sizes)
  }
  private static let sizes = [
    ResidentsBySetting(urban: 1000, rural: 5000), ResidentsBySetting(urban: 2000, rural: 1000),
  ]

  @Test("Every level says whether counties add up or are averaged")
  func levelsAreDeclared() {
    let levels = Measure.all.filter { if case .level = $0.formula { true } else { false } }
    #expect(levels.map(\.id).sorted() == Self.isStock.keys.sorted())
  }

  @Test(
    "In a region numbers of things add up and numbers per head are means over residents",
    arguments: isStock.keys.sorted()
  )
  func levels(_ id: String) throws {
    let together = try Self.unlike.get()
    let measure = try #require(Measure.named(id))
    let each = together.counties.compactMap { $0.value(of: measure, inQuarter: 0) }
    let region = try #require(together.value(of: measure, inQuarter: 0))
    let expected =
      Self.isStock[id] == true
      ? each[0] + each[1] : (each[0] * 6000 + each[1] * 3000) / 9000
    // Rates are kept in whole ten-thousandths at most.
    #expect(abs(region - expected) < 1e-3, "\(each) to \(region)")
    if id.hasPrefix("workforce.") { #expect(each[0] > each[1]) }
  }

  @Test("The static circle of a setting is the mean over the residents of that setting")
  func circles() throws {
    let together = try Self.unlike.get()
    for (lane, weights) in [[1000.0, 2000], [5000, 1000]].enumerated() {
      let each = together.counties.map {
        Double($0.total(.staticCircle, lane: lane, month: 0))
      }
      let mean =
        (each[0] * weights[0] + each[1] * weights[1]) / (weights[0] + weights[1])
      #expect(abs(Double(together.total(.staticCircle, lane: lane, month: 0)) - mean) < 1)
    }
  }

  @Test("Linked counties fill each other's city hospitals, needs stay their own")
  func linked() throws {
    let nobody = CityDemand(visits: 0, admissions: 0)
    let many = CityDemand(visits: 2_000, admissions: 0)
    let quiet = Self.readings(counties, outside: nobody)
    let crowded = Self.readings(counties, outside: many)
    #expect(quiet.needs == crowded.needs)
    #expect(quiet.fingerprint != crowded.fingerprint)
    // Two thousand strangers a day at three physicians leave residents little.
    let city = FacilityKind.cityHospital.lane
    func seen(_ readings: Readings) -> Int64 {
      readings.counts[Count.rows * Count.lanes + Count.visits.row * Count.lanes + city]
    }
    #expect(seen(crowded) < seen(quiet))
  }

  @Test("The link carries last week's demand of the others on the same weekday")
  func link() {
    var link = CityLink(counties: 2, outside: CityDemand(visits: 10, admissions: 1))
    for day in 1...7 {
      #expect(link.neighbours(of: 0) == nil)
      // County 1 sends as many visits as the number of the day, county 0 always a hundred.
      let sum = Double(day * (day + 1) / 2)
      link.turnDay([
        CityDemand(visits: Double(100 * day), admissions: 0),
        CityDemand(visits: sum, admissions: Double(day)),
      ])
    }
    #expect(link.neighbours(of: 0) == CityDemand(visits: 11, admissions: 2))
    #expect(link.neighbours(of: 1) == CityDemand(visits: 110, admissions: 1))
  }

  @Test("A lever may hold in one county only")
  func scope() throws {
    let everywhere = Policy.Setting(
      path: "clinics.countyPhysicians",
      course: .always(2)
    )
    let elsewhere = Policy.Setting(
      path: "beds.countyBeds",
      course: .always(2),
      counties: ["Elsewhere"]
    )
    let policy = Policy(
      id: "p",
      zh: "",
      en: "",
      plan: [],
      note: "",
      settings: [everywhere, elsewhere]
    )
    #expect(policy.within("Here").settings == [everywhere])
    #expect(policy.within("Elsewhere").settings == [everywhere, elsewhere])
  }
}
