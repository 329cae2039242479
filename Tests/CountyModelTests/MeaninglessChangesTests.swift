import Engine
import Geography
import Probability
import Testing

@testable import CountyModel

/// Changes to what the model is told that say the same thing in other words.
@Suite("What has no meaning changes nothing")
struct MeaninglessChangesTests {
  private static let stretch = Stretch(days: 14, warmUp: 14)
  private static let before = Result {
    let county = try TinyCounty.asWritten()
    return county.readings(.baseline, stretch)
  }

  @Test("The order of facilities in the list means nothing", arguments: UInt64(1)...5)
  func shuffledFacilities(_ seed: UInt64) throws {
    let county = try TinyCounty.asWritten()
    let shuffled = county.map.facilities.enumerated()
      .map { (SplitMix64.mix(seed << 32 | UInt64($0)), $1) }.sorted { $0.0 < $1.0 }.map(\.1)
    let after = county.on(county.map.with(facilities: shuffled)).readings(.baseline, Self.stretch)
    let before = try Self.before.get()
    #expect(after.fingerprint == before.fingerprint)
    #expect(after.counts == before.counts)
  }

  @Test("A county in a mirror, with every place's title changed, is the same county")
  func mirrored() throws {
    let county = try TinyCounty.asWritten()
    let after = county.on(county.map.mirroredAndRetitled).readings(.baseline, Self.stretch)
    let before = try Self.before.get()
    #expect(after.fingerprint == before.fingerprint)
    #expect(after.needs == before.needs)
    #expect(after.counts == before.counts)
  }

  @Test("What is warm-up decides what is counted, not what happens")
  func warmUp() throws {
    let county = try TinyCounty.asWritten()
    let split = try Self.before.get()
    let start = CivilDate(dayNumber: Self.stretch.start.dayNumber - Self.stretch.warmUp)
    let whole = county.readings(.baseline, Stretch(start: start, days: 28, warmUp: 0))
    #expect(split.fingerprint == whole.fingerprint)
    // These say what is in force on each page, so they stand on every page.
    // What is in force is booked once a quarter, and the two runs meet other quarters: what people
    // did is compared, from first contact to ambulance.
    let rows = (0..<Count.rows).filter { row in
      let department = Department(rawValue: UInt8(row / 32))
      let isDone = [.firstContact, .clinics, .referral, .beds, .emergency, .ambulance]
        .contains(department)
      return isDone && row != Count.staticCircle.row
    }
    let moved = rows.filter { row in
      after.lanes(ofRow: row).reduce(0, +) != before.lanes(ofRow: row).reduce(0, +)
    }
    #expect(moved.isEmpty)
    let tuesday = Stretch(start: first.adding(days: 1), days: 21, warmUp: 7)
    #expect(county.readings(.baseline, tuesday).fingerprint != before.fingerprint)
  }
}
