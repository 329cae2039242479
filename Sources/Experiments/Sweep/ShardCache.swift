internal import Foundation

/// Shards by key, kept across sweeps, so that identical work is never done twice.
public struct ShardCache: Sendable {
  /// The folder.
  public let path: String

  /// A cache in a folder, which is made when something is kept.
  public init(at path: String) { self.path = path }

  /// `$COUNTYFLOW_CACHE`, else `~/.cache/countyflow/shards`.
  public static func standard(environment: [String: String]) -> ShardCache {
    if let path = environment["COUNTYFLOW_CACHE"], !path.isEmpty { return ShardCache(at: path) }
    let home = environment["HOME"] ?? NSHomeDirectory()
    return ShardCache(at: home + "/.cache/countyflow/shards")
  }

  /// The shard of a task, if its work was done before.
  ///
  /// A damaged file is taken away.
  func shard(of task: SweepTask) -> Shard? {
    let file = file(of: task.key)
    guard let data = FileManager.default.contents(atPath: file) else { return nil }
    guard let shard = try? Shard(from: data), shard.key == task.key else {
      try? FileManager.default.removeItem(atPath: file)
      return nil
    }
    return shard.address == task.address ? shard : shard.moved(to: task.address)
  }

  /// Keeps the shard in a file; a second name of the same file where the disk allows it.
  ///
  /// A cache that cannot be written is no reason to stop.
  func keep(_ shardFile: String, key: String) {
    let place = file(of: key)
    let files = FileManager.default
    guard !files.fileExists(atPath: place) else { return }
    try? makeFolder()
    do {
      try files.linkItem(atPath: shardFile, toPath: place)
    } catch {
      guard let data = files.contents(atPath: shardFile) else { return }
      try? AtomicFile.write(data, to: place)
    }
  }

  /// Keeps a shard that stands in no folder.
  ///
  /// A cache that cannot be written is no reason to stop.
  func keep(_ shard: Shard) {
    try? makeFolder()
    try? AtomicFile.write(Data(shard.text.utf8), to: file(of: shard.key))
  }

  func makeFolder() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  private func file(of key: String) -> String { "\(path)/\(key).json" }
}
