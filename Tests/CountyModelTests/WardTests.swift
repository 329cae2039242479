import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("Wards")
struct WardTests {
  @Test("A freed bed goes to whoever has boarded longest")
  func longestBoarderFirst() throws {
    var county = QuietCounty(try .asWritten())
    let general = try county.facility(.countyGeneral)
    county.fillWards(of: general)
    // The later number boards first.
    let second = try boarder(in: &county, at: general)
    let first = try boarder(in: &county, at: general)
    county.say(.decisionToAdmit(first))
    county.run(untilMinute: 30)
    county.say(.decisionToAdmit(second))
    #expect(county.world.episodes[first].stage == .boarding)
    #expect(county.world.episodes[second].stage == .boarding)
    let ward = county.world.episodes[first].ward
    county.departments.beds.free(ward, in: &county.world)
    #expect(county.world.episodes[first].stage == .inBed)
    #expect(county.world.episodes[second].stage == .boarding)
  }

  @Test("A patient who boards as long as is allowed is refused and sent out of the county")
  func refusal() throws {
    var county = QuietCounty(try .asWritten())
    let general = try county.facility(.countyGeneral)
    for kind in [FacilityKind.countyGeneral, .countyTCM, .countyMCH] {
      county.fillWards(of: try county.facility(kind))
    }
    let patient = try boarder(in: &county, at: general)
    county.say(.decisionToAdmit(patient))
    county.run(untilMinute: 12 * 60)
    #expect(county.world.episodes[patient].stage == .boarding)
    county.run(untilMinute: 12 * 60 + 1)
    #expect(county.world.episodes[patient].traits.contains(.refused))
    #expect(county.total(.refusals, lane: FacilityKind.countyGeneral.lane) == 1)
    let next = county.world.facilities.kind(county.world.episodes[patient].facility)
    #expect(!next.countsInCounty)
  }

  @Test("A patient refused by a township asks the hospitals of the county too")
  func townshipRefusal() throws {
    var county = QuietCounty(try .asWritten())
    let township = try county.facility(.townshipCentre)
    county.fillWards(of: township)
    var inCounty = 0
    for _ in 0..<40 {
      let patient = try boarder(in: &county, at: township)
      county.say(.decisionToAdmit(patient))
      county.run { $0.episodes[patient].traits.contains(.refused) }
      let next = county.world.facilities.kind(county.world.episodes[patient].facility)
      #expect(!next.isGrassroots)
      if next.countsInCounty { inCounty += 1 }
    }
    #expect(county.total(.refusals, lane: FacilityKind.townshipCentre.lane) == 40)
    #expect(inCounty > 20)
  }

  @Test("A stable patient keeps the hospital bed until a township bed is free")
  func stepDownBlocks() throws {
    var county = QuietCounty(try .asWritten())
    let (patient, ward) = try stablePatient(in: &county)
    #expect(county.world.episodes[patient].traits.contains(.blocked))
    #expect(county.departments.beds.wards[ward].taken == 1)
    let township = county.departments.beds.townTownship[0]
    let care = try #require(county.plan.facilities.ward(at: township, .care))
    county.departments.beds.free(care, in: &county.world)
    county.drain()
    #expect(county.world.episodes[patient].facility == township)
    #expect(county.world.episodes[patient].ward == care)
    #expect(county.total(.steppedDown, lane: FacilityKind.countyGeneral.lane) == 1)
    // The bed left behind is still to be cleaned.
    #expect(county.departments.beds.wards[ward].taken == 1)
    county.run(untilMinute: 91)
    #expect(county.departments.beds.wards[ward].taken == 0)
  }

  @Test("A stay that ends before the next morning round is not prolonged to step down")
  func shortStay() throws {
    let tiny = try TinyCounty(exchanging: [
      .init(old: "stayVariation: 0.77", new: "stayVariation: 3")
    ])
    var county = QuietCounty(tiny, try .pulling(["referral.stepDownOffers": 1]))
    let general = try county.facility(.countyGeneral)
    var patients: [EpisodeID] = []
    for _ in 0..<40 {
      let patient = try boarder(in: &county, at: general)
      county.world.episodes[patient].traits.insert(.stepDown)
      county.say(.decisionToAdmit(patient))
      patients.append(patient)
    }
    let short = patients.filter { county.world.episodes[$0].stayEnds < .start + .hours(9) }
    try #require(!short.isEmpty)
    county.run(untilMinute: 9 * 60)
    #expect(county.total(.stepDownsOffered) == 0)
    for patient in short { #expect(county.world.episodes[patient].stage == .leavingBed) }
    county.run(untilMinute: 3 * 1440)
    #expect(county.total(.stepDownsOffered) > 0)
  }

  @Test("Who is discharged while waiting to step down leaves that line")
  func blockedUntilTheEnd() throws {
    var county = QuietCounty(try .asWritten())
    let (patient, ward) = try stablePatient(in: &county)
    county.run { $0.episodes[patient].stage == .leavingBed }
    let township = county.departments.beds.townTownship[0]
    let care = try #require(county.plan.facilities.ward(at: township, .care))
    county.departments.beds.free(care, in: &county.world)
    county.run { $0.episodes[patient].stage == .over }
    #expect(county.total(.steppedDown, lane: FacilityKind.countyGeneral.lane) == 0)
    #expect(county.departments.beds.wards[ward].taken == 0)
  }

  @Test("A hospital without any suitable bed refuses, even when experts retain every case")
  func noWardAtAll() throws {
    var county = QuietCounty(try .asWritten(), try .pulling(["referral.retained": 1]))
    // The maternal hospital of Tiny has neither medical nor intensive beds.
    let maternal = try county.facility(.countyMCH)
    let patient = try county.patient("majorTrauma", .moderate, [.needsBed, .emergency])
    county.world.episodes[patient].facility = maternal
    county.world.episodes[patient].encounter = 1
    county.say(.decisionToAdmit(patient))
    #expect(county.world.episodes[patient].stage == .travelling)
  }

  private func boarder(
    in county: inout QuietCounty,
    at facility: FacilityID
  ) throws -> EpisodeID {
    let patient = try county.patient("respiratory", .moderate, [.needsBed])
    county.world.episodes[patient].facility = facility
    county.world.episodes[patient].encounter = 1
    return patient
  }

  /// A patient of the general hospital who is found stable while the township is full.
  private func stablePatient(in county: inout QuietCounty) throws -> (EpisodeID, WardID) {
    let patient = try boarder(in: &county, at: try county.facility(.countyGeneral))
    county.say(.decisionToAdmit(patient))
    try #require(county.world.episodes[patient].stage == .inBed)
    county.fillWards(of: county.departments.beds.townTownship[0])
    county.departments.beds.handle(.stable(patient), in: &county.world)
    return (patient, county.world.episodes[patient].ward)
  }
}
