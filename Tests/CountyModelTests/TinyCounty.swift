import CountyModel
import Engine
import Experiments
import Foundation
import Geography
import ScenarioFiles

/// The county of `Scenarios/tiny`, as written or with some of its text exchanged.
struct TinyCounty: Sendable {
  var inputs: CountyInputs
  var map: CountyMap

  /// One exchange of text in `county.yaml`; the old text must be there, once.
  struct Exchange {
    let old: String
    let new: String

    /// Another value for a figure that has a line of its own, whatever it is now.
    ///
    /// - Throws: When no line of a section begins with the key.
    static func figure(_ key: String, _ value: String) throws -> Exchange {
      let file = TinyCounty.folder.appendingPathComponent("county.yaml")
      let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
      guard let line = lines.first(where: { $0.hasPrefix("  \(key): ") }) else {
        throw NotThere(text: key)
      }
      return Exchange(old: line, new: "  \(key): \(value)")
    }
  }

  /// Gives a figure that stands on a line of its own another value, whatever it has.
  static func giving(_ key: String, _ value: String) -> Exchange {
    // What was written becomes a comment.
    Exchange(old: " \(key):", new: " \(key): \(value) #")
  }

  /// No public holidays and no market days.
  static let everyDayAlike = [
    giving("holidayClinic", "1"), giving("holidayEmergency", "1"),
    giving("holidayStaffing", "[100%, 100%]"), giving("marketCycle", "0"),
  ]

  /// Nobody is born, dies, moves or has a chronic disease.
  static let nobodyChanges: [Exchange] = {
    let nothing = "[0, 0, 0, 0, 0, 0, 0, 0, 0]"
    return [
      Exchange(
        old: "birthsByAge: [0, 0, 11, 37, 7, 0, 0, 0, 0]",
        new: "birthsByAge: \(nothing)"
      ),
      Exchange(
        old: "deathsByAge: [1.1, 0.2, 0.35, 0.5, 1.1, 2.6, 6.5, 18, 68]",
        new: "deathsByAge: \(nothing)"
      ),
      Exchange(
        old: "leavesByAge: [0, 0, 3%, 2%, 1%, 0.5%, 0, 0, 0]",
        new: "leavesByAge: \(nothing)"
      ),
      Exchange(
        old: "hypertensionByAge: [0, 0, 0.04, 0.08, 0.17, 0.30, 0.45, 0.58, 0.62]",
        new: "hypertensionByAge: \(nothing)"
      ),
      Exchange(
        old: "diabetesByAge: [0, 0, 0.02, 0.05, 0.09, 0.14, 0.20, 0.24, 0.24]",
        new: "diabetesByAge: \(nothing)"
      ),
    ]
  }()

  /// What went wrong with an exchange.
  struct NotThere: Error {
    let text: String
  }

  private static let original = Result { try TinyCounty(exchanging: []) }

  /// The county as written.
  static func asWritten() throws -> TinyCounty { try original.get() }

  /// The same county on another map.
  func on(_ map: CountyMap) -> TinyCounty { TinyCounty(inputs: inputs, map: map) }

  private init(inputs: CountyInputs, map: CountyMap) {
    self.inputs = inputs
    self.map = map
  }

  /// The county with some of its text exchanged: read through the same door as any other.
  ///
  /// - Parameters:
  ///   - exchanges: In `county.yaml`.
  ///   - rewrite: What becomes of the text of `conditions.yaml`.
  /// - Throws: When an old text is not there once, or the county is refused.
  init(exchanging exchanges: [Exchange], conditions rewrite: (String) -> String = { $0 }) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("countyflow-tiny-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: Self.folder, to: folder)
    let file = folder.appendingPathComponent("county.yaml")
    var text = try String(contentsOf: file, encoding: .utf8)
    for exchange in exchanges {
      guard text.components(separatedBy: exchange.old).count == 2 else {
        throw NotThere(text: exchange.old)
      }
      text = text.replacingOccurrences(of: exchange.old, with: exchange.new)
    }
    try text.write(to: file, atomically: true, encoding: .utf8)
    let conditions = folder.appendingPathComponent("conditions.yaml")
    try rewrite(try String(contentsOf: conditions, encoding: .utf8))
      .write(to: conditions, atomically: true, encoding: .utf8)
    let study = try StudyLoader.load(folder.appendingPathComponent("tiny.yaml").path).study
    inputs = study.inputs
    map = study.map
  }

  /// The top of the package.
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let folder = package.appendingPathComponent("Scenarios/tiny")
}

/// How long, and with what luck, a county is run.
struct Stretch {
  var start = CivilDate(dayNumber: Stretch.firstOf2024)
  /// Measured days.
  var days = 28
  /// Days before them.
  var warmUp = 7
  var seed: UInt64 = 20_240_101
  var replication: UInt32 = 0

  /// 1 January 2024.
  static let firstOf2024 = CivilDate(year: 2024, month: 1, day: 1)?.dayNumber ?? 0
}

extension TinyCounty {
  /// The scenario of a policy over a stretch of time.
  func scenario(_ policy: Policy = .baseline, _ stretch: Stretch) -> Scenario {
    Scenario(
      inputs: inputs,
      policy: policy,
      start: stretch.start,
      end: stretch.start.adding(days: stretch.days),
      warmUpDays: stretch.warmUp
    )
  }

  /// What a run under a policy leaves behind.
  func readings(_ policy: Policy = .baseline, _ stretch: Stretch = Stretch()) -> Readings {
    var county = County(
      scenario(policy, stretch),
      map: map,
      seed: stretch.seed,
      replication: stretch.replication
    )
    county.run()
    return county.readings()
  }

  /// The events of the first days of a run, as a hash.
  func fingerprint(_ policy: Policy, _ stretch: Stretch, untilDay day: Int) -> UInt64 {
    var county = County(
      scenario(policy, stretch),
      map: map,
      seed: stretch.seed,
      replication: stretch.replication
    )
    county.run(untilDay: day)
    return county.readings().fingerprint
  }
}

extension Policy {
  /// A policy of levers that are at full level from a day on.
  static func pulling(_ levels: [String: Double], fromDay day: Int = 0) throws -> Policy {
    let settings = try levels.keys.sorted().map { path in
      guard let lever = LeverCatalogue.all.first(where: { $0.path == path }) else {
        throw TinyCounty.NotThere(text: path)
      }
      return Setting(
        path: path,
        course: Timeline(
          neutral: lever.neutral,
          level: levels[path] ?? lever.neutral,
          startDay: day,
          rampDays: 0,
          endDay: nil
        )
      )
    }
    return Policy(id: "test", zh: "试", en: "Test", plan: [], note: "", settings: settings)
  }
}

extension TinyCounty.Exchange {
  /// One community led by a township centre; hospitals and the other townships belong to none.
  static let ledByCentre = TinyCounty.Exchange(
    old: """
          grouping: today
          leader: hospital
          lead: GEN-1
          members: [all]
      """,
    new: """
          grouping: today
          leader: centre
          lead: THC-T03
          members: [THC-T02, THB-T02-S006]
      """
  )
}
