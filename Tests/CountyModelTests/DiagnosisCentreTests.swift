import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("Shared diagnosis centres")
struct DiagnosisCentreTests {
  private static let served = Result { try Policy.pulling(["diagnostics.centre": 1]) }
  private let township = FacilityKind.townshipCentre.lane
  private let general = FacilityKind.countyGeneral.lane

  @Test("Two images of a township are read one after the other by the one reader of the lead")
  func line() throws {
    var county = QuietCounty(try Self.county(readers: 1, minutes: 20), try Self.served.get())
    let centre = try county.facility(.townshipCentre)
    let lane = township
    county.run(untilMinute: 600)
    let start = county.world.now
    for _ in 0..<2 { _ = try county.order(.imaging, at: centre) }
    county.run { $0.ledger.total(of: .testsReported, lane: lane) == 1 }
    // 12 minutes at the device, 8 at the cashier, 30 to the result when a reader is free.
    #expect(abs((county.world.now - start).inMinutes - 50) < 1)
    let identity = county.departments.diagnostics.readersIdentity(in: county.world)
    #expect(identity.left == 1 && identity.holds)
    county.run { $0.ledger.total(of: .testsReported, lane: lane) == 2 }
    // The second came 12 minutes later and was read when the first was done.
    #expect(abs((county.world.now - start).inMinutes - 70) < 1.5)
    #expect(county.total(.centreTests, lane: lane) == 2)
    let minutes = Double(county.total(.centreTime)) / 60_000
    #expect(abs(minutes - (50 - 12) - (70 - 24)) < 2)
  }

  @Test("A sample takes its stated time, however much there is to read")
  func samples() throws {
    var county = QuietCounty(try Self.county(readers: 1, minutes: 240), try Self.served.get())
    let centre = try county.facility(.townshipCentre)
    county.run(untilMinute: 600)
    let start = county.world.now
    for _ in 0..<2 { _ = try county.order(.imaging, at: centre) }
    let blood = try county.order(.laboratory, at: centre)
    county.run { $0.episodes[blood].traits.contains(.tested) }
    #expect(abs((county.world.now - start).inMinutes - 4 - 8 - 180) < 1)
  }

  @Test("An image of a hospital does not wait for the readers of a centre")
  func hospital() throws {
    var county = QuietCounty(try Self.county(readers: 1, minutes: 240), try Self.served.get())
    let (centre, hospital) = try (
      county.facility(.townshipCentre), county.facility(.countyGeneral)
    )
    let lane = general
    county.run(untilMinute: 600)
    let start = county.world.now
    for place in [centre, centre, hospital] { _ = try county.order(.imaging, at: place) }
    county.run { $0.ledger.total(of: .testsReported, lane: lane) == 1 }
    #expect(abs((county.world.now - start).inMinutes - 12 - 30 - 15) < 1)
    #expect(county.total(.testsReported, lane: township) == 0)
  }

  @Test("The readers are the lead's; the first lead reads for the others; without one nobody does")
  func owner() throws {
    func leads(_ community: String) throws -> Set<FacilityID?> {
      let county = QuietCounty(
        try TinyCounty(exchanging: [
          try .figure("readers", "1"),
          .init(old: Self.asWritten, new: community),
        ])
      )
      return Set(county.departments.diagnostics.readingLead)
    }
    let map = try TinyCounty.asWritten().map
    let first = try #require(map.facilities.firstIndex { $0.id == "GEN-1" })
    let lead = FacilityID(row: first)
    #expect(try leads(Self.asWritten) == [lead])
    #expect(try leads(Self.community("hospital", lead: "GEN-1", members: "TCM-1")) == [lead])
    #expect(try leads(Self.community("publicHealth", lead: "CDC", members: "all")) == [nil])
  }

  @Test("Where no centre reads, its readers change nothing")
  func idle() throws {
    let stretch = Stretch(days: 7, warmUp: 0)
    let without = try Self.county(readers: 0, minutes: 8).readings(.baseline, stretch)
    let with = try Self.county(readers: 3, minutes: 30).readings(.baseline, stretch)
    #expect(with.fingerprint == without.fingerprint)
    #expect((with.counts == without.counts) as Bool)
  }

  @Test("Readers enough report in the stated time; one with too much to read is later")
  func direction() throws {
    let enough = try report(readers: 200, minutes: 8)
    #expect(try abs(enough - report(readers: 0, minutes: 8)) < 3)
    #expect(try report(readers: 1, minutes: 240) > report(readers: 200, minutes: 240) + 5)
  }

  /// Mean minutes from test to report at the centre, over two weeks.
  private func report(readers: Int, minutes: Int) throws -> Double {
    let county = try Self.county(readers: readers, minutes: minutes)
    let readings = county.readings(try Self.served.get(), Stretch(days: 14, warmUp: 7))
    for identity in readings.identities {
      #expect(identity.holds, "\(identity.en): \(identity.left) and \(identity.right)")
    }
    #expect(try #require(readings.first("tests.centreTotal")) > 0)
    return try #require(readings.first("tests.centreReport"))
  }

  /// Tiny with so many readers, an operator for each device, and tests and readings that last what
  /// they last on average.
  private static func county(readers: Int, minutes: Int) throws -> TinyCounty {
    try TinyCounty(exchanging: [
      try .figure("readers", "\(readers)"),
      try .figure("readingMinutes", "\(minutes) min"),
      try .figure("operators", "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"),
      .init(old: "minutesSigma: 0.4", new: "minutesSigma: 0.01"),
    ])
  }

  private static let asWritten = community("hospital", lead: "GEN-1", members: "all")

  /// Today's only community, as `county.yaml` writes it.
  private static func community(_ leader: String, lead: String, members: String) -> String {
    """
        grouping: today
        leader: \(leader)
        lead: \(lead)
        members: [\(members)]
    """
  }
}
