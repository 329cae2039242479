internal import CountyModel
internal import Engine
internal import Experiments
internal import Foundation
internal import Geography

/// The names behind the numbers of a journal.
struct EventWords: Sendable {
  /// Title of the log.
  let title: String
  private let start: CivilDate
  /// By place on the map: stable name, Chinese name, kind and tier.
  let facilities: [(id: String, name: String, kind: String, tier: String)]
  private let settlements: [String]
  private let conditions: [String]

  init(of study: Study) {
    title = "\(study.id): \(study.policies[0].id)"
    start = study.runStart
    let county = study.counties[0]
    facilities = county.map.facilities.map {
      ($0.id, $0.name, "\($0.kind)", "\($0.kind.tier)")
    }
    settlements = county.map.settlements.map(\.id)
    conditions = county.inputs.conditionNames
  }

  /// An instant in the county's civil time, ISO 8601 with the offset of China.
  func time(of event: CareEvent) -> String {
    let (day, rest) = event.milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
    let seconds = rest / 1000
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map {
      $0 < 10 ? "0\($0)" : "\($0)"
    }
    let fraction = String(1000 + rest % 1000).dropFirst()
    let date = start.adding(days: Int(day)).description
    return "\(date)T\(parts[0]):\(parts[1]):\(parts[2]).\(fraction)+08:00"
  }

  /// Stable name of the home of an episode.
  func settlement(of episode: CareEpisode) -> String { settlements[Int(episode.settlement)] }

  /// Name of the condition of an episode.
  func condition(of episode: CareEpisode) -> String { conditions[Int(episode.condition)] }

  /// `minor`, `moderate` or `severe`.
  func severity(of episode: CareEpisode) -> String {
    ["minor", "moderate", "severe"][Int(episode.severity)]
  }

  /// Lowest age of the band, such as `45+`.
  func age(of episode: CareEpisode) -> String {
    "\(AgeBand.lowestAges[Int(episode.age)])+"
  }
}

/// Writes a long text piece by piece.
struct TextFile: ~Copyable {
  private let handle: FileHandle
  private var waiting: [UInt8] = []

  init(at path: String) throws {
    try Data().write(to: URL(fileURLWithPath: path))
    handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }

  mutating func add(_ text: String) throws {
    waiting.append(contentsOf: text.utf8)
    if waiting.count > 1 << 20 { try flush() }
  }

  mutating func close() throws {
    try flush()
    try handle.close()
  }

  private mutating func flush() throws {
    try handle.write(contentsOf: waiting)
    waiting.removeAll(keepingCapacity: true)
  }
}
