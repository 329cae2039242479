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

  /// What people did from first contact to ambulance, each count summed over all pages and lanes.
  ///
  /// Levels in force are left out: they are booked once a page, and pages differ here.
  private func totals(_ readings: Readings) -> [Int64] {
    (0..<Count.rows).filter { row in
      let department = Department(rawValue: UInt8(row / 32))
      let isDone = [.firstContact, .clinics, .referral, .beds, .emergency, .ambulance]
        .contains(department)
      return isDone && row != Count.staticCircle.row
    }.map { readings.lanes(ofRow: $0).reduce(0, +) }
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
    #expect(totals(split) == totals(whole))
    #expect(split.lanes(of: .waits) != whole.lanes(of: .waits))
  }

  @Test("The same quantity in another unit is the same quantity")
  func units() throws {
    let county = try TinyCounty(exchanging: [
      .init(old: "cleaning: 90 min", new: "cleaning: 1.5 h"),
      .init(old: "boardingLimit: 12 h", new: "boardingLimit: 720 min"),
      .init(old: "deferralLimit: 7 d", new: "deferralLimit: 168 h"),
      .init(old: "handling: 1.5 min", new: "handling: 0.025 h"),
      .init(old: "startCounty: 80%", new: "startCounty: 0.8"),
      .init(old: "triesElsewhere: 60%", new: "triesElsewhere: 0.6"),
    ])
    let after = county.readings(.baseline, Self.stretch)
    let before = try Self.before.get()
    #expect(after.fingerprint == before.fingerprint)
    #expect(after.counts == before.counts)
  }

  @Test("Without seasons and feasts, 52 weeks later is the same again")
  func aYearLater() throws {
    // Refills and absence are drawn by their date too.
    let county = try TinyCounty(
      exchanging: TinyCounty.nobodyChanges + TinyCounty.everyDayAlike + [
        .init(old: "festivalClinic: 0.45", new: "festivalClinic: 1"),
        .init(old: "festivalEmergency: 1.25", new: "festivalEmergency: 1"),
        .init(old: "festivalReturn: 15.5%", new: "festivalReturn: 0%"),
        .init(old: "festivalRebound: 1.2", new: "festivalRebound: 1"),
        .init(old: "dayVariation: 0.15", new: "dayVariation: 0"),
        // Whole physicians: a fraction of one comes on days drawn by their date.
        .init(old: "townshipPhysicians: 1.5", new: "townshipPhysicians: 0.01"),
        .init(old: "communityPhysicians: 1.5", new: "communityPhysicians: 0.01"),
      ]
    ) { text in
      text.replacing(/season: \[[^\]]*\]/, with: "season: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]")
    }
    // Monday, 1 April 2024, and Monday, 31 March 2025: neither run meets New Year.
    let first = CivilDate(dayNumber: Stretch.firstOf2024 + 91)
    let before = county.readings(.baseline, Stretch(start: first, days: 21, warmUp: 7))
    let later = first.adding(days: 52 * 7)
    let after = county.readings(.baseline, Stretch(start: later, days: 21, warmUp: 7))
    #expect(after.fingerprint == before.fingerprint)
    #expect(after.needs == before.needs)
    #expect(totals(after) == totals(before))
    let tuesday = Stretch(start: first.adding(days: 1), days: 21, warmUp: 7)
    #expect(county.readings(.baseline, tuesday).fingerprint != before.fingerprint)
  }
}
