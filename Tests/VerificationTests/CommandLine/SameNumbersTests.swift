import Foundation
import Testing

/// One run, several files: every number is the same digits in all of them, and drawing the report
/// again from the folder changes no byte.
///
/// `readings.csv` has no importer; what can be read back is `readings.json`, by `report`.
@Suite("The same numbers in every file")
struct SameNumbersTests {
  /// The numbers of a nested list of a JSON text, in order, as they are written.
  private func tokens(of key: String, in json: String) throws -> [String] {
    let start = try #require(json.range(of: "\"\(key)\":["))
    var depth = 1
    var list = ""
    for character in json[start.upperBound...] {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if depth == 0 { break }
      list.append("[]".contains(character) ? "," : character)
    }
    return list.split(separator: ",").map(String.init)
  }

  /// A number's digits from the first to the last that is not zero.
  private func digits(_ number: String) -> String {
    let all = number.filter { $0.isNumber }.drop { $0 == "0" }
    return number.contains(".") ? String(all.reversed().drop { $0 == "0" }.reversed()) : String(all)
  }

  @Test("CSV and JSON write every reading with the same digits, and the charts show them")
  func files() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let out = tiny.folder.appendingPathComponent("run")
    let run = ["run", tiny.study, "--replications", "1", "--quiet", "--out", out.path]
    #expect(try Command.run(run).status == 0)
    func text(_ name: String) throws -> String {
      try String(contentsOf: out.appendingPathComponent(name), encoding: .utf8)
    }
    let json = try text("readings.json")
    let lines = try text("readings.csv").dropFirst().split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let rows = lines.dropFirst().map { line in
      Dictionary(uniqueKeysWithValues: zip(lines[0], line))
    }
    func values(_ belongs: ([String: String]) -> Bool) -> [String] {
      rows.filter(belongs).map { row in row["value"].flatMap { $0.isEmpty ? nil : $0 } ?? "null" }
    }
    let annual = values { $0["quarter"] == "" }
    let quarterly = values { $0["quarter"] != "" }
    #expect(annual.count > 50)
    #expect(try tokens(of: "annual", in: json) == annual)
    #expect(try tokens(of: "quarterly", in: json) == quarterly)
    // Charts show shares in hundredths: the same digits, with the point two places on.
    let page = try text("report.html")
    let points = page.matches(of: /"measure":"([^"]+)","time":[^}]*"base":([0-9.]+)/)
    for point in points {
      let written = values { $0["measure"] == String(point.1) }.map(digits)
      #expect(written.contains(digits(String(point.2))), "\(point.1): \(point.2)")
    }
    // One target, one quarter.
    #expect(points.count == 1)
  }

  @Test("The report drawn again, of a run or of a comparison, is the same in page and answer")
  func report() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    for command in ["run", "compare"] {
      let out = tiny.folder.appendingPathComponent(command)
      let first = try Command.run(
        [command, tiny.study, "--json", "--quiet", "--out", out.path]
      )
      #expect(first.status == 0, "\(first.problems)")
      let names = try FileManager.default.contentsOfDirectory(atPath: out.path)
      func bytes() throws -> [Data] {
        try names.map { try Data(contentsOf: out.appendingPathComponent($0)) }
      }
      let before = try bytes()
      let again = try Command.run(["report", out.path, "--json"])
      #expect(again.status == 0, "\(again.problems)")
      #expect(again.out == first.out, "\(command)")
      #expect(try bytes() == before)
      // The folder may have been moved, and the readings may be named instead of it.
      let moved = tiny.folder.appendingPathComponent("moved-\(command)")
      try FileManager.default.moveItem(at: out, to: moved)
      let readings = moved.appendingPathComponent("readings.json").path
      #expect(try Command.run(["report", readings, "--json"]).out == first.out)
      #expect(
        try Data(contentsOf: moved.appendingPathComponent("report.html"))
          == before[try #require(names.firstIndex(of: "report.html"))]
      )
    }
  }
}
