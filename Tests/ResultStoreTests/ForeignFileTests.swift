import Experiments
import Foundation
import GRDB
import Testing

@testable import ResultStore

@Suite("Files that are no results file, or not this one")
struct ForeignFileTests {
  /// What opening says, for reading and for writing, and whether the file stayed as it was.
  private func codes(of path: String) throws -> [String?] {
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let card = try StoreSample.card()
    let codes = [
      problem { _ = try ResultStore.open(readingFrom: path) }?.code,
      problem { _ = try ResultStore.open(at: path, for: card) }?.code,
    ]
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [ResultStore.fileName])
    return codes
  }

  @Test("Nothing, text and half a head are told apart, and left alone")
  func text() throws {
    let path = try StoreSample.newPath()
    defer { StoreSample.remove(path) }
    #expect(problem { _ = try ResultStore.open(readingFrom: path) }?.code == "E101")
    for (content, code) in [
      ("", "E501"), ("hello\n", "E502"), ("SQLite format 3\0", "E504"),
    ] {
      try Data(content.utf8).write(to: URL(fileURLWithPath: path))
      #expect(try codes(of: path) == [code, code])
    }
  }

  @Test("Another program's SQLite file is left alone")
  func otherProgram() throws {
    let path = try StoreSample.newPath()
    defer { StoreSample.remove(path) }
    let database = try DatabaseQueue(path: path)
    try database.write { try $0.execute(sql: "CREATE TABLE readings (a)") }
    try database.close()
    #expect(try codes(of: path) == ["E502", "E502"])
  }

  @Test(
    "A newer schema and another mark are refused, and left alone",
    arguments: [("user_version = 99", "E503"), ("application_id = 1", "E502")]
  )
  func newer(change: String, code: String) throws {
    let path = try StoreSample.filled()
    defer { StoreSample.remove(path) }
    let database = try DatabaseQueue(path: path)
    try database.write { try $0.execute(sql: "PRAGMA \(change)") }
    try database.close()
    #expect(try codes(of: path) == [code, code])
  }

  @Test("A trigger, a view or a table that is not ours is damage")
  func foreignParts() throws {
    for addition in [
      "CREATE VIEW v AS SELECT 1", "CREATE TABLE t (a)",
      "CREATE TRIGGER g AFTER INSERT ON files BEGIN DELETE FROM files; END",
    ] {
      let path = try StoreSample.filled()
      defer { StoreSample.remove(path) }
      let database = try DatabaseQueue(path: path)
      try database.write { try $0.execute(sql: addition) }
      try database.close()
      #expect(problem { _ = try ResultStore.open(readingFrom: path) }?.code == "E504")
    }
  }

  @Test("A store on a network file system is refused, one on a local disk is not")
  func networkDisk() {
    let mounts = """
      21 1 8:1 / / rw - ext4 /dev/sda1 rw
      30 21 0:40 / /home rw,relatime shared:1 - nfs4 server:/home rw
      31 30 8:2 / /home/local\\040disk rw - xfs /dev/sdb rw

      """
    #expect(NetworkDisk.kind(of: "/home/a", among: mounts) == "nfs4")
    #expect(NetworkDisk.kind(of: "/home", among: mounts) == "nfs4")
    #expect(NetworkDisk.kind(of: "/homes", among: mounts) == nil)
    #expect(NetworkDisk.kind(of: "/home/local disk/run", among: mounts) == nil)
    #expect(NetworkDisk.kind(of: "/", among: mounts) == nil)
  }

  @Test("An old store is brought up to date in one step with a copy, or left as it was")
  func migration() throws {
    let path = try StoreSample.filled()
    defer { StoreSample.remove(path) }
    let old = try Data(contentsOf: URL(fileURLWithPath: path))
    let good = "ALTER TABLE points ADD COLUMN colour TEXT"
    for statements in [[good, "no such statement"], [good]] {
      let database = try ResultStore.queue(at: path, StoreConnection.writing)
      let result = problem {
        try Migration.carryOut(
          [Migration(version: 2, statements: statements)],
          in: database,
          at: path
        )
      }
      let version = try database.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
      let columns = try database.read { try $0.columns(in: "points").count }
      try database.close()
      #expect((result == nil) == (statements.count == 1))
      #expect(version == (statements.count == 1 ? 2 : 1))
      #expect(columns == (statements.count == 1 ? 4 : 3))
      let copy = path + ".v1.bak"
      #expect(problem { _ = try ResultStore.open(readingFrom: copy) } == nil)
    }
    #expect(old.count > 0)
    // Back to the old program: it sees a newer schema.
    #expect(problem { _ = try ResultStore.open(readingFrom: path) }?.code == "E503")
  }
}
