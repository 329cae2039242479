import Foundation

@testable import Experiments

/// A sweep made by hand: a grid of two levers, two policies, three replications or more.
///
/// Luck is the same for all: no difference between points and policies varies.
struct SweepSample {
  let folder: SweepFolder
  let manifest: SweepManifest
  /// The share that is shown, at a point and replication; the baseline has 0.60 everywhere.
  static func share(point: Int, replication: Int) -> Double {
    0.62 + 0.02 * Double(point) + 0.001 * Double(replication)
  }

  /// Lays the shards out; `title` stands wherever texts come from files.
  init(
    title: String = "小扫描",
    tasks: Int = .max,
    design: String = "grid",
    best: SweepManifest.Best? = nil,
    replications: Int = 3
  ) throws {
    manifest = Self.manifest(title, design, best, replications)
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("countyflow-page-\(UUID().uuidString)").path
    folder = SweepFolder(at: path)
    try folder.begin(manifest, inputs: [])
    for task in manifest.tasks.prefix(tasks) {
      try folder.deliver(try Self.shard(task), of: task)
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder.path) }

  var results: SweepResults { SweepResults(of: manifest, in: folder) }

  /// The study of the sweep: one target at 65 %.
  static func ground(title: String = "达到65%") -> SweepGround {
    SweepGround(
      study: CountySample.table().study,
      targets: [
        Target(
          id: "T",
          measure: "visits.grassrootsShare",
          zh: title,
          en: title,
          plan: ["LYG-01"],
          sense: .atLeast,
          value: 0.65,
          year: 2027,
          kind: .reach
        )
      ],
      sources: CountySample.table(title: title).sources
    )
  }

  private static func manifest(
    _ title: String,
    _ design: String,
    _ best: SweepManifest.Best?,
    _ replications: Int
  ) -> SweepManifest {
    let grid = [[0, 0.1], [0, 0.2], [2, 0.1], [2, 0.2]]
    // One lever at a time: nobody moves both.
    let points = design == "one-at-a-time" ? Array(grid.dropLast()) : grid
    return SweepManifest(
      id: "hand",
      zh: title,
      en: title == "小扫描" ? "Hand-made sweep" : title,
      note: "合成 || Synthetic",
      contract: SweepManifest.Contract(
        study: "hand",
        program: "0",
        model: "0",
        swift: "6",
        gsl: "2",
        libc: "2",
        cpuFeatureClass: "x",
        seed: 7,
        start: "2026-01-01",
        end: "2028-01-01",
        warmUpDays: 56,
        files: [InputFile(name: "county.yaml", sha256: "00ff")]
      ),
      study: "inputs/hand.yaml",
      measures: ["visits.grassrootsShare", "wait.countyMorning"],
      design: SweepManifest.Design(kind: design, points: points.count, outer: nil),
      axes: [
        SweepManifest.Axis(
          path: "workforce.countyPosted",
          kind: .lever,
          zh: "派驻医生",
          en: "Posted doctors",
          unit: "number",
          from: "2026-07-01",
          rampDays: 180
        ),
        SweepManifest.Axis(
          path: "clinics.hours",
          kind: .input,
          zh: title,
          en: title,
          unit: "share"
        ),
      ],
      policies: [
        SweepManifest.PolicyName(id: "baseline", zh: "现状", en: "Baseline"),
        SweepManifest.PolicyName(id: "varied", zh: title, en: title),
      ],
      points: points.enumerated().map { place, values in
        SweepManifest.Point(
          values: values,
          outer: nil,
          solved: nil,
          scenarios: ["same", "varied-\(place)"]
        )
      },
      precision: nil,
      best: best,
      rounds: [
        SweepManifest.Round(
          firstTask: 0,
          firstReplication: 0,
          replications: replications,
          points: Array(points.indices)
        )
      ]
    )
  }

  private static func shard(_ task: SweepTask) throws -> Shard {
    let address = task.address
    let share =
      address.policy == 0
      ? 0.6 + 0.001 * Double(address.replication)
      : share(point: address.point, replication: address.replication)
    let readings = ["2026", "2027"].flatMap { year in
      [("visits.grassrootsShare", share), ("wait.countyMorning", 20 * share)].map {
        Shard.Reading(
          measure: $0.0,
          period: year,
          numerator: nil,
          denominator: nil,
          value: DecimalText.rounded($0.1)
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
    return try Shard(numbers, key: task.key, at: address)
  }
}
