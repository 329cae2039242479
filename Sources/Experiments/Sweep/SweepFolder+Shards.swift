internal import Foundation

extension SweepFolder {
  /// Path of the file of a task.
  public func path(of task: SweepTask) -> String {
    path(of: Self.shards) + "/" + task.fileName
  }

  /// The shard of a task; `nil` when there is none.
  ///
  /// - Throws: `ShardProblem` when there is one that cannot be believed.
  public func shard(of task: SweepTask) throws(ShardProblem) -> Shard? {
    let path = path(of: task)
    guard let data = FileManager.default.contents(atPath: path) else {
      if let obstacle = obstacle(to: task) { throw obstacle }
      if FileManager.default.fileExists(atPath: path) { throw .closed }
      return nil
    }
    let shard = try Shard(from: data)
    guard shard.key == task.key else { throw .wrongKey(found: shard.key) }
    if let difference = shard.address.difference(from: task.address) {
      throw .otherPlace(difference)
    }
    return shard
  }

  /// Hands in the shard of a task.
  ///
  /// Delivered twice, the first one stays; it must say the same.
  ///
  /// - Throws: `DeliveryProblem`.
  public func deliver(_ shard: Shard, of task: SweepTask) throws {
    guard shard.key == task.key, shard.address == task.address else {
      throw ShardProblem.wrongKey(found: shard.key)
    }
    // What is damaged is replaced; what is sound must agree.
    if let known = try? self.shard(of: task) {
      guard known.body == shard.body else {
        throw DeliveryProblem.notReproducible(file: task.fileName)
      }
      return
    }
    try AtomicFile.write(Data(shard.text.utf8), to: path(of: task))
  }

  /// What stands where the shard of a task belongs and does not give way to it; `nil` where nothing
  /// does: a file, sound or not, is replaced.
  func obstacle(to task: SweepTask) -> ShardProblem? {
    let (files, path) = (FileManager.default, path(of: task))
    func type(at path: String) -> FileAttributeType? {
      try? files.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    }
    guard files.fileExists(atPath: path) else {
      // Unlike the question above, this one does not follow links. Another process may have put the
      // shard there in between.
      return type(at: path) == .typeSymbolicLink ? .deadLink : nil
    }
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    return type(at: target) == .typeDirectory ? .folder : nil
  }

  /// Whether every task left a file, sound or not; the folder is listed and no file is read.
  public func hasFiles(of tasks: [SweepTask]) -> Bool {
    let names = shardNames
    return tasks.allSatisfy { names.contains($0.fileName) }
  }

  private var shardNames: Set<String> {
    Set((try? FileManager.default.contentsOfDirectory(atPath: path(of: Self.shards))) ?? [])
  }

  /// Which tasks are done, which are to do, and which left something that cannot be believed.
  ///
  /// - Complexity: O(bytes of all shards); the folder is listed once.
  public func state(of tasks: [SweepTask]) -> SweepState {
    let names = shardNames
    var state = SweepState()
    var expected: Set<String> = []
    for task in tasks {
      expected.insert(task.fileName)
      guard names.contains(task.fileName) else {
        state.missing.append(task.number)
        continue
      }
      do {
        try check(task)
        state.done.append(task.number)
      } catch {
        state.missing.append(task.number)
        if case .otherPlace = error { state.misplaced.append(task.number) }
        let damage = SweepState.Damage(file: task.fileName, reason: error.reason)
        state.damaged.append(damage)
        if !error.isObstacle { state.replaceable.append(damage) }
      }
    }
    for name in names.subtracting(expected).sorted() where name.hasSuffix(".json") {
      state.strangers.append(name)
    }
    return state
  }

  /// Removes what processes that were killed left half-written, here and among the shards.
  public func sweepOut() {
    for folder in [path, path(of: Self.shards)] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names where TemporaryName.isLeftOver(name, in: folder) {
        try? FileManager.default.removeItem(atPath: folder + "/" + name)
      }
    }
  }

  /// Checks that the file of a task is whole and bears its key and its address, without reading its
  /// numbers; what does not bear them letter by letter is read as `shard(of:)` reads it.
  private func check(_ task: SweepTask) throws(ShardProblem) {
    guard let data = FileManager.default.contents(atPath: path(of: task)) else {
      throw obstacle(to: task) ?? .closed
    }
    try Shard.checkSeal(of: data)
    let key = Shard.key(in: data)
    guard key == task.key else { throw .wrongKey(found: key ?? "none") }
    guard !task.address.isWritten(in: data) else { return }
    guard try shard(of: task) != nil else { throw .closed }
  }
}

extension Shard {
  /// The key that stands in the text of a shard whose seal was checked.
  ///
  /// Within texts every quote has a backslash before it, so the pattern cannot stand in one, and
  /// nothing before the key has a key of this name.
  static func key(in data: Data) -> String? {
    guard let found = data.range(of: Data(",\"key\":\"".utf8)) else { return nil }
    let digits = data[found.upperBound...].prefix(64)
    return digits.count == 64 ? String(decoding: digits, as: UTF8.self) : nil
  }
}

/// How far a sweep has come.
public struct SweepState: Sendable, Hashable {
  /// A file that cannot be believed.
  public struct Damage: Codable, Sendable, Hashable {
    /// Its name in `shards/`.
    public let file: String
    /// What is wrong with it.
    public let reason: String
  }

  /// Numbers of the tasks whose shards are sound, in order.
  public internal(set) var done: [Int] = []
  /// Numbers of the tasks that are to do, in order.
  public internal(set) var missing: [Int] = []
  /// Files that cannot be believed; their tasks are to do.
  public internal(set) var damaged: [Damage] = []
  /// Those among them that a new shard takes the place of; the others are in its way.
  public internal(set) var replaceable: [Damage] = []
  /// Numbers of those among them whose shard is sound, but of another point than the manifest says:
  /// one of the two was changed.
  public internal(set) var misplaced: [Int] = []
  /// Files that belong to no task, such as those of another version.
  public internal(set) var strangers: [String] = []
}

/// Why a shard could not be handed in.
public enum DeliveryProblem: Error, Sendable, Hashable {
  /// The same work came to another result before.
  case notReproducible(file: String)
}

extension ShardProblem {
  /// Whether no shard can be put in the place of what is there.
  var isObstacle: Bool { self == .folder || self == .deadLink }

  /// The problem in a few words.
  public var reason: String {
    switch self {
    case .folder: "it is a folder, where a shard belongs"
    case .deadLink: "it is a link that leads nowhere, where a shard belongs"
    case .closed: "it is not for us to read"
    case .unreadable: "cut off or not a shard"
    case .otherSchema(let schema): "its schema is \(schema)"
    case .brokenSeal: "its content does not fit its hash"
    case .wrongKey: "it is of other work"
    case .otherPlace(let difference): difference.inWords
    case .notFinite(let measure, let period): "\(measure) of \(period) is no number"
    }
  }
}
