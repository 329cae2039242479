import CountyModel
import Foundation
import Testing

@testable import Experiments

@Suite("Means with the luck of needs taken out")
struct ControlRowTests {
  private static let measure = "wait.countyMorning"
  /// A hundredth fewer needs than expected, then as many, and so on: 1.01 on average.
  private static let needs = [0.99, 1, 1.01, 1.02, 1.03]
  /// Goes with nothing: its sum is 0, and so is that of its products with the needs about their mean.
  private static let noise = [0.1, -0.2, 0.2, -0.2, 0.1]

  /// What each scenario of two points and two policies shows.
  private static func value(_ address: Shard.Address) -> Double? {
    let replication = address.replication
    let rest = noise[replication]
    switch (address.point, address.policy) {
    case (0, 0): return 10 + 200 * (needs[replication] - 1) + rest
    case (0, 1): return 5 + rest
    case (1, 0): return 0.1
    default: return replication < 3 ? 3 + rest : nil
    }
  }

  private static func shard(_ task: SweepTask) throws -> Shard {
    let found: [(String, Double?)] = [
      (measure, value(task.address)), (ControlRow.control, needs[task.address.replication]),
    ]
    let readings = found.compactMap { measure, value in
      value.map {
        Shard.Reading(
          measure: measure,
          period: "2024",
          numerator: nil,
          denominator: nil,
          value: DecimalText.rounded($0)
        )
      }
    }
    let numbers = Shard.Numbers(
      events: 1,
      fingerprint: "00",
      readings: readings,
      ledger: [],
      brokenIdentities: []
    )
    return try Shard(numbers, key: task.key, at: task.address)
  }

  private static func manifest(replications: Int) -> SweepManifest {
    let round = SweepManifest.Round(
      firstTask: 0,
      firstReplication: 0,
      replications: replications,
      points: [0, 1]
    )
    return SweepManifestTests.manifest(points: 2, policies: 2, rounds: [round])
  }

  private func results(replications: Int = 5) throws -> SweepResults {
    let manifest = Self.manifest(replications: replications)
    let folder = SweepFolder(at: NSTemporaryDirectory() + "countyflow-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    try folder.begin(manifest, inputs: [])
    for task in manifest.tasks { try folder.deliver(try Self.shard(task), of: task) }
    return SweepResults(of: manifest, in: folder)
  }

  private func analysis(
    _ results: SweepResults,
    _ methods: [AnalysisMethod]
  ) throws -> SweepAnalysis {
    try SweepAnalysis(
      of: results,
      targets: [],
      measures: .named([Self.measure, ControlRow.control]),
      methods: methods
    )
  }

  @Test("A mean that goes with needs is moved to as many as were expected, and is known better")
  func helps() throws {
    let row = try #require(try analysis(try results(), [.control]).control.first)
    #expect(row.measure == Self.measure && row.point == 0 && row.policy == "p0" && row.year == 2024)
    #expect(row.values == [Shard.Value(path: "x", value: 0)])
    // A hundredth more needs than expected moved it by 2, from 10 to 12.
    #expect(abs(row.plain.mean - 12) < 1e-9 && row.plain.n == 5)
    let controlled = try #require(row.controlled)
    #expect(abs(controlled.mean - 10) < 1e-8 && controlled.n == 5)
    #expect(abs(try #require(row.coefficient) - 200) < 1e-6)
    #expect(abs(try #require(row.needs) - 1.01) < 1e-9)
    // Squares about the mean: 200² · 0.001 + 0.14 = 40.14 by 4; about the line 0.14 by 3.
    let (about, before) = (0.14 / 3, 40.14 / 4)
    #expect(abs(try #require(row.varianceLeft) - about / before) < 1e-8)
    // t(4) = 2.776, 2.776 √(10.035/5) = 3.933; t(3) = 3.182, and 1/5 + 0.01²/0.001 = 0.3.
    #expect(abs(try #require(row.plain.halfWidth) - 3.933) < 0.001)
    #expect(abs(try #require(controlled.halfWidth) - 0.3765) < 0.0001)
    #expect(abs(try #require(row.width) - 0.3765 / 3.933) < 0.0001)
  }

  @Test("Where needs tell nothing the mean stays, and the wider interval is shown as it is")
  func doesNotHelp() throws {
    let rows = try analysis(try results(), [.control]).control
    let row = try #require(rows.first { $0.point == 0 && $0.policy == "p1" })
    #expect(abs(try #require(row.controlled).mean - 5) < 1e-8)
    #expect(abs(try #require(row.varianceLeft) - 4.0 / 3) < 1e-8)
    // 3.182 √(0.14/3 · 0.3) over 2.776 √(0.14/4 / 5).
    #expect(abs(try #require(row.width) - 1.621) < 0.001)
  }

  @Test("What never varies, and what was measured three times, is shown without a controlled mean")
  func nothingToControl() throws {
    let rows = try analysis(try results(), [.control]).control
    #expect(rows.count == 4 && rows.allSatisfy { $0.measure != ControlRow.control })
    let (constant, short) = (rows[2], rows[3])
    #expect(constant.point == 1 && constant.policy == "p0" && constant.plain.n == 5)
    #expect(constant.controlled == nil && constant.varianceLeft == nil && constant.width == nil)
    #expect(short.plain.n == 3 && short.controlled == nil && short.coefficient == nil)
    #expect(abs(try #require(short.needs) - 1) < 1e-9)
  }

  @Test("It is left out unless it is asked for")
  func onRequest() throws {
    let results = try results()
    let all = try analysis(results, [])
    #expect(all.methods == [.best] && all.control.isEmpty)
    let asked = try analysis(results, [.control])
    #expect(asked.methods == [.control] && asked.best.isEmpty)
  }

  @Test("Three replications are too few, and are told how many there should be")
  func tooFew() throws {
    let results = try results(replications: 3)
    let problem = #expect(throws: AnalysisProblem.self) { try analysis(results, [.control]) }
    #expect(problem?.message.contains("4 `replications`") == true)
  }

  @Test("Uncertain inputs are not served")
  func uncertain() {
    let plain = Self.manifest(replications: 8)
    let outer = SweepManifest(
      id: plain.id,
      zh: plain.zh,
      en: plain.en,
      note: plain.note,
      contract: plain.contract,
      study: plain.study,
      measures: plain.measures,
      design: SweepManifest.Design(kind: "list", points: 1, outer: 2),
      axes: plain.axes,
      policies: plain.policies,
      points: plain.points,
      precision: nil,
      rounds: plain.rounds
    )
    #expect(AnalysisMethod.control.fits(plain) && !AnalysisMethod.control.fits(outer))
    #expect(AnalysisMethod.control.rightDesign.contains("no `uncertain` inputs"))
  }

  @Test("The control is a measure of the model, whose definition says that its expectation is 1")
  func control() throws {
    let measure = try #require(Measure.named(ControlRow.control))
    #expect(measure.means.contains("expectation is 1 under every policy"))
    #expect(ControlRow.expectation == 1)
  }
}
