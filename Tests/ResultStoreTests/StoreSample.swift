import Foundation

@testable import Experiments
@testable import ResultStore

/// A small sweep made by hand: two points, two policies, three replications, a few readings each.
enum StoreSample {
  static let contract = SweepManifest.Contract(
    study: "hand",
    program: "0",
    model: "0",
    swift: "6.3",
    gsl: "2.7",
    libc: "2.36",
    cpuFeatureClass: "x86-64-v3",
    seed: 18_446_744_073_709_551_615,
    start: "2024-01-01",
    end: "2025-01-01",
    warmUpDays: 7,
    files: [InputFile(name: "county.yaml", sha256: "00ff")]
  )

  static func manifest(id: String = "hand") -> SweepManifest {
    SweepManifest(
      id: id,
      zh: "小",
      en: "=1+1",
      note: "'; DROP TABLE runs;-- %s%n \"quoted\",\r\ntwo lines",
      contract: contract,
      study: "study.yaml",
      measures: [],
      design: SweepManifest.Design(kind: "grid", points: 2, outer: nil),
      axes: [
        SweepManifest.Axis(path: "beds.conversion", kind: .lever, zh: "", en: "", unit: "share")
      ],
      policies: ["baseline", "@package"].map {
        SweepManifest.PolicyName(id: $0, zh: "", en: "'+")
      },
      points: [0.1, 1.0 / 3].map {
        SweepManifest.Point(values: [$0], outer: nil, solved: nil, scenarios: ["aa", "bb"])
      },
      precision: nil,
      rounds: [
        SweepManifest.Round(firstTask: 0, firstReplication: 0, replications: 3, points: [0, 1])
      ]
    )
  }

  /// Where a figure came from, in words that need care in tables.
  static let sources = [
    SourceTable(
      path: "beds.careShare",
      zh: "占比",
      en: nil,
      value: "20%",
      standing: "assumed",
      id: "B-1",
      source: "=\"年鉴\", 2024\n第 3 页"
    )
  ]

  /// What its store is of.
  static func card(id: String = "hand") throws(StoreProblem) -> RunCard {
    try RunCard(of: manifest(id: id), sources: sources)
  }

  /// The shard of a task; `shift` moves every number.
  static func shard(_ task: SweepTask, shift: Double = 0) throws -> Shard {
    let measures = MeasureTable.declared.prefix(20)
    let readings = measures.enumerated().flatMap { place, measure in
      ["2024", "2024Q1", "2024-02"].map { period in
        Shard.Reading(
          measure: measure.id,
          place: place == 3 ? "East" : nil,
          tier: place == 4 ? "county" : nil,
          period: period,
          numerator: place == 5 ? nil : Int64(task.number * 100 + place),
          denominator: 7,
          value: DecimalText.rounded(Double(task.number * 100 + place) / 7 + shift)
        )
      }
    }
    let row = Shard.LedgerRow(
      year: 2024,
      from: "township",
      to: "countyGeneral",
      reason: "skill",
      requested: task.number,
      appropriate: 1,
      accepted: 1,
      arrived: 1,
      onward: 0
    )
    let numbers = Shard.Numbers(
      events: .max - UInt64(task.number),
      fingerprint: "00ab",
      readings: readings,
      ledger: [row],
      brokenIdentities: []
    )
    return try Shard(numbers, key: task.key, at: task.address)
  }

  /// A path in a folder of its own.
  static func newPath() throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("countyflow-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appendingPathComponent(ResultStore.fileName).path
  }

  /// Takes such a folder away.
  static func remove(_ path: String) {
    try? FileManager.default.removeItem(at: URL(fileURLWithPath: path).deletingLastPathComponent())
  }

  /// A finished store with some tasks, in the order given.
  static func filled(_ tasks: [SweepTask] = manifest().tasks) throws -> String {
    let path = try newPath()
    let store = try ResultStore.open(at: path, for: card())
    for task in tasks { try store.add(shard(task)) }
    try store.close()
    return path
  }

  /// Content hash of a store.
  static func hash(_ path: String) throws -> String {
    let store = try ResultStore.open(readingFrom: path)
    let hash = try store.contentHash()
    try store.close()
    return hash
  }
}

/// The problem that a piece of work ends with.
func problem(_ work: () throws -> Void) -> StoreProblem? {
  do {
    try work()
    return nil
  } catch {
    return error as? StoreProblem
  }
}
