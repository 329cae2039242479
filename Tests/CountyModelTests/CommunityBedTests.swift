import Engine
import Geography
import Testing

@testable import CountyModel

/// Tiny with a community of the general hospital and the facilities of one town; the patients of these
/// tests live at the seat, which is not of it.
@Suite("Beds that a community shares")
struct CommunityBedTests {
  private static let members = ["THC-T02", "THB-T02-S006"]
  private static let sharing = ["community.beds": 1.0]

  /// Tiny with one community led by the general hospital.
  private static func led(
    with members: [String] = CommunityBedTests.members,
    _ further: TinyCounty.Exchange...
  ) throws -> TinyCounty {
    let members = TinyCounty.Exchange(
      old: """
            grouping: today
            leader: hospital
            lead: GEN-1
            members: [all]
        """,
      new: """
            grouping: today
            leader: hospital
            lead: GEN-1
            members: [\(members.joined(separator: ", "))]
        """
    )
    return try TinyCounty(exchanging: [members] + further)
  }

  @Test("A stable patient goes to a member where the community shares its beds, else near home")
  func stepDown() throws {
    for (share, lane) in [(0.0, 1), (1.0, 0)] {
      var county = QuietCounty(try Self.led(), try .pulling(["community.beds": share]))
      let general = try county.facility(.countyGeneral)
      let patient = try Self.stable(in: &county)
      let lies = county.world.episodes[patient].facility
      let inside = county.world.notices.communities.table.unites(general, lies)
      #expect(county.plan.facilities.kind(lies).tier == .township)
      #expect(inside == (lane == 0))
      #expect(inside || lies == county.departments.beds.townTownship[0])
      #expect(county.total(.memberStepDowns, lane: lane) == 1)
      #expect(county.total(.memberStepDowns, lane: 1 - lane) == 0)
    }
  }

  @Test("Where the members are full, the bed near home is taken before waiting for theirs")
  func membersFull() throws {
    var county = QuietCounty(try Self.led(), try .pulling(Self.sharing))
    try Self.fill(Self.members, of: &county)
    let patient = try Self.stable(in: &county)
    let home = county.departments.beds.townTownship[0]
    #expect(county.world.episodes[patient].facility == home)
    #expect(county.total(.memberStepDowns, lane: 1) == 1)
  }

  @Test("Who leaves early for a member's joint ward waits for it and goes to no ward without")
  func jointWard() throws {
    let members = ["THC-T01"]
    let inputs = try Self.led(with: members)
    // Joint wards come to townships by kind and id; the member is the first of them.
    let quiet = QuietCounty(inputs)
    let plan = quiet.plan
    let townships = plan.facilities.townships
    let near = try #require(
      townships.firstIndex { plan.map.facilities[$0.row].id == "THC-T03" }
    )
    let home = plan.facilities.settlements[townships[near].row]
    for (count, waits) in [(1, true), (near + 1, false)] {
      let share = Double(count) / Double(townships.count)
      let levels = Self.sharing.merging(["beds.jointWards": share]) { $1 }
      var county = QuietCounty(inputs, try .pulling(levels))
      try Self.fill(members, of: &county)
      let patient = try Self.stable(from: home, in: &county)
      let episode = county.world.episodes[patient]
      #expect(episode.traits.contains(.blocked) == waits)
      #expect((episode.facility == townships[near]) == !waits)
      guard waits else { continue }
      let member = county.departments.beds.township(for: episode, in: county.world)
      #expect(plan.map.facilities[member.row].id == members[0])
      let wards = county.departments.beds.stepDownWards(at: member, in: county.world)
      county.departments.beds.free(try #require(wards.first), in: &county.world)
      county.drain()
      #expect(county.world.episodes[patient].facility == member)
    }
  }

  @Test("A member that a policy opens is asked as those of today are")
  func openedMember() throws {
    let site = TinyCounty.Exchange(
      old: "sites: []",
      new: """
        sites:
          - {id: NEW, provenance: {standing: assumed, source: "made up"}, zh: 新址, en: New site, kind: townshipCentre, place: T02, replaces: [\(Self.members.joined(separator: ", "))], specialties: [], physicians: 2, beds: 8}
        """
    )
    let inputs = try Self.led(with: ["T02"], site)
    var county = QuietCounty(inputs, try .pulling(["community.beds": 1, "facilities.opened": 1]))
    let patient = try Self.stable(in: &county)
    let row = try #require(county.plan.map.facilities.firstIndex { $0.id == "NEW" })
    #expect(county.world.episodes[patient].facility == FacilityID(row: row))
    #expect(county.total(.memberStepDowns, lane: 0) == 1)
  }

