import Experiments
import Foundation
import GRDB
import Testing

@testable import ResultStore

@Suite("Handing work in")
struct DeliveryTests {
  @Test("Whatever the order, and however often, the content is the same")
  func order() throws {
    let tasks = StoreSample.manifest().tasks
    let forwards = try StoreSample.filled(tasks)
    let backwards = try StoreSample.filled(tasks.reversed() + tasks)
    defer { for path in [forwards, backwards] { StoreSample.remove(path) } }
    #expect(tasks.count == 12)
    #expect(try StoreSample.hash(forwards) == StoreSample.hash(backwards))
    let some = try StoreSample.filled(Array(tasks.dropLast()))
    defer { StoreSample.remove(some) }
    #expect(try StoreSample.hash(some) != StoreSample.hash(forwards))
  }

  @Test("The same task with other numbers is told and never overwrites the first")
  func notReproducible() throws {
    let path = try StoreSample.filled()
    defer { StoreSample.remove(path) }
    let before = try StoreSample.hash(path)
    let task = StoreSample.manifest().tasks[4]
    let store = try ResultStore.open(at: path, for: StoreSample.card())
    #expect(problem { try store.add(StoreSample.shard(task, shift: 1e-9)) }?.code == "E510")
    #expect(problem { try store.add(StoreSample.shard(task)) } == nil)
    try store.close()
    #expect(try StoreSample.hash(path) == before)
  }

  @Test("A measure that this program does not know leaves nothing of its task behind")
  func unknownMeasure() throws {
    let path = try StoreSample.filled([])
    defer { StoreSample.remove(path) }
    let task = StoreSample.manifest().tasks[0]
    var readings = try StoreSample.shard(task).readings
    readings.append(
      Shard.Reading(measure: "no.such", period: "2024", numerator: nil, denominator: nil, value: 1)
    )
    let numbers = Shard.Numbers(
      events: 1,
      fingerprint: "",
      readings: readings,
      ledger: [],
      brokenIdentities: []
    )
    let shard = try Shard(numbers, key: task.key, at: task.address)
    let store = try ResultStore.open(at: path, for: StoreSample.card())
    #expect(problem { try store.add(shard) }?.code == "E503")
    #expect(try store.tasks().isEmpty)
    try store.close()
  }

  @Test("The store of one sweep takes nothing of another")
  func otherRun() throws {
    let path = try StoreSample.filled()
    defer { StoreSample.remove(path) }
    let other = problem {
      _ = try ResultStore.open(at: path, for: StoreSample.card(id: "other"))
    }
    #expect(other?.code == "E503")
  }

  @Test("Two writers: the second is told at once who the first is; after it, the door is open")
  func twoWriters() throws {
    let path = try StoreSample.newPath()
    defer { StoreSample.remove(path) }
    let card = try StoreSample.card()
    let first = try ResultStore.open(at: path, for: card)
    let begun = ContinuousClock.now
    let second = problem { _ = try ResultStore.open(at: path, for: card) }
    #expect(ContinuousClock.now - begun < .seconds(1))
    #expect(second?.code == "E505")
    #expect(second?.message.contains("pid \(getpid()) on host ") == true)
    try first.close()
    #expect(!FileManager.default.fileExists(atPath: path + ".lock"))
    // What a killed process leaves: the file, but no lock of the kernel.
    try "pid 1 on host elsewhere".write(toFile: path + ".lock", atomically: false, encoding: .utf8)
    try ResultStore.open(at: path, for: card).close()
  }

  @Test("A reader sees whole tasks and holds no writer up")
  func readers() throws {
    let path = try StoreSample.newPath()
    defer { StoreSample.remove(path) }
    let tasks = StoreSample.manifest().tasks
    let store = try ResultStore.open(at: path, for: StoreSample.card())
    try store.add(StoreSample.shard(tasks[0]))
    let reader = try ResultStore.open(readingFrom: path)
    let rows = try reader.content().map(\.rows)
    let begun = ContinuousClock.now
    for task in tasks.dropFirst() { try store.add(StoreSample.shard(task)) }
    #expect(ContinuousClock.now - begun < .seconds(5))
    let later = try reader.content().map(\.rows)
    #expect(zip(rows, later).allSatisfy { $0 <= $1 } && rows != later)
    try reader.close()
    try store.close()
    // Closed, everything lies in the one file.
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [ResultStore.fileName])
  }

  @Test("The decimal text of the view is that of every other file")
  func decimals() throws {
    let numbers = (0..<2000).map { place in
      let sign = place % 2 == 0 ? 1.0 : -1
      let size = pow(10, Double(place % 17) - 4)
      return DecimalText.rounded(sign * size * Double(place * 7919 % 1009 + 1) / 997)
    }
    let database = try DatabaseQueue()
    let texts = try database.read { db in
      try numbers.map { try String.fetchOne(db, sql: "SELECT printf('%.15g', ?)", arguments: [$0]) }
    }
    for (number, text) in zip(numbers, texts) { #expect(text == DecimalText.text(of: number)) }
  }

  @Test(
    "Periods are named alike by number and by label",
    arguments: [
      ("2024", Int64(202_400)), ("2024Q3", 202_423), ("2024-02", 202_402), ("2024-12", 202_412),
    ]
  )
  func periods(label: String, number: Int64) {
    #expect(Period(label: label)?.number == number)
    #expect(Period(label: label)?.label == label)
    #expect(Period(label: label + "x") == nil)
  }
}
