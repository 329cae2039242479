import Engine
import Geography
import Testing

@testable import CountyModel

/// Additions that nobody uses must leave the same events and the same books, to the last bit.
///
/// They stand first in every list, so that whatever counts on a place in a list is seen.
@Suite("What nobody uses changes nothing")
struct UnusedAdditionsTests {
  /// Long enough for beds to run short and for physicians to come by the fraction.
  private static let stretch = Stretch(days: 14, warmUp: 14)
  private static let before = Result {
    let county = try TinyCounty.asWritten()
    return county.readings(.baseline, stretch)
  }

  /// Counts of what is there, used or not.
  private static let presence: [Count] = [
    .facilityDays, .dutyTime, .bedsOpen, .grassrootsBeds, .careBeds, .wardNights, .kindOpen,
    .villageDays, .openTownships, .openVillages, .gradable, .dutyDays,
  ]

  /// Expects the same run but for the counts of what is there.
  private func expectSame(
    _ after: Readings,
    as before: Readings,
    but exceptions: [Count] = presence
  ) {
    #expect(after.fingerprint == before.fingerprint)
    expectSameBooks(after, as: before, but: exceptions)
  }

  private func expectSameBooks(
    _ after: Readings,
    as before: Readings,
    but exceptions: [Count] = presence
  ) {
    #expect(after.needs == before.needs)
    #expect((after.histograms == before.histograms) as Bool)
    let moved = (0..<Count.rows).filter { after.lanes(ofRow: $0) != before.lanes(ofRow: $0) }
    let unexpected = moved.filter { row in !exceptions.contains { $0.row == row } }
    #expect(unexpected.isEmpty)
  }

