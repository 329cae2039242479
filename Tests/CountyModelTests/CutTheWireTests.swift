import Engine
import Geography
import Testing

@testable import CountyModel

/// Each effect is shown, and then vanishes when its wire is cut.
///
/// Effects are paired differences over replications with a fixed seed; where an inequality is
/// claimed, the mean lies at least two standard errors on its side of nothing.
@Suite("Cut the wire", .serialized)
struct CutTheWireTests {
  private let least = 2.0

  @Test("50 yuan on a county outpatient visit: price elasticity between -0.6 and -0.1")
  func price() throws {
    let (baseline, dearer) = (try PairedTrial.baseline.get(), try PairedTrial.dearer.get())
    let before = try baseline.values(of: "visits.county", .late)
    let after = try dearer.values(of: "visits.county", .late)
    // Out of pocket for a visit of mean cost, resident insurance: 240 yuan less 41 % of 40 %.
    let pocket = 240 * (1 - 0.41 * 0.40)
    let change = zip(after, before).map { $0 / $1 - 1 }.reduce(0, +) / Double(after.count)
    let elasticity = change / (50 / pocket)
    #expect((-0.6 ... -0.1).contains(elasticity), "elasticity \(elasticity)")
    let effect = try dearer.effect(on: "visits.county", from: baseline, .late)
    #expect(effect.standardErrors < -least, "\(effect)")
  }

  @Test("With price left out of the choice, 50 yuan move nobody: every event is the same")
  func priceCut() throws {
    let county = try TinyCounty(exchanging: [
      .init(old: "outOfPocket: [-0.006, -0.0015, -0.0004]", new: "outOfPocket: [0, 0, 0]"),
      // Whether somebody who is sent on goes, too.
      .init(
        old: "attendanceOutOfPocket: [-0.05, -0.005]",
        new: "attendanceOutOfPocket: [0, 0]"
      ),
    ])
    let stretch = Stretch(days: 10, warmUp: 0)
    let baseline = county.readings(.baseline, stretch)
    let dearer = county.readings(try .pulling(["finance.countyOutpatientPrice": 50]), stretch)
    #expect(dearer.fingerprint == baseline.fingerprint)
    for department in Department.allCases where department != .finance {
      #expect(dearer.counts(of: department) == baseline.counts(of: department))
    }
    #expect(dearer.counts(of: .finance) != baseline.counts(of: .finance))
  }

  @Test("Half the county physicians: the grassroots share rises, and goes on rising for weeks")
  func physicians() throws {
    let (baseline, fewer) = (try PairedTrial.baseline.get(), try PairedTrial.fewerPhysicians.get())
    let id = "firstContact.grassrootsShare"
    let early = try fewer.effect(on: id, from: baseline, .early)
    #expect(early.standardErrors > least, "\(early)")
    let shifts = try [PairedTrial.Part.early, .late].map { part in
      zip(try fewer.values(of: id, part), try baseline.values(of: id, part)).map { $0 - $1 }
    }
    let rise = Effect(zip(shifts[1], shifts[0]).map { $0 - $1 })
    #expect(rise.standardErrors > least, "\(rise)")
  }

  @Test("Where nobody learns, half the county physicians change no first choice at all")
  func physiciansCut() throws {
    // The facility used last, and how it was there, is the other thing people remember of a visit.
    let county = try TinyCounty(exchanging: [
      .init(old: "learningRate: 0.05", new: "learningRate: 0"),
      .init(old: "usual: 0.3", new: "usual: 0"),
      .init(old: "ownMemory: 0.3", new: "ownMemory: 0"),
      .init(old: "ownOutcome: -0.3", new: "ownOutcome: 0"),
      .init(old: "qualityRate: 2%", new: "qualityRate: 0%"),
      // Fewer physicians have fewer time slots: some would come after the run has ended.
      .init(old: "appointmentShare: 30%", new: "appointmentShare: 0%"),
    ])
    let stretch = Stretch(days: 10, warmUp: 0)
    let baseline = county.readings(.baseline, stretch)
    let fewer = county.readings(try .pulling(["clinics.countyPhysicians": 0.5]), stretch)
    #expect(fewer.lanes(of: .firstContacts) == baseline.lanes(of: .firstContacts))
    #expect(fewer.lanes(of: .waitTime) != baseline.lanes(of: .waitTime))
  }

  @Test(
    "A quarter fewer county beds: worse waits for a bed, refusals, outflow, handover, response",
    arguments: [
      ("beds.boardings", Way.up), ("beds.boardingTime", .up), ("beds.refusals", .up),
      ("admissions.inCountyShare", .down), ("admissions.beyond", .up), ("ems.handover", .up),
      ("ems.realised", .down),
    ]
  )
  func beds(_ measure: String, _ way: Way) throws {
    let (baseline, fewer) = (try PairedTrial.baseline.get(), try PairedTrial.fewerBeds.get())
    let effect = try fewer.effect(on: measure, from: baseline, .throughout)
    #expect(way.sign * effect.standardErrors > least, "\(measure): \(effect)")
  }

  @Test("Fewer beds leave the static circle as it is, to the digit")
  func staticCircle() throws {
    let (baseline, fewer) = (try PairedTrial.baseline.get(), try PairedTrial.fewerBeds.get())
    let before = try baseline.values(of: "ems.staticCircle", .late)
    #expect(try fewer.values(of: "ems.staticCircle", .late) == before)
    let minutes = try #require(baseline.readings.first).stationMinutes
    #expect(minutes.contains { $0 > 0 })
    #expect(fewer.readings.allSatisfy { $0.stationMinutes == minutes })
  }

  @Test("With bays for everybody and no transfers, fewer beds do not touch a single ambulance")
  func bedsCut() throws {
    let county = try TinyCounty(exchanging: [
      .init(old: "bays: [3, 1, 1, 4]", new: "bays: [900, 900, 900, 900]"),
      .init(old: "transferShare: [0%, 15%, 60%]", new: "transferShare: [0%, 0%, 0%]"),
    ])
    let stretch = Stretch(days: 14, warmUp: 0)
    let baseline = county.readings(.baseline, stretch)
    let fewer = county.readings(try .pulling(["beds.countyBeds": 0.75]), stretch)
    #expect((fewer.counts(of: .ambulance) == baseline.counts(of: .ambulance)) as Bool)
    #expect((fewer.counts(of: .beds) != baseline.counts(of: .beds)) as Bool)
  }

  @Test("Half of internal medicine posted away: its patients wait longer")
  func postedAway() throws {
    let (baseline, away) = (try PairedTrial.baseline.get(), try PairedTrial.postedAway.get())
    let effect = try away.effect(on: "wait.county.medicine", from: baseline, .late)
    #expect(effect.mean > 5 && effect.standardErrors > least, "\(effect)")
  }

  @Test("With the loss refilled, posting half of internal medicine away changes no event")
  func postedAwayCut() throws {
    let county = try TinyCounty.asWritten()
    let stretch = Stretch(days: 10, warmUp: 0)
    let baseline = county.readings(.baseline, stretch)
    let refilled = county.readings(
      try .pulling(["workforce.postedAway.medicine": 0.5, "workforce.backfill": 1]),
      stretch
    )
    #expect(refilled.fingerprint == baseline.fingerprint)
    #expect(refilled.counts == baseline.counts)
  }
}

/// Which way an effect goes.
enum Way: Sendable {
  case up, down

  var sign: Double { self == .up ? 1 : -1 }
}
