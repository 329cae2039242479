import Foundation
import Testing

@testable import Experiments

@Suite("How sure the differences of a sweep are")
struct SweepDifferencesTests {
  /// A policy minus the first one, by point and replication; the first is 0 everywhere.
  private static let differences = [[1.0, 2, 3], [1, 1.1, 1.2]]
  private static let measure = "visits.grassrootsShare"

  private static func shard(_ task: SweepTask) throws -> Shard {
    let address = task.address
    let value = address.policy == 0 ? 0 : differences[address.point][address.replication]
    return try shard(task, value)
  }

  private static func shard(_ task: SweepTask, _ value: Double) throws -> Shard {
    let numbers = Shard.Numbers(
      events: 1,
      fingerprint: "00",
      readings: [
        Shard.Reading(
          measure: measure,
          period: "2024",
          numerator: nil,
          denominator: nil,
          value: value
        )
      ],
      ledger: [],
      brokenIdentities: []
    )
    return try Shard(numbers, key: task.key, at: task.address)
  }

  @Test("Two p-values are adjusted together: the smaller is doubled, the larger not below it")
  func together() throws {
    let round = SweepManifest.Round(
      firstTask: 0,
      firstReplication: 0,
      replications: 3,
      points: [0, 1]
    )
    let manifest = SweepManifestTests.manifest(points: 2, policies: 2, rounds: [round])
    let folder = SweepFolder(at: NSTemporaryDirectory() + "countyflow-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    try folder.begin(manifest, inputs: [])
    for task in manifest.tasks { try folder.deliver(try Self.shard(task), of: task) }
    let results = SweepResults(of: manifest, in: folder)
    let raw = try Self.differences.map { values in
      try #require(PairedDifference(values, minus: [0, 0, 0])?.pValue)
    }
    // t is 2 √3 / 1 at the first point, and 1.1 √3 / 0.1 at the second.
    #expect(raw[1] < raw[0] && raw[0] > 0.05)
    let judged = SweepDifferences(of: results)
    func adjusted(_ point: Int) -> Double? {
      judged.adjustedP(of: Self.measure, point: point, policy: 1, year: 2024)
    }
    #expect(adjusted(1) == DecimalText.rounded(2 * raw[1]))
    #expect(adjusted(0) == DecimalText.rounded(raw[0]))
    #expect(judged.adjustedP(of: Self.measure, point: 0, policy: 0, year: 2024) == nil)
    let rows = SweepSummary(of: results).estimates.filter { $0.policy == "p1" }
    #expect(rows.map(\.adjustedP) == [adjusted(0), adjusted(1)])
    #expect(rows.compactMap(\.pValue) == raw.map(DecimalText.rounded))
  }

  /// Runs a sweep by hand and judges it.
  private func results(
    of manifest: SweepManifest,
    _ value: (Shard.Address) -> Double
  ) throws -> SweepResults {
    let folder = SweepFolder(at: NSTemporaryDirectory() + "countyflow-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    try folder.begin(manifest, inputs: [])
    for task in manifest.tasks {
      try folder.deliver(try Self.shard(task, value(task.address)), of: task)
    }
    return SweepResults(of: manifest, in: folder)
  }

  @Test("A difference that is the same at every point is one of the family, not one a point")
  func sameEverywhere() throws {
    let round = SweepManifest.Round(
      firstTask: 0,
      firstReplication: 0,
      replications: 3,
      points: [0, 1]
    )
    // The baseline and the second policy are equal at both points; the third one moves.
    let manifest = SweepManifestTests.manifest(
      points: 2,
      policies: 3,
      rounds: [round],
      scenario: { $1 < 2 ? "same-\($1)" : "\($0)-\($1)" }
    )
    let rows = [[1.0, 2, 3], [1, 2.5, 3.5], [4, 4.1, 4.2]]
    let results = try results(of: manifest) { address in
      switch address.policy {
      case 0: 0
      case 1: rows[0][address.replication]
      default: rows[address.point + 1][address.replication]
      }
    }
    let raw = try rows.map { try #require(PairedDifference($0, minus: [0, 0, 0])?.pValue) }
    let wanted = Holm.adjusted(raw).map(DecimalText.rounded)
    let judged = SweepDifferences(of: results)
    func adjusted(_ point: Int, _ policy: Int) -> Double? {
      judged.adjustedP(of: Self.measure, point: point, policy: policy, year: 2024)
    }
    #expect(adjusted(0, 1) == wanted[0] && adjusted(1, 1) == wanted[0])
    #expect(adjusted(0, 2) == wanted[1] && adjusted(1, 2) == wanted[2])
  }

  @Test("A difference that varies in no replication is none of the family, and has its own answer")
  func unvaried() throws {
    let round = SweepManifest.Round(
      firstTask: 0,
      firstReplication: 0,
      replications: 3,
      points: [0, 1]
    )
    let manifest = SweepManifestTests.manifest(points: 2, policies: 3, rounds: [round])
    let results = try results(of: manifest) { address in
      switch (address.policy, address.point) {
      case (0, _), (1, 0): 0
      case (1, _): 0.5
      default: Self.differences[address.point][address.replication]
      }
    }
    let raw = try Self.differences.map { values in
      try #require(PairedDifference(values, minus: [0, 0, 0])?.pValue)
    }
    let wanted = Holm.adjusted(raw).map(DecimalText.rounded)
    let judged = SweepDifferences(of: results)
    func adjusted(_ point: Int, _ policy: Int) -> Double? {
      judged.adjustedP(of: Self.measure, point: point, policy: policy, year: 2024)
    }
    #expect(adjusted(0, 2) == wanted[0] && adjusted(1, 2) == wanted[1])
    #expect(adjusted(0, 1) == 1 && adjusted(1, 1) == 0)
  }

  @Test("In a choice of the best, points pair with the baseline that ran on where it is the same")
  func equalBaselines() throws {
    // Two replications of everything; then the first point runs on with its baseline, and the second
    // one without, since its baseline is the same scenario.
    let rounds = [
      SweepManifest.Round(firstTask: 0, firstReplication: 0, replications: 2, points: [0, 1]),
      SweepManifest.Round(firstTask: 8, firstReplication: 2, replications: 2, points: [0]),
      SweepManifest.Round(
        firstTask: 12,
        firstReplication: 2,
        replications: 2,
        points: [1],
        policies: [1]
      ),
    ]
    let best = SweepManifest.Best(
      measure: Self.measure,
      indifference: 0.5,
      confidence: 0.95,
      from: 2,
      to: 4
    )
    let (luck, gains) = ([0.1, 0.4, 0.2, 0.3], [[1, 1.1, 1.2, 1.3], [2, 2.2, 2.1, 2.5]])
    func value(_ address: Shard.Address) -> Double {
      let gain = address.policy == 0 ? 0 : gains[address.point][address.replication]
      return luck[address.replication] + gain
    }
    func sweep(_ rule: SweepManifest.Best?) -> SweepManifest {
      SweepManifestTests.manifest(
        points: 2,
        policies: 2,
        rounds: rounds,
        best: rule,
        scenario: { $1 == 0 ? "same" : "\($0)-\($1)" }
      )
    }
    func difference(_ results: SweepResults, _ point: Int) -> PairedDifference? {
      results.difference(of: Self.measure, point: point, policy: 1, year: 2024)
    }
    let choosing = try results(of: sweep(best), value)
    for (point, row) in gains.enumerated() {
      let paired = try #require(difference(choosing, point))
      #expect(paired.estimate.n == 4)
      #expect(abs(paired.estimate.mean - row.reduce(0, +) / 4) < 1e-9)
    }
    let judged = SweepDifferences(of: choosing)
    #expect(judged.adjustedP(of: Self.measure, point: 1, policy: 1, year: 2024) != nil)
    // Without a choice every point stands by itself.
    #expect(try difference(results(of: sweep(nil), value), 1)?.estimate.n == 2)
  }
}
