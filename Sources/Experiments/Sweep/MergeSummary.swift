/// What `merge --json` and `sweep --json` print.
public struct MergeSummary: Encodable, Sendable {
  /// `countyflow/merge/1`.
  public let schema = "countyflow/merge/1"
  /// The sweep.
  public let sweep: String
  /// Tasks of all rounds so far.
  public let tasks: Int
  /// Tasks whose shards are sound.
  public let shards: Int
  /// Whether these are all of the rounds so far.
  public let complete: Bool
  /// Whether no further round will be asked for; `nil` while tasks are missing.
  public let settled: Bool?
  /// SHA-256 over number and seal of every shard.
  public let contentHash: String
  /// Content hash of `results.sqlite`, as `store check` prints it.
  public let storeHash: String
  /// Tasks in which an identity does not hold, as `run --task` reads them.
  public let broken: String

  /// The answer of a merge that left a store of this content.
  public init(of results: SweepResults, storeHash: String) {
    self.storeHash = storeHash
    sweep = results.manifest.id
    tasks = results.manifest.taskCount
    shards = results.shards
    complete = results.isComplete
    settled = results.furtherTasks.map { $0 == 0 }
    contentHash = results.contentHash
    broken = TaskNumbers.text(of: results.broken)
  }
}
