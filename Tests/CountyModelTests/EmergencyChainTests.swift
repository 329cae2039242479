import Engine
import Geography
import Testing

@testable import CountyModel

/// The time chain of an emergency ends at the door that can treat: what is done behind it, such as the
/// minutes from door to needle, is not told apart from the stay in the bay.
@Suite("From a call to a hospital that can treat")
struct EmergencyChainTests {
  @Test("The time to a capable door begins with the call and has every leg in it")
  func legs() throws {
    var quiet = QuietCounty(try .asWritten())
    let (patient, call) = try Self.caller("stroke", in: &quiet)
    quiet.run { $0.episodes[patient].stage == .withCrew }
    let dispatch = quiet.world.now
    quiet.run { $0.episodes[patient].stage == .inBay }
    let door = quiet.world.now
    let general = try quiet.facility(.countyGeneral)
    #expect(quiet.world.episodes[patient].bay == general)
    let centre = try #require(EmergencyCentre.stroke.place)
    #expect(quiet.total(.criticalDoors, lane: centre) == 1)
    #expect(quiet.total(.criticalDoorsCapable, lane: centre) == 1)
    #expect(quiet.total(.capableDoors, lane: centre) == 1)
    let whole = quiet.total(.capableDoorTime, lane: centre)
    #expect(whole == (door - call).milliseconds)
    // Call handling, then chute and road, then the scene and the road to the hospital.
    let response = quiet.total(.responseTime, lane: 0) + quiet.total(.responseTime, lane: 1)
    #expect(0 < (dispatch - call).milliseconds)
    #expect((dispatch - call).milliseconds < response && response < whole)
    // A bay is free: behind the door nobody waits.
    #expect(quiet.total(.bayWaits, lane: FacilityKind.countyGeneral.lane) == 1)
    #expect(quiet.total(.bayWaitTime, lane: FacilityKind.countyGeneral.lane) == 0)
  }

  @Test("Behind a wrong door the clock runs on, through the bay and the transfer, to the right one")
  func wrongDoor() throws {
    let county = try TinyCounty(exchanging: [
      .init(
        old: "transferShare: [0%, 15%, 60%]",
        new: "transferShare: [100%, 100%, 100%]"
      ),
      TinyCounty.giving("toCapable", "0%"),
    ])
    var quiet = QuietCounty(county)
    let general = try quiet.facility(.countyGeneral)
    let maternal = try quiet.facility(.countyMCH)
    let (patient, call) = try Self.caller("obstetricEmergency", in: &quiet)
    let centre = try #require(EmergencyCentre.obstetric.place)
    quiet.run { $0.episodes[patient].stage == .inBay }
    #expect(quiet.world.episodes[patient].bay == general)
    let firstDoor = quiet.world.now
    #expect(quiet.total(.criticalDoors, lane: centre) == 1)
    #expect(quiet.total(.capableDoors, lane: centre) == 0)
    quiet.run { $0.episodes[patient].traits.contains(.inTransfer) }
    let decision = quiet.world.now
    quiet.run { $0.episodes[patient].stage == .inBay }
    let door = quiet.world.now
    #expect(quiet.world.episodes[patient].bay == maternal)
    #expect(quiet.total(.criticalDoors, lane: centre) == 1)
    #expect(quiet.total(.criticalDoorsCapable, lane: centre) == 0)
    #expect(quiet.total(.capableDoors, lane: centre) == 1)
    let whole = quiet.total(.capableDoorTime, lane: centre)
    #expect(whole == (door - call).milliseconds)
    #expect(quiet.total(.transferTime) == (door - decision).milliseconds)
    #expect(call < firstDoor && firstDoor < decision && decision < door)
  }

  /// Somebody of the first settlement who calls 120 some time after the run has begun.
  private static func caller(
    _ condition: String,
    in quiet: inout QuietCounty
  ) throws -> (EpisodeID, SimInstant) {
    quiet.run { $0.now > .start }
    let patient = try quiet.patient(condition, .severe, [.emergency, .conveyed, .needsBed])
    let call = quiet.world.now
    quiet.say(.called(patient))
    return (patient, call)
  }
}