  @Test(
    "A facility too far for anybody changes nothing, wherever it stands in the list",
    arguments: [
      FacilityKind.villageClinic, .communityStation, .privateClinic, .townshipCentre,
      .townshipBranch, .communityCentre,
    ]
  )
  func farFacility(_ kind: FacilityKind) throws {
    let county = try TinyCounty.asWritten()
    // Without a catchment it has two beds, too few for the census to put anybody in.
    let far = county.map.facilities[0].copy(id: "FAR", kind: kind, onwardMinutes: 1e6, catchment: 0)
    let map = county.map.with(facilities: [far] + county.map.facilities)
    let after = county.on(map).readings(.baseline, Self.stretch)
    let before = try Self.before.get()
    expectSame(after, as: before)
    let days = Int64(Self.stretch.days + Self.stretch.warmUp)
    #expect(
      after.lanes(of: .facilityDays).reduce(0, +)
        == before.lanes(of: .facilityDays).reduce(0, +) + days
    )
  }

  @Test("A facility too far for anybody moves neither others' leave nor the order of a roll-out")
  func farFacilityAndLuck() throws {
    let county = try TinyCounty(exchanging: [.init(old: "absence: 0%", new: "absence: 20%")])
    let policy = try Policy.pulling([
      "clinics.bigOutpatient": 0.5, "firstContact.centralPharmacy": 0.5,
      "diagnostics.equipment": 0.5, "diagnostics.villageEquipment": 0.5, "diagnostics.centre": 0.5,
      "workforce.villageTraining": 90, "workforce.villageSubstitute": 0.5,
      "workforce.trainedYearly": 5,
    ])
    let far = county.map.facilities[0].copy(
      id: "FAR",
      kind: .privateClinic,
      onwardMinutes: 1e6,
      catchment: 0
    )
    let map = county.map.with(facilities: [far] + county.map.facilities)
    let after = county.on(map).readings(policy, Self.stretch)
    expectSame(after, as: county.readings(policy, Self.stretch))
  }

  @Test("A hospital too far for anybody, with its census in bed, changes nothing for the others")
  func farHospital() throws {
    let county = try TinyCounty.asWritten()
    let far = county.map.facilities[0].copy(id: "FAR", kind: .countyMCH, onwardMinutes: 1e6)
    let map = county.map.with(facilities: [far] + county.map.facilities)
    let after = county.on(map).readings(.baseline, Self.stretch)
    let before = try Self.before.get()
    // Those in its beds are events of their own.
    let beds: [Count] = [
      .bedsTaken, .patientsInBeds, .discharges, .stayTime, .fullWardNights, .kindTaken,
      .settledDischarges,
    ]
    expectSameBooks(after, as: before, but: Self.presence + beds)
  }

  @Test("A ward that no pathway leads to changes nothing")
  func unusedWard() throws {
    // No condition of mothers and children is for intensive care, and one bed has no census.
    let county = try TinyCounty(exchanging: [
      .init(old: "mch: [0, 2, 6, 4, 0, 0]", new: "mch: [0, 2, 6, 4, 1, 0]")
    ])
    let after = county.readings(.baseline, Self.stretch)
    let before = try Self.before.get()
    expectSame(after, as: before)
    #expect(after.lanes(of: .bedsOpen) != before.lanes(of: .bedsOpen))
  }

  @Test("A station that no policy opens changes nothing")
  func closedStation() throws {
    let county = try TinyCounty.asWritten()
    let one = county.map.candidateStations[0]
    let further = AmbulanceStation(
      id: "AC-00",
      name: one.name,
      nameEn: one.nameEn,
      settlement: 0,
      setting: county.map.settlements[0].setting,
      standing: .candidate
    )
    let map = county.map.with(candidateStations: [further] + county.map.candidateStations)
    let after = county.on(map).readings(.baseline, Self.stretch)
    expectSame(after, as: try Self.before.get(), but: [])
  }

  @Test("As many people again who never fall ill leave everybody else's needs and luck alone")
  func healthyPeople() throws {
    try expectSame(afterDoublingIn: TinyCounty.nobodyChanges)
  }

  @Test("So they do where the others are born, die, move and fall chronically ill")
  func healthyPeopleAmongOthers() throws {
    // Those of the oldest band do not die, and have no disease.
    try expectSame(afterDoublingIn: [
      .init(old: "2.6, 6.5, 18, 68]", new: "2.6, 6.5, 18, 0]"),
      .init(old: "0.45, 0.58, 0.62]", new: "0.45, 0.58, 0]"),
      .init(old: "0.20, 0.24, 0.24]", new: "0.20, 0.24, 0]"),
    ])
  }

  /// Expects that as many people again, all in the first settlement and of the oldest band, which
  /// has no needs, change nobody's events.
  private func expectSame(afterDoublingIn exchanges: [TinyCounty.Exchange]) throws {
    // More people under contract would dilute the family doctors' teams, as they should.
    let teams = TinyCounty.Exchange(old: "peoplePerTeam: 2000", new: "peoplePerTeam: 20000")
    let exchanges = exchanges + [teams]
    // With twice the residents half the incidence is the same needs.
    let county = try TinyCounty(exchanging: exchanges) { Self.withoutNeeds($0, incidence: 1) }
    let half = try TinyCounty(exchanging: exchanges) { Self.withoutNeeds($0, incidence: 0.5) }
    let residents = county.map.residentsByAge.reduce(0, +)
    let settlements = county.map.settlements.enumerated().map { row, one in
      row == 0 ? one.with(further: residents, ofBand: AgeBand.count - 1) : one
    }
    let after = half.on(county.map.with(settlements: settlements)).readings(.baseline, Self.stretch)
    let before = county.readings(.baseline, Self.stretch)
    // Heads are counted, and premiums are paid by the head.
    let heads: [Count] = [
      .residentDays, .population, .chronicDays, .insuredDays, .fundRaised, .setAside, .fundBalance,
      .communityBudget, .communityBalance, .residentsNear, .residentDaysByIncome, .incomeDays,
      .physicianDays,
    ]
    expectSame(after, as: before, but: heads)
    let days = Int64(residents * (Self.stretch.days + Self.stretch.warmUp))
    #expect(
      after.lanes(of: .residentDays).reduce(0, +)
        == before.lanes(of: .residentDays).reduce(0, +) + days
    )
  }

  @Test("A village in which nobody lives changes nothing")
  func emptyVillage() throws {
    let county = try TinyCounty.asWritten()
    let empty = county.map.settlements[0].empty(id: "EMPTY")
    let after = county.on(try county.map.with(first: empty)).readings(.baseline, Self.stretch)
    let before = try Self.before.get()
    #expect(after.needs == before.needs)
    #expect(after.events == before.events)
    expectSameBooks(after, as: before, but: [])
    for (row, years) in before.settlements.enumerated() {
      #expect(after.settlements[row + 1].map(\.visits) == years.map(\.visits))
    }
  }

  /// The text of the conditions with no needs in the last age band.
  private static func withoutNeeds(_ text: String, incidence factor: Double) -> String {
    text.replacing(/incidence: ([0-9.]+)/) { "incidence: \((Double($0.1) ?? .nan) * factor)" }
      .replacing(/ages: \[(.*), [0-9.]+\]/) { "ages: [\($0.1), 0]" }
  }
}