  @Test("Where both are full, the patient waits for a bed of the nearest member")
  func allFull() throws {
    var county = QuietCounty(try Self.led(), try .pulling(Self.sharing))
    try Self.fill(Self.members, of: &county)
    county.fillWards(of: county.departments.beds.townTownship[0])
    let patient = try Self.stable(in: &county)
    #expect(county.world.episodes[patient].traits.contains(.blocked))
    let waiting = county.world.episodes[patient]
    let member = county.departments.beds.township(for: waiting, in: county.world)
    let wards = county.departments.beds.stepDownWards(at: member, in: county.world)
    let ward = try #require(wards.first)
    county.departments.beds.free(ward, in: &county.world)
    county.drain()
    #expect(county.world.episodes[patient].ward == ward)
    #expect(county.total(.memberStepDowns, lane: 0) == 1)
  }

  @Test(
    "Who is refused is sent to the other hospital of the community",
    arguments: ["TCM-1", "MCH-1"]
  )
  func refused(_ member: String) throws {
    let inputs = try Self.led(with: Self.members + [member])
    let levels = ["beds.countySearch": 1.0, "community.beds": 1]
    var county = QuietCounty(inputs, try .pulling(levels))
    let general = try county.facility(.countyGeneral)
    let row = try #require(county.plan.map.facilities.firstIndex { $0.id == member })
    county.fillWards(of: general)
    let patient = try Self.inpatient("kidneyUrology", at: general, in: &county)
    county.say(.decisionToAdmit(patient))
    county.run { $0.episodes[patient].traits.contains(.sentOn) }
    #expect(county.world.episodes[patient].facility == FacilityID(row: row))
  }

  @Test("Where one community takes in the whole county, sharing its beds changes nothing at all")
  func oneCommunity() throws {
    let county = try TinyCounty.asWritten()
    let stretch = Stretch(days: 14)
    let search = ["beds.countySearch": 1.0, "referral.stepDownOffers": 0.5]
    let before = county.readings(try .pulling(search), stretch)
    let after = county.readings(try .pulling(search.merging(Self.sharing) { $1 }), stretch)
    #expect(after.fingerprint == before.fingerprint)
    #expect((after.counts == before.counts) as Bool)
    #expect(after.total(.memberStepDowns, lane: 0) > 0)
    #expect(after.total(.memberStepDowns, lane: 1) == 0)
  }

  @Test("Sharing keeps step-downs inside the community, by its strength, and every account closes")
  func share() throws {
    let county = try Self.led()
    let measure = try #require(Measure.named("community.stepDownInside"))
    let inside = try [0, 0.5, 1].map { share in
      let levels = ["community.beds": share, "referral.stepDownOffers": 0.3]
      let readings = county.readings(try .pulling(levels), Stretch(days: 56))
      for identity in readings.identities { #expect(identity.holds, "\(identity.en)") }
      return try #require(readings.value(of: measure, inYear: 2024))
    }
    #expect(inside[0] < inside[1])
    #expect(inside[1] < inside[2])
  }

  private static func fill(_ members: [String], of county: inout QuietCounty) throws {
    for id in members {
      let row = try #require(county.plan.map.facilities.firstIndex { $0.id == id })
      county.fillWards(of: FacilityID(row: row))
    }
  }

  /// A patient of the general hospital, from outside its community, whom the round finds stable.
  private static func stable(
    from home: SettlementID = SettlementID(row: 0),
    in county: inout QuietCounty
  ) throws -> EpisodeID {
    let general = try county.facility(.countyGeneral)
    let patient = try inpatient("respiratory", at: general, in: &county)
    county.world.episodes[patient].settlement = home
    county.say(.decisionToAdmit(patient))
    try #require(county.world.episodes[patient].stage == .inBed)
    let near = county.departments.beds.townTownship[home.row]
    let isMember = county.world.notices.communities.table.unites(general, near)
    try #require(!isMember)
    county.departments.beds.handle(.stable(patient), in: &county.world)
    county.drain()
    return patient
  }

  /// A moderately ill patient who needs a bed; of the seat, if nothing else is said.
  private static func inpatient(
    _ condition: String,
    at hospital: FacilityID,
    in county: inout QuietCounty
  ) throws -> EpisodeID {
    let patient = try county.patient(condition, .moderate, [.needsBed])
    county.world.episodes[patient].facility = hospital
    county.world.episodes[patient].encounter = 1
    return patient
  }
}
