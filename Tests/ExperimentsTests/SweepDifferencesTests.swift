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
    return try Shard(numbers, key: task.key, at: address)
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
}
