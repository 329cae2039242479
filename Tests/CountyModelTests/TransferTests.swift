import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("From one hospital to another")
struct TransferTests {
  private static let always = TinyCounty.Exchange(
    old: "transferShare: [0%, 15%, 60%]",
    new: "transferShare: [100%, 100%, 100%]"
  )

  @Test("A transfer takes a crew of the same fleet, and is no response to a call")
  func sameFleet() throws {
    var quiet = QuietCounty(try TinyCounty(exchanging: [Self.always]))
    let tcm = try quiet.facility(.countyTCM)
    let general = try quiet.facility(.countyGeneral)
    let patient = try quiet.patient("stroke", .severe, [.emergency, .needsBed])
    try quiet.send(patient, to: .countyTCM, atMinute: 1)
    // The TCM hospital has no stroke centre; the general hospital has.
    quiet.run { $0.episodes[patient].traits.contains(.inTransfer) }
    #expect(quiet.world.episodes[patient].origin == tcm)
    #expect(quiet.world.episodes[patient].facility == general)
    #expect(quiet.departments.ambulance.status.count { $0.isBusy } == 1)
    #expect(quiet.total(.transfers, lane: FacilityKind.countyTCM.lane) == 1)
    quiet.run { $0.episodes[patient].stage == .inBay }
    #expect(quiet.world.episodes[patient].bay == general)
    #expect(quiet.total(.responses, lane: 0) + quiet.total(.responses, lane: 1) == 0)
  }

  @Test("Where no ambulance is for transfers, the patient goes alone and leaves the bay at once")
  func alone() throws {
    let county = try TinyCounty(exchanging: [
      .init(old: Self.always.old, new: "transferShare: [0%, 0%, 0%]")
    ])
    var quiet = QuietCounty(county)
    let patient = try quiet.patient("stroke", .severe, [.emergency, .needsBed])
    try quiet.send(patient, to: .countyTCM, atMinute: 1)
    quiet.run { $0.episodes[patient].stage == .travelling && $0.episodes[patient].encounter == 2 }
    #expect(!quiet.world.episodes[patient].traits.contains(.inBay))
    quiet.run { $0.episodes[patient].stage == .inBay }
    #expect(quiet.departments.ambulance.status.allSatisfy { !$0.isBusy })
  }

  @Test("Who is refused at one county hospital is sent to another that has a bed")
  func secondHospital() throws {
    var quiet = QuietCounty(try .asWritten(), try .pulling(["beds.countySearch": 1]))
    let general = try quiet.facility(.countyGeneral)
    quiet.fillWards(of: general)
    let patient = try quiet.patient("respiratory", .moderate, [.needsBed])
    quiet.world.episodes[patient].facility = general
    quiet.world.episodes[patient].encounter = 1
    quiet.say(.decisionToAdmit(patient))
    quiet.run { $0.episodes[patient].stage == .inBed }
    #expect(quiet.world.episodes[patient].facility == (try quiet.facility(.countyTCM)))
    #expect(quiet.total(.foundElsewhere, lane: FacilityKind.countyTCM.lane) == 1)
    #expect(quiet.total(.admissions, lane: FacilityKind.countyTCM.lane) == 1)
  }

  @Test(
    "A crew on the way to a lesser call turns to a severe one, and the lesser call is served next"
  )
  func redispatch() throws {
    var quiet = QuietCounty(try .asWritten(), try .pulling(["ambulance.redispatch": 1]))
    let crews = quiet.departments.ambulance.posts.count {
      $0.candidate == 0 && $0.vehicle == .ambulance
    }
    var callers: [EpisodeID] = []
    for _ in 0..<crews {
      let caller = try quiet.patient("injury", .minor, [.emergency, .conveyed])
      quiet.say(.called(caller))
      callers.append(caller)
    }
    quiet.run { world in callers.allSatisfy { world.episodes[$0].stage == .withCrew } }
    let severe = try quiet.patient("stroke", .severe, [.emergency, .conveyed])
    quiet.world.episodes[severe].stage = .calling
    quiet.world.episodes[severe].since = quiet.world.now
    quiet.departments.ambulance.callHandled(severe, in: &quiet.world)
    #expect(quiet.world.episodes[severe].stage == .withCrew)
    #expect(callers.count { quiet.world.episodes[$0].stage == .calling } == 1)
    #expect(quiet.total(.diversions) == 1)
    quiet.run { world in callers.allSatisfy { world.episodes[$0].stage != .calling } }
    #expect(quiet.total(.conveyed) >= 1)
  }

  @Test("The helicopter flies by day, to severe calls only")
  func helicopter() throws {
    var quiet = QuietCounty(try .asWritten(), try .pulling(["ambulance.helicopter": 1]))
    let air = quiet.departments.ambulance.posts.count - 1
    #expect(quiet.departments.ambulance.posts[air].vehicle == .helicopter)
    quiet.run(untilMinute: 7 * 60)
    guard case .offDuty = quiet.departments.ambulance.status[air] else {
      Issue.record("it stands still at night")
      return
    }
    quiet.run(untilMinute: 9 * 60)
    guard case .standby = quiet.departments.ambulance.status[air] else {
      Issue.record("it stands by in the morning")
      return
    }
    for _ in 0..<4 {
      let caller = try quiet.patient("injury", .minor, [.emergency, .conveyed])
      quiet.say(.called(caller))
    }
    quiet.run(untilMinute: 9 * 60 + 10)
    #expect(quiet.departments.ambulance.patients[air] == nil)
  }
}
