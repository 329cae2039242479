public import Experiments
internal import Foundation

/// The store that the shards of a sweep come to.
///
/// It is made anew from all shards under another name and then put in the place of the old one, so
/// that at any moment there is a whole store or none, also on a network file system. The same shards
/// make the same bytes, in whatever order and however often they came.
public struct SweepStore {
  private let path: String
  private let card: RunCard

  /// The store of a sweep at a path, with the sources of its figures, nothing varied.
  public init(
    at path: String,
    of manifest: SweepManifest,
    sources: [SourceTable]
  ) throws(StoreProblem) {
    self.path = path
    card = try RunCard(of: manifest, sources: sources)
  }

  /// What came of writing a store.
  public struct Written<Answer> {
    /// What the one who handed the shards over came to.
    public let answer: Answer
    /// One hash of everything that the store holds.
    public let contentHash: String
    /// What was wrong with the store that was there before, when it was damaged.
    public let mended: StoreProblem?
  }

  /// Makes the store of all shards that somebody hands over, one by one and each once.
  ///
  /// A store that is there already and says the same is left as it is.
  ///
  /// - Parameter handOver: Calls its argument with each shard.
  /// - Returns: What `handOver` returned, and the content hash.
  /// - Throws: `inUse` while another process writes it; `notReproducible` when a task was stored
  ///   before with other numbers; whatever else keeps the old file from being replaced. The old
  ///   file stays then.
  public func write<Answer>(
    _ handOver: ((Shard) throws -> Void) throws -> Answer
  ) throws(StoreProblem) -> Written<Answer> {
    let lock = try StoreLock(of: path)
    defer { lock.release() }
    let (seals, damage) = try earlierSeals()
    var answer: Answer?
    var contentHash = ""
    try WholeFile.put(at: path) { temporary in
      try ResultStore.write(at: temporary, run: card.salt) { writer in
        try writer.write(card)
        let rows = ShardRows(writer: writer, measures: card.measurePlaces, path: path)
        answer = try handOver { shard in
          guard seals[shard.task] ?? shard.body == shard.body else {
            throw StoreProblem.notReproducible(task: shard.task, key: shard.key)
          }
          try rows.write(shard)
        }
      }
      contentHash = try Self.contentHash(of: temporary)
    }
    guard let answer else { preconditionFailure("the store was filled above") }
    return Written(answer: answer, contentHash: contentHash, mended: damage)
  }

  /// Seals of the tasks that an earlier store holds; none when it is damaged, for then only the
  /// shards can be believed.
  private func earlierSeals() throws(StoreProblem) -> ([Int: String], damage: StoreProblem?) {
    guard FileManager.default.fileExists(atPath: path) else { return ([:], nil) }
    do throws(StoreProblem) {
      let store = try ResultStore.open(readingFrom: path)
      guard store.salt == card.salt else {
        throw .otherVersion(path: path, reason: "it holds another run, or one of other inputs")
      }
      let seals = try store.seals()
      try store.close()
      return (seals, nil)
    } catch {
      guard case .damaged = error else { throw error }
      return ([:], error)
    }
  }

  private static func contentHash(of path: String) throws(StoreProblem) -> String {
    let store = try ResultStore.open(readingFrom: path)
    let hash = try store.contentHash()
    try store.close()
    return hash
  }
}
