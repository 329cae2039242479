import Engine
import Experiments
import Foundation
import Geography
import ScenarioFiles
import Testing

@testable import CountyModel

@Suite("The same seed gives the same county")
struct DeterminismTests {
  private let stretch = Stretch(days: 8, warmUp: 2)

  @Test("Two runs with one seed leave the same events and books; another seed leaves others")
  func sameSeed() throws {
    let county = try TinyCounty.asWritten()
    let (first, second) = (county.readings(.baseline, stretch), county.readings(.baseline, stretch))
    #expect(first.fingerprint == second.fingerprint)
    #expect(first.counts == second.counts)
    var other = stretch
    other.seed += 1
    #expect(county.readings(.baseline, other).fingerprint != first.fingerprint)
  }

  @Test("A run is the same alone, among replications, and wherever its policy stands in the list")
  func aloneOrAmongOthers() async throws {
    let county = try TinyCounty.asWritten()
    let prices = try Policy.pulling(["finance.countyOutpatientPrice": 50])
    let policies = [Policy.baseline, prices]
    let forwards = try await ReplicationPool.run(study(of: county, policies), threads: 2) { _ in }
    let backwards = try await ReplicationPool.run(
      study(of: county, policies.reversed()),
      threads: 1
    ) { _ in }
    for replication in 0..<2 {
      var alone = stretch
      alone.replication = UInt32(replication)
      let expected = county.readings(prices, alone)
      #expect(forwards[1][replication].fingerprint == expected.fingerprint)
      #expect(backwards[0][replication].counts == expected.counts)
      #expect(forwards[0][replication].fingerprint == backwards[1][replication].fingerprint)
    }
    #expect(forwards[0][0].fingerprint != forwards[0][1].fingerprint)
  }

  @Test("The number of threads changes nothing; the first replications of many are those of few")
  func threads() async throws {
    let county = try TinyCounty.asWritten()
    let policies = [Policy.baseline, try .pulling(["finance.countyOutpatientPrice": 50])]
    func prints(_ threads: Int, replications: Int = 3) async throws -> [[UInt64]] {
      let study = study(of: county, policies, replications: replications)
      let runs = try await ReplicationPool.run(study, threads: threads) { _ in }
      return runs.map { $0.map(\.fingerprint) }
    }
    let alone = try await prints(1)
    for threads in [2, 3, 7, 16] { #expect(try await prints(threads) == alone) }
    #expect(try await prints(2, replications: 2) == alone.map { Array($0[..<2]) })
  }

  @Test("All levers at their neutral values, or not yet begun at the end, change nothing")
  func neutral() throws {
    let county = try TinyCounty.asWritten()
    let baseline = county.readings(.baseline, stretch)
    var neutral: [String: Double] = [:]
    var later: [String: Double] = [:]
    for lever in LeverCatalogue.all {
      neutral[lever.path] = lever.neutral
      later[lever.path] = lever.range.upperBound
    }
    let idle = county.readings(try .pulling(neutral), stretch)
    #expect(idle.fingerprint == baseline.fingerprint)
    #expect(idle.counts == baseline.counts)
    let tooLate = county.readings(try .pulling(later, fromDay: 10), stretch)
    #expect(tooLate.fingerprint == baseline.fingerprint)
    #expect(tooLate.counts == baseline.counts)
  }

  @Test("A policy changes nothing before its first day, and something after it")
  func prefix() throws {
    let county = try TinyCounty.asWritten()
    let policy = try Policy.pulling(["clinics.countyPhysicians": 0.5], fromDay: 6)
    let before = [Policy.baseline, policy].map { county.fingerprint($0, stretch, untilDay: 6) }
    #expect(before[0] == before[1])
    let after = [Policy.baseline, policy].map { county.fingerprint($0, stretch, untilDay: 8) }
    #expect(after[0] != after[1])
  }

  @Test("A short run is the beginning of a long one")
  func shortRunIsPrefix() throws {
    let county = try TinyCounty.asWritten()
    let start = CivilDate(dayNumber: Stretch.firstOf2024 + 85)
    let short = county.readings(.baseline, Stretch(start: start, days: 6, warmUp: 2))
    let long = county.readings(.baseline, Stretch(start: start, days: 12, warmUp: 2))
    #expect(short.quarters == [long.quarters[0]])
    let page = 2 * Count.rows * Count.lanes
    #expect(short.counts[..<page] == long.counts[..<page])
  }

  @Test("Two policies meet the same needs with the same luck")
  func commonRandomNumbers() throws {
    let county = try TinyCounty.asWritten()
    let policies: [Policy] = [
      .baseline, try .pulling(["familyDoctor.general": 1, "finance.countyPoints": 30]),
      try .pulling(["beds.countyBeds": 0.5, "clinics.countyPhysicians": 0.5]),
    ]
    let readings = policies.map { county.readings($0, stretch) }
    #expect(Set(readings.map(\.needs)).count == 1)
    #expect(Set(readings.map(\.fingerprint)).count == 3)
    for severity in Severity.allCases {
      let needs = readings.map { $0.total(.needs, lane: severity.index) }
      #expect(needs[0] > 0)
      #expect(Set(needs).count == 1)
    }
    var other = stretch
    other.replication = 1
    #expect(county.readings(.baseline, other).needs != readings[0].needs)
  }

  private func study(
    of county: TinyCounty,
    _ policies: [Policy],
    replications: Int = 2
  ) -> Study {
    Study(
      id: "test",
      zh: "试",
      en: "Test",
      note: "",
      inputs: county.inputs,
      map: county.map,
      policies: policies,
      start: stretch.start,
      end: stretch.start.adding(days: stretch.days),
      warmUpDays: stretch.warmUp,
      replications: replications,
      seed: stretch.seed,
      targets: [],
      fit: [],
      sources: [],
      files: []
    )
  }
}
