import Foundation
import Testing

@testable import Experiments

@Suite("Solved constants in the cache")
struct SolvedPointTests {
  private static let key = String(repeating: "c3", count: 32)
  private static let point = SolvedPoint(
    constants: ["selfCare": 0.1, "grassroots": -1.25, "beyondVisits": 1e-7],
    worst: 0.75
  )

  /// A cache in a folder of its own that does not exist yet.
  private struct Cache {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("countyflow-solved-\(UUID().uuidString)")
    var cache: ShardCache { ShardCache(at: folder.path) }
    var files: [String] {
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
  }

  @Test("A point is solved when its worst measure is one tolerance away or less, as its trial was")
  func withinTolerance() {
    for (worst, isSolved) in [(0.0, true), (1, true), (1.001, false)] {
      #expect(SolvedPoint(constants: [:], worst: worst).isSolved == isSolved, "\(worst)")
    }
  }

  @Test("What is kept is found under its key alone, and nothing temporary is left")
  func kept() throws {
    let held = Cache()
    defer { held.remove() }
    #expect(held.cache.solvedPoint(key: Self.key) == nil)
    try held.cache.keep(Self.point, key: Self.key)
    #expect(held.cache.solvedPoint(key: Self.key) == Self.point)
    #expect(held.cache.solvedPoint(key: String(repeating: "d4", count: 32)) == nil)
    #expect(held.files == ["solved-\(Self.key).json"])
  }

  @Test("A file that is cut, changed, empty or of another key is not believed, and taken away")
  func damaged() throws {
    let held = Cache()
    defer { held.remove() }
    try held.cache.keep(Self.point, key: Self.key)
    let file = held.folder.appendingPathComponent("solved-\(Self.key).json")
    let sound = try Data(contentsOf: file)
    let text = String(decoding: sound, as: UTF8.self)
    #expect(text.contains("-1.25"))
    let other = try Self.point.text(key: String(repeating: "d4", count: 32))
    for wrong in [
      Data(), Data(sound.prefix(sound.count / 2)), sound.dropLast(), Data(other.utf8),
      Data(text.replacingOccurrences(of: "-1.25", with: "-1.26").utf8),
    ] {
      try wrong.write(to: file)
      #expect(held.cache.solvedPoint(key: Self.key) == nil)
      #expect(held.files.isEmpty)
    }
    try sound.write(to: file)
    #expect(held.cache.solvedPoint(key: Self.key) == Self.point)
  }

  @Test("A cache that cannot be written says so")
  func closed() throws {
    let held = Cache()
    defer { held.remove() }
    try Data().write(to: held.folder)
    #expect(throws: (any Error).self) { try held.cache.keep(Self.point, key: Self.key) }
  }

  @Test("The first round of solving is one trial, every other one two at the same time")
  func estimate() {
    let alone = SweepEstimate.Solving(outerPoints: 3, secondsPerTrial: 2, threads: 1)
    #expect(alone.processorSeconds == Double(3 * 2 * (1 + 2 * (alone.rounds - 1))))
    #expect(alone.wallSeconds == alone.processorSeconds)
    let many = SweepEstimate.Solving(outerPoints: 3, secondsPerTrial: 2, threads: 8)
    #expect(many.processorSeconds == alone.processorSeconds)
    #expect(many.wallSeconds == Double(3 * 2 * many.rounds))
    #expect(many.rounds <= many.mostRounds)
  }
}
