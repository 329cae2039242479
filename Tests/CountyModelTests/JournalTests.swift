import Engine
import Geography
import Testing

@testable import CountyModel

/// Properties 4, 8 and 11, read from what is written down about each patient.
@Suite("The journal of each patient")
struct JournalTests {
  /// Two weeks in a county short of physicians and beds, where people wait, leave and are refused.
  private static let run = Result {
    let tiny = try TinyCounty.asWritten()
    let policy = try Policy.pulling(["beds.countyBeds": 0.6, "clinics.countyPhysicians": 0.5])
    let stretch = Stretch(
      start: CivilDate(dayNumber: Stretch.firstOf2024 + 91),
      days: 14,
      warmUp: 0
    )
    var county = County(
      tiny.scenario(policy, stretch),
      map: tiny.map,
      seed: stretch.seed,
      replication: stretch.replication
    )
    county.keepJournal()
    county.run()
    let page = county.takeJournal()
    return Run(events: page.events, readings: county.readings(), facilities: tiny.map.facilities)
  }

  private struct Run {
    let events: [CareEvent]
    let readings: Readings
    let facilities: [Facility]

    /// Looks at each event together with the event of the same episode before it.
    func pairs(_ look: (_ before: CareEvent, _ event: CareEvent) -> Void) {
      var last: [UInt32: CareEvent] = [:]
      for event in events {
        if let before = last[event.episode] { look(before, event) }
        last[event.episode] = event
      }
    }
  }

  @Test("The times of a patient never go back, and after the end there is nothing")
  func order() throws {
    let run = try Self.run.get()
    var (backwards, afterwards, pairs) = (0, 0, 0)
    run.pairs { before, event in
      pairs += 1
      if event.milliseconds < before.milliseconds { backwards += 1 }
      if before.activity == .ends || before.activity == .dies { afterwards += 1 }
    }
    #expect(pairs > 1_000)
    #expect(backwards == 0 && afterwards == 0)
  }

  @Test("Every service begins in its own line: who leaves a line unseen is not seen from it")
  func lines() throws {
    let run = try Self.run.get()
    var wrong: [String] = []
    var left = 0
    run.pairs { before, event in
      if event.activity == .leavesQueue { left += 1 }
      let line: CareActivity? =
        switch event.activity {
        case .consultationStarts: .joinsQueue
        case .consultationEnds: .consultationStarts
        case .testEnds: .testStarts
        default: nil
        }
      if let line, before.activity != line {
        wrong.append("\(event.activity) after \(before.activity)")
      }
    }
    #expect(left > 0)
    #expect(Set(wrong).sorted() == [])
  }

  @Test("Who is refused a bed has not had it")
  func refusals() throws {
    var (refused, hadIt) = (0, 0)
    try Self.run.get().pairs { before, event in
      guard event.activity == .refusedBed else { return }
      refused += 1
      let inBed: [CareActivity] = [.admitted, .readyToLeave, .movedDown, .discharged]
      if inBed.contains(before.activity) { hadIt += 1 }
    }
    #expect(refused > 0)
    #expect(hadIt == 0)
  }

  @Test(
    "Times in line, patient by patient, add up to the waits in the books of each kind",
    arguments: [
      (CareActivity.consultationStarts, [Count.waitTime, .returnWaitTime]),
      (.testStarts, [.testWaitTime]), (.bayStarts, [.bayWaitTime]),
    ]
  )
  func waits(_ start: CareActivity, _ books: [Count]) throws {
    let run = try Self.run.get()
    let lines: [CareActivity] = [.joinsQueue, .testOrdered, .arrivesEmergency]
    var since: [UInt32: Int64] = [:]
    var waits = [Int64](repeating: 0, count: Count.lanes)
    for event in run.events {
      if lines.contains(event.activity) { since[event.episode] = event.milliseconds }
      guard event.activity == start, let row = event.facility else { continue }
      let joined = try #require(since[event.episode])
      waits[run.facilities[Int(row)].kind.lane] += event.milliseconds - joined
    }
    #expect(waits.reduce(0, +) > 0)
    for lane in FacilityKind.countyLanes {
      let booked = books.reduce(0) { $0 + run.readings.total($1, lane: lane) }
      #expect(waits[lane] == booked, "lane \(lane)")
    }
  }
}
