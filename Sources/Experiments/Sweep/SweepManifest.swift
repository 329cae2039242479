/// What a sweep is made of: enough to run any of its tasks again, bit for bit, anywhere.
///
/// `sweep.json` is written before the first task and never again, except that a sweep which goes
/// on until it is precise, or has found the best, appends rounds. It stands beside `inputs/`, a copy
/// of every file that was read, so that the folder can be carried to another machine.
public struct SweepManifest: Codable, Sendable, Hashable {
  /// The schemas that this version reads: the second one knows `best`.
  ///
  /// A manifest without it is written as the first one, which programs that do not know the second read
  /// too. They would take a choice of the best for a sweep that is finished after its first round.
  public static let schemas = ["countyflow/sweep-manifest/1", "countyflow/sweep-manifest/2"]

  /// One of `schemas`.
  public let schema: String
  /// Short stable name of the sweep.
  public let id: String
  /// Chinese title.
  public let zh: String
  /// English title.
  public let en: String
  /// What every reader must know; Chinese and English are parted by `||`.
  public let note: String
  /// What decides the numbers.
  public let contract: Contract
  /// Path of the study file, relative to the manifest.
  public let study: String
  /// Measures that are shown first; all are kept.
  public let measures: [String]
  /// The shortest periods that are kept.
  public let detail: Shard.Detail
  /// How the points came about.
  public let design: Design
  /// What is varied, in the order of the values of a point.
  public let axes: [Axis]
  /// The policies that every point runs, in order; the first is the reference of differences.
  public let policies: [PolicyName]
  /// The points of the design, in order.
  public let points: [Point]
  /// When enough replications have been run; `nil` for a fixed number.
  public let precision: Precision?
  /// When the best has been found; `nil` where nothing is to be chosen.
  public let best: Best?
  /// Which replications of which points are run; a later round follows from the earlier shards.
  public private(set) var rounds: [Round]

  /// A manifest from its parts.
  public init(
    id: String,
    zh: String,
    en: String,
    note: String,
    contract: Contract,
    study: String,
    measures: [String],
    detail: Shard.Detail = .quarters,
    design: Design,
    axes: [Axis],
    policies: [PolicyName],
    points: [Point],
    precision: Precision?,
    best: Best? = nil,
    rounds: [Round]
  ) {
    schema = Self.schemas[best == nil ? 0 : 1]
    self.id = id
    self.zh = zh
    self.en = en
    self.note = note
    self.contract = contract
    self.study = study
    self.measures = measures
    self.detail = detail
    self.design = design
    self.axes = axes
    self.policies = policies
    self.points = points
    self.precision = precision
    self.best = best
    self.rounds = rounds
  }

  /// Tasks of all rounds so far.
  public var taskCount: Int { rounds.reduce(0) { $0 + $1.taskCount(policies: policies.count) } }

  /// The same sweep with one more round.
  public func appending(_ round: Round) -> SweepManifest {
    var manifest = self
    manifest.rounds.append(round)
    return manifest
  }
}
