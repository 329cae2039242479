import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("Ambulance handover")
struct HandoverTests {
  @Test("A crew waits at the door until a real bay is free, and that wait is part of handover")
  func waitsForABay() throws {
    let county = try TinyCounty(exchanging: [
      .init(old: "bays: [3, 1, 1, 4]", new: "bays: [1, 1, 1, 4]"),
      .init(old: "stay: 120 min", new: "stay: 600 min"),
    ])
    var quiet = QuietCounty(county)
    let walkIn = try quiet.patient("acuteSevere", .severe, [.emergency])
    try quiet.send(walkIn, to: .countyGeneral, atMinute: 480)
    quiet.run(untilMinute: 481)
    #expect(quiet.world.episodes[walkIn].stage == .inBay)
    let caller = try quiet.patient("stroke", .severe, [.emergency, .conveyed])
    quiet.say(.called(caller))
    quiet.run { $0.episodes[caller].stage == .inBayLine }
    let arrived = quiet.world.now
    let crew = try #require(quiet.departments.ambulance.patients.firstIndex(of: caller))
    quiet.run { $0.episodes[walkIn].stage != .inBay }
    // In the same instant the bay passes on.
    #expect(quiet.world.episodes[caller].stage == .inBay)
    #expect(quiet.world.now > arrived)
    #expect(quiet.total(.handovers) == 1)
    let waited = quiet.world.now - arrived
    #expect(quiet.total(.handoverTime) > Int64(waited.milliseconds))
    guard case .handover = quiet.departments.ambulance.status[crew] else {
      Issue.record("the crew is handing over once the bay is free")
      return
    }
  }

  @Test("A crew that hands over long after its patient has left is not mistaken for another crew")
  func patientGoneBeforeTheCrew() throws {
    let county = try TinyCounty(exchanging: [
      .init(old: "stay: 120 min", new: "stay: 1 min"),
      .init(old: "handover: 15 min", new: "handover: 200 min"),
    ])
    var quiet = QuietCounty(county)
    // Needs with long handovers.
    quiet.needs = 10
    for _ in 0..<2 {
      // The second caller takes the row that the first has left.
      let caller = try quiet.patient("injury", .minor, [.emergency, .conveyed])
      #expect(caller == EpisodeID(row: 0))
      quiet.say(.called(caller))
      quiet.run { $0.open == 0 }
    }
    #expect(quiet.total(.handovers) == 2)
    // Both crews are still at it.
    #expect(quiet.departments.ambulance.status.count { isHandingOver($0) } == 2)
    quiet.run(untilMinute: 3 * 1440 + 600)
    #expect(quiet.departments.ambulance.patients.allSatisfy { $0 == nil })
    for status in quiet.departments.ambulance.status.prefix(2) {
      guard case .standby = status else {
        Issue.record("a crew is \(status) long after its last mission")
        continue
      }
    }
  }

  private func isHandingOver(_ status: CrewStatus) -> Bool {
    if case .handover = status { return true }
    return false
  }

  @Test("Calls wait for a crew, the severe first")
  func severeCallsFirst() throws {
    var quiet = QuietCounty(try .asWritten())
    let crews = quiet.departments.ambulance.posts.count {
      $0.candidate == 0 && $0.vehicle == .ambulance
    }
    for _ in 0..<crews {
      let caller = try quiet.patient("injury", .minor, [.emergency, .conveyed])
      quiet.say(.called(caller))
    }
    quiet.run(untilMinute: 5)
    let minor = try quiet.patient("injury", .minor, [.emergency, .conveyed])
    quiet.say(.called(minor))
    quiet.run(untilMinute: 10)
    let severe = try quiet.patient("stroke", .severe, [.emergency, .conveyed])
    quiet.say(.called(severe))
    quiet.run { $0.episodes[severe].stage == .withCrew }
    // At night.
    #expect(quiet.total(.callsQueued, lane: 1) == 2)
    #expect(quiet.world.episodes[minor].stage == .calling)
  }
}
