import Foundation
import Testing

/// `countyflow synth` and `countyflow optimise stations`, run as a user runs them.
@Suite("Counties as tables, and their stations, on the command line")
struct CountyTablesCommandTests {
  private let folder: URL
  private let county: String

  init() throws {
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("countyflow-county-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: package.appendingPathComponent("Scenarios/tiny"),
      to: folder.appendingPathComponent("tiny")
    )
    county = folder.appendingPathComponent("tiny/county.yaml").path
  }

  private func files(in name: String) throws -> [String: Data] {
    let place = folder.appendingPathComponent(name)
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try Data(contentsOf: place.appendingPathComponent($0)))
      }
    )
  }

  /// Makes the county include the tables in a folder beside it.
  private func include(_ tables: String) throws {
    let text = try String(contentsOfFile: county, encoding: .utf8)
      .replacing("solved: solved.yaml}", with: "solved: solved.yaml, tables: \(tables)}")
    try Data(text.utf8).write(to: URL(fileURLWithPath: county))
  }

  @Test("Tables are written once, read back, and written again as the same bytes")
  func roundTrip() throws {
    let out = folder.appendingPathComponent("tiny/tables").path
    let first = try Command.run(["synth", county, "--out", out, "--travel-times"])
    #expect(first.status == 0, "\(first.problems)")
    #expect(first.out.contains("settlements.csv") && first.out.contains("30,000"))
    try include("tables/tables.yaml")
    #expect(try Command.run(["validate", county]).status == 0)
    let again = folder.appendingPathComponent("again").path
    #expect(try Command.run(["synth", county, "--out", again, "--travel-times"]).status == 0)
    #expect(try files(in: "tiny/tables") == files(in: "again"))
    for (name, data) in try files(in: "again") where name.hasSuffix(".csv") {
      #expect(data.starts(with: [0xEF, 0xBB, 0xBF]), "\(name)")
    }
  }

  @Test("A folder that holds anything is left alone")
  func notEmpty() throws {
    let out = folder.appendingPathComponent("full")
    try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: out.appendingPathComponent("settlements.csv"))
    let before = try files(in: "full")
    for command in [["synth", county], ["optimise", "stations", county, "--stations", "3"]] {
      let result = try Command.run(command + ["--out", out.path])
      #expect(result.status == 4)
      #expect(result.problems.contains("E304"))
      #expect(try files(in: "full") == before)
    }
  }

  @Test("A bad table stops both commands before anything is written")
  func badTable() throws {
    let table = folder.appendingPathComponent("tiny/facilities.csv")
    try Data("id,name,kind,settlement\nX,甲,countyGeneral,T09-S001\n".utf8).write(to: table)
    try Data("schema: countyflow/section/1\ntables: {facilities: facilities.csv}\n".utf8)
      .write(to: folder.appendingPathComponent("tiny/tables.yaml"))
    try include("tables.yaml")
    let out = folder.appendingPathComponent("nothing")
    for command in [["synth", county], ["optimise", "stations", county, "--stations", "3"]] {
      let result = try Command.run(command + ["--out", out.path])
      #expect(result.status == 3)
      #expect(result.problems.contains("facilities.csv:2:19: error[E230]"), "\(result.problems)")
      #expect(!FileManager.default.fileExists(atPath: out.path))
    }
  }

  private static let short = ["--days", "14", "--warm-up", "2", "--replications", "2", "--quiet"]

  @Test("Plans are proved, simulated, and written as tables that a county reads")
  func optimise() throws {
    let out = folder.appendingPathComponent("tiny/plans").path
    let command =
      ["optimise", "stations", county, "--stations", "3", "--threshold", "8,12"] + Self.short
    let result = try Command.run(command + ["--json", "--out", out])
    #expect(result.status == 0, "\(result.problems)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any]
    )
    #expect(object["schema"] as? String == "countyflow/optimise-stations/1")
    let plans = try #require(object["plans"] as? [[String: Any]])
    #expect(plans.compactMap { $0["id"] as? String } == ["existing", "mclp", "mexclp", "pmedian"])
    for plan in plans.dropFirst() {
      #expect(plan["proven"] as? Bool == true)
      #expect((plan["stations"] as? [Any])?.count == 3)
      #expect((plan["closed"] as? [Any])?.isEmpty == true)
    }
    let covered = plans.compactMap { ($0["objectives"] as? [String: Double])?["mclp"] }
    #expect(covered.max() == covered[1])
    let again = try Command.run(command + ["--json", "--threads", "1"])
    #expect(again.out == result.out)
    try Data(
      "schema: countyflow/section/1\ntables: {stations: stations-mclp.csv}\n".utf8
    ).write(to: URL(fileURLWithPath: out + "/tables.yaml"))
    try include("plans/tables.yaml")
    #expect(try Command.run(["validate", county]).status == 0)
  }

  @Test("The text has every plan in both languages")
  func text() throws {
    let command =
      ["optimise", "stations", county, "--stations", "2", "--fixed", "none", "--model", "mclp"]
      + Self.short
    let english = try Command.run(command + ["--lang", "en"])
    #expect(english.out.contains("most covered (MCLP)") && english.out.contains("proved best"))
    let chinese = try Command.run(command + ["--lang", "zh-Hans"])
    #expect(chinese.out.contains("最大覆盖") && chinese.out.contains("合成数据"))
  }

  @Test(
    "What cannot be asked ends with 2",
    arguments: [
      ["--stations", "0"], ["--stations", "1"], ["--stations", "99"],
      ["--stations", "3", "--threshold", "15"], ["--stations", "3", "--busy", "1"],
      ["--stations", "3", "--model", "best"], ["--stations", "3", "--days", "400"],
    ]
  )
  func refused(_ arguments: [String]) throws {
    let result = try Command.run(["optimise", "stations", county] + arguments + ["--quiet"])
    #expect(result.status == 2, "\(result.problems)")
    #expect(result.out.isEmpty)
  }
}
