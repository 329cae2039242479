/// What `merge --status` tells of a sweep.
public struct SweepStatus: Encodable, Sendable {
  /// `countyflow/sweep-status/1`.
  public let schema = "countyflow/sweep-status/1"
  /// Tasks of all rounds so far.
  public let tasks: Int
  /// Tasks whose shards are sound.
  public let done: Int
  /// Tasks that are to do, as `run --task` reads them; empty when there are none.
  public let missing: String
  /// Files that cannot be believed; their tasks are among the missing.
  public let damaged: [SweepState.Damage]
  /// Files that belong to no task.
  public let strangers: [String]
  /// Whether no further round will be asked for; `nil` while tasks are missing.
  public let settled: Bool?

  /// The status of a sweep.
  public init(of manifest: SweepManifest, _ state: SweepState, settled: Bool?) {
    tasks = manifest.taskCount
    done = state.done.count
    missing = TaskNumbers.text(of: state.missing)
    damaged = state.damaged
    strangers = state.strangers
    self.settled = settled
  }
}
