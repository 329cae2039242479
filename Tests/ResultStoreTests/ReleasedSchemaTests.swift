import Foundation
import GRDB
import Testing

@testable import ResultStore

@Suite("Results files of every released schema")
struct ReleasedSchemaTests {
  /// Files that a released program wrote, with the content they had when they were kept.
  private static let kept: [(schema: Int32, content: String)] = [
    (1, "c60d303f30d6a5266e279e3012f7947f852cc0aeac9dde81d8454d0afaa59212")
  ]

  /// A copy of a kept file in a folder of its own.
  private func copy(ofSchema schema: Int32) throws -> String {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/stores/schema-\(schema).sqlite")
    let path = try StoreSample.newPath()
    try FileManager.default.copyItem(at: file, to: URL(fileURLWithPath: path))
    return path
  }

  @Test("An old file reads as it did, and reading leaves its bytes alone", arguments: kept)
  func reads(_ schema: Int32, _ content: String) throws {
    let path = try copy(ofSchema: schema)
    defer { StoreSample.remove(path) }
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(try StoreSample.hash(path) == content)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test("The program of an old file refuses it once a newer one has moved it on", arguments: kept)
  func refusesNewer(_ schema: Int32, _: String) throws {
    let path = try copy(ofSchema: schema)
    defer { StoreSample.remove(path) }
    let database = try DatabaseQueue(path: path)
    try database.write { try $0.execute(sql: "PRAGMA user_version = \(StoreSchema.version + 1)") }
    try database.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(problem { _ = try ResultStore.open(readingFrom: path) }?.code == "E503")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }
}
