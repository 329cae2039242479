import Experiments
import Foundation
import Testing

@testable import ResultStore

@Suite("The store that the shards of a sweep come to")
struct SweepStoreTests {
  private let tasks = StoreSample.manifest().tasks

  /// Writes the store of some tasks, in the order given.
  @discardableResult
  private func write(
    _ tasks: [SweepTask],
    at path: String,
    shift: Double = 0
  ) throws -> SweepStore.Written<Int> {
    try store(at: path).write { take in
      for task in tasks { try take(StoreSample.shard(task, shift: shift)) }
      return tasks.count
    }
  }

  private func store(at path: String, id: String = "hand") throws -> SweepStore {
    try SweepStore(at: path, of: StoreSample.manifest(id: id), sources: StoreSample.sources)
  }

  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  /// Names of what lies beside a store, the store too.
  private func beside(_ path: String) throws -> [String] {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return try FileManager.default.contentsOfDirectory(atPath: folder)
  }

  @Test("In whatever order, its content is that of a store filled task by task")
  func order() throws {
    let (one, other) = (try StoreSample.newPath(), try StoreSample.newPath())
    let byTask = try StoreSample.filled()
    defer { for path in [one, other, byTask] { StoreSample.remove(path) } }
    let forwards = try write(tasks, at: one)
    let backwards = try write(tasks.reversed(), at: other)
    #expect(forwards.answer == 12)
    #expect(forwards.contentHash == backwards.contentHash)
    #expect(try forwards.contentHash == StoreSample.hash(byTask))
    #expect(try forwards.contentHash == StoreSample.hash(one))
  }

  @Test("Written again it is left as it is; with more tasks it becomes the whole one")
  func again() throws {
    let (path, whole) = (try StoreSample.newPath(), try StoreSample.newPath())
    defer { for path in [path, whole] { StoreSample.remove(path) } }
    try write(Array(tasks.prefix(5)), at: path)
    let store = try ResultStore.open(readingFrom: path)
    #expect(try store.tasks() == [0, 1, 2, 3, 4])
    try store.close()
    try write(tasks, at: path)
    try write(tasks, at: whole)
    #expect(try bytes(path) == bytes(whole))
    let number = try inode(path)
    try write(tasks, at: path)
    #expect(try inode(path) == number, "the file was replaced by an equal one")
    #expect(try beside(path) == [ResultStore.fileName])
  }

  private func inode(_ path: String) throws -> UInt64? {
    try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? UInt64
  }

  @Test("A task that was stored with other numbers is told, and the old store stays")
  func notReproducible() throws {
    let path = try StoreSample.newPath()
    defer { StoreSample.remove(path) }
    try write(tasks, at: path)
    let before = try bytes(path)
    #expect(problem { try write(tasks, at: path, shift: 1e-9) }?.code == "E510")
    #expect(try bytes(path) == before)
    #expect(try beside(path) == [ResultStore.fileName])
  }

  @Test("Cut off while it is made, it leaves no store, or the one that was there")
  func cutOff() throws {
    struct Cut: Error {}
    let path = try StoreSample.newPath()
    defer { StoreSample.remove(path) }
    func cut() throws {
      _ = try store(at: path).write { take in
        for task in tasks.prefix(7) { try take(StoreSample.shard(task)) }
        throw Cut()
      }
    }
    #expect(throws: StoreProblem.self) { try cut() }
    #expect(try beside(path).isEmpty)
    try write(Array(tasks.prefix(3)), at: path)
    let before = try bytes(path)
    #expect(throws: StoreProblem.self) { try cut() }
    #expect(try bytes(path) == before)
  }

  @Test("A damaged store is told and made again, for the shards are the truth")
  func damaged() throws {
    let path = try StoreSample.newPath()
    defer { StoreSample.remove(path) }
    #expect(try write(tasks, at: path).mended == nil)
    let whole = try bytes(path)
    try whole.prefix(3 * 4096).write(to: URL(fileURLWithPath: path))
    #expect(try write(tasks, at: path).mended?.code == "E504")
    #expect(try bytes(path) == whole)
  }

  @Test("What is no store of this sweep is refused and not touched")
  func foreign() throws {
    let path = try StoreSample.newPath()
    defer { StoreSample.remove(path) }
    for (content, code) in [(Data("a,b\n".utf8), "E502"), (Data(), "E501")] {
      try content.write(to: URL(fileURLWithPath: path))
      #expect(problem { try write(tasks, at: path) }?.code == code)
      #expect(try bytes(path) == content)
    }
    try FileManager.default.removeItem(atPath: path)
    let other = try store(at: path, id: "other").write { _ in }
    #expect(other.mended == nil)
    #expect(problem { try write(tasks, at: path) }?.code == "E503")
  }

  @Test("While one process writes it, a second one is told who")
  func twoWriters() throws {
    let path = try StoreSample.newPath()
    defer { StoreSample.remove(path) }
    _ = try store(at: path).write { _ in
      let second = problem { try write(tasks, at: path) }
      #expect(second?.code == "E505")
      #expect(second?.message.contains("pid \(getpid())") == true)
    }
  }
}
