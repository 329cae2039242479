import Experiments
import Foundation
import GRDB
import Testing

@testable import ResultStore

@Suite("Damaged results files")
struct DamageTests {
  /// What a damaged file says: its content hash, or the code of its problem.
  private enum Answer: Equatable { case content(String), told(String) }

  private func answer(_ data: Data, at path: String) throws -> Answer {
    for tail in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + tail) }
    try data.write(to: URL(fileURLWithPath: path))
    do throws(StoreProblem) {
      let store = try ResultStore.open(readingFrom: path)
      let hash = try store.contentHash()
      try store.close()
      return .content(hash)
    } catch {
      return .told(error.code)
    }
  }

  @Test("Cut off after any page, a store is told to be damaged")
  func truncated() throws {
    let path = try StoreSample.filled()
    defer { StoreSample.remove(path) }
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(whole.count > 10 * 4096)
    for pages in 1..<whole.count / 4096 {
      #expect(try answer(whole.prefix(pages * 4096), at: path) == .told("E504"), "\(pages) pages")
    }
  }

  @Test("Four hundred flipped bytes: told, or without any consequence; never another number")
  func flipped() throws {
    let path = try StoreSample.filled()
    defer { StoreSample.remove(path) }
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let good = try answer(whole, at: path)
    var state: UInt64 = 1
    var told = 0
    for _ in 0..<400 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var bytes = whole
      let place = Int(state >> 33) % whole.count
      bytes[place] ^= UInt8(truncatingIfNeeded: state >> 24) | 1
      let answer = try answer(bytes, at: path)
      if case .told(let code) = answer {
        told += 1
        #expect(["E501", "E502", "E503", "E504", "E305"].contains(code))
      } else {
        #expect(answer == good, "byte \(place)")
      }
    }
    #expect(told > 50)
  }

  @Test("A value changed by a well-formed statement is seen by its seal")
  func changed() throws {
    for change in [
      "UPDATE readings SET value = value + 1 WHERE task = 3 AND measure = 2",
      "UPDATE readings SET period = 202400 WHERE task = 3 AND measure = 2 AND period = 202421",
      "UPDATE replications SET events = 0 WHERE task = 3",
      "UPDATE referrals SET arrived = 9 WHERE task = 3",
      "UPDATE point_values SET value = 0.25 WHERE point = 0",
    ] {
      let path = try StoreSample.filled()
      defer { StoreSample.remove(path) }
      let database = try DatabaseQueue(path: path)
      try database.write { db in
        try db.execute(
          sql: "DELETE FROM readings WHERE task = 3 AND measure = 2 AND period = 202400"
        )
        try db.execute(sql: change)
      }
      try database.close()
      #expect(problem { _ = try StoreSample.hash(path) }?.code == "E504", "\(change)")
    }
  }

  @Test("The log of another store is never read as this one's numbers")
  func foreignLog() throws {
    let path = try StoreSample.filled()
    let other = try StoreSample.newPath()
    defer { for path in [path, other] { StoreSample.remove(path) } }
    let card = try StoreSample.card(id: "other")
    let store = try ResultStore.open(at: other, for: card)
    try store.add(StoreSample.shard(StoreSample.manifest(id: "other").tasks[0]))
    let log = try Data(contentsOf: URL(fileURLWithPath: other + "-wal"))
    #expect(log.count > 4096)
    try store.close()
    let good = try StoreSample.hash(path)
    try log.write(to: URL(fileURLWithPath: path + "-wal"))
    let result = problem {
      let hash = try StoreSample.hash(path)
      #expect(hash == good)
    }
    #expect(result == nil || result?.code == "E504")
  }

  @Test("Without its log, a store holds whole tasks or says that it is damaged")
  func lostLog() throws {
    let path = try StoreSample.newPath()
    defer { StoreSample.remove(path) }
    let store = try ResultStore.open(at: path, for: StoreSample.card())
    for task in StoreSample.manifest().tasks { try store.add(StoreSample.shard(task)) }
    let main = try Data(contentsOf: URL(fileURLWithPath: path))
    try store.close()
    let copy = path + ".copy"
    try main.write(to: URL(fileURLWithPath: copy))
    let rest = try ResultStore.open(readingFrom: copy)
    let tasks = try rest.tasks()
    let content = try rest.content()
    #expect(content.first { $0.name == "readings" }?.rows == tasks.count * 60)
    try rest.close()
  }

  @Test("What is whole is salvaged, and nothing that is not")
  func salvage() throws {
    let path = try StoreSample.filled()
    let copy = path + ".copy"
    defer { StoreSample.remove(path) }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let database = try DatabaseQueue(path: path)
    let pages = try database.read { db in
      try Int.fetchAll(
        db,
        sql: "SELECT pageno FROM dbstat WHERE name = 'readings' AND pagetype = 'leaf'"
      )
    }
    try database.close()
    #expect(pages.count > 4)
    // The head of one page in the middle of the readings is lost.
    let place = (pages[pages.count / 2] - 1) * 4096
    for byte in 0..<64 { bytes[place + byte] = 0xFF }
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(problem { _ = try StoreSample.hash(path) }?.code == "E504")
    let salvage = try Salvage.carryOut(from: path, to: copy)
    #expect(salvage.whole + salvage.broken == 12)
    #expect(salvage.broken >= 1 && salvage.broken <= 4, "\(salvage)")
    let rest = try ResultStore.open(readingFrom: copy)
    let tasks = try rest.tasks()
    #expect(tasks.count == salvage.whole)
    let rows = try rest.content()
    try rest.close()
    #expect(rows.first { $0.name == "readings" }?.rows == tasks.count * 60)
    // The same tasks handed in anew give the same content.
    let all = StoreSample.manifest().tasks
    let fresh = try StoreSample.filled(tasks.map { all[$0] })
    defer { StoreSample.remove(fresh) }
    #expect(try StoreSample.hash(copy) == StoreSample.hash(fresh))
  }
}
