import Foundation
import Testing

/// A row of `readings` in a results file.
struct StoredReading {
  let task, measure, place, period: String
  /// Numerator and denominator.
  let above, below: Int?
  let value: Double

  /// Every reading of the results file in a folder, as `store export` writes it.
  static func all(of folder: URL) throws -> [StoredReading] {
    let tables = folder.appendingPathComponent("tables").path
    defer { try? FileManager.default.removeItem(atPath: tables) }
    let store = folder.appendingPathComponent("results.sqlite").path
    #expect(try Command.run(["store", "export", store, "--out", tables]).status == 0)
    func lines(_ name: String) throws -> [[String]] {
      try String(contentsOfFile: "\(tables)/\(name).csv", encoding: .utf8)
        .split(separator: "\r\n").dropFirst().map {
          $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }
    let measures = Dictionary(uniqueKeysWithValues: try lines("measures").map { ($0[0], $0[1]) })
    return try lines("readings").map { cells in
      StoredReading(
        task: cells[0],
        measure: measures[cells[1]] ?? "",
        place: cells[2] == "\"\"" ? "" : cells[2],
        period: cells[4],
        above: Int(cells[5]),
        below: Int(cells[6]),
        value: try #require(Double(cells[7]))
      )
    }
  }
}
