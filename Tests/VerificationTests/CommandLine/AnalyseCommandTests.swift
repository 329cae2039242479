import Foundation
import Testing

@Suite("The analyse command", .serialized)
struct AnalyseCommandTests {
  /// A sweep over one quarter of the made-up county, run in a folder of its own.
  private struct Sweep {
    let tiny: TinyScenario
    var folder: String { tiny.folder.appendingPathComponent("out").path }

    init(_ design: String) throws {
      tiny = try TinyScenario()
      let file = tiny.folder.appendingPathComponent("sw.yaml")
      let head = """
        schema: countyflow/sweep/1
        id: sw
        name: {zh: 扫描, en: Sweep}
        study: quarter.yaml
        measures: [visits.grassrootsShare, admissions.inCountyShare]

        """
      try Data((head + design).utf8).write(to: file)
      let done = try run(["sweep", file.path, "--out", folder])
      #expect(done.status == 0, "\(done.problems)")
    }

    func run(_ arguments: [String]) throws -> Command.Result {
      try Command.run(
        arguments + ["--quiet"],
        environment: ["COUNTYFLOW_CACHE": tiny.folder.appendingPathComponent("cache").path]
      )
    }

    /// What `analyse --json` answers.
    func analysis(_ options: [String] = []) throws -> [String: Any] {
      let found = try run(["analyse", folder, "--json"] + options)
      #expect(found.status == 0, "\(found.problems)")
      let written = try String(
        contentsOf: URL(fileURLWithPath: folder).appendingPathComponent("analysis.json"),
        encoding: .utf8
      )
      #expect(written == found.out)
      let answer = try JSONSerialization.jsonObject(with: Data(found.out.utf8))
      return try #require(answer as? [String: Any])
    }

    func rows(_ name: String, of analysis: [String: Any]) throws -> [[String: Any]] {
      try #require(analysis[name] as? [[String: Any]])
    }
  }

  private func number(_ row: [String: Any], _ path: String...) throws -> Double {
    var value: Any? = row
    for key in path { value = (value as? [String: Any])?[key] }
    return try #require(value as? Double)
  }

  @Test("A grid has no Sobol indices, and is told which design would have them")
  func wrongDesign() throws {
    let sweep = try Sweep(
      """
      design: grid
      replications: 1
      run: [varied]
      vary: {workforce.countyPosted: [0, 1]}

      """
    )
    defer { sweep.tiny.remove() }
    let sobol = try sweep.run(["analyse", sweep.folder, "--method", "sobol"])
    #expect(sobol.status == 2 && sobol.out.isEmpty)
    #expect(sobol.problems.contains("E513") && sobol.problems.contains("`design: saltelli`"))
    let all = try sweep.run(["analyse", sweep.folder])
    #expect(all.status == 2)
    for word in ["`design: morris`", "`design: factorial`", "`uncertain`"] {
      #expect(all.problems.contains(word), "\(word)")
    }
    #expect(!FileManager.default.fileExists(atPath: sweep.folder + "/analysis.json"))
    let nowhere = try sweep.run(["analyse", sweep.tiny.folder.path])
    #expect(nowhere.status == 4 && nowhere.problems.contains("E101"))
  }

  @Test("Of a grid, the points and policies that may be the best are told, the best mean first")
  func best() throws {
    let sweep = try Sweep(
      """
      design: grid
      replications: 3
      run: [baseline, varied]
      vary: {workforce.countyPosted: [0, 1, 3]}

      """
    )
    defer { sweep.tiny.remove() }
    let analysis = try sweep.analysis(["--method", "best"])
    let rows = try sweep.rows("best", of: analysis)
    #expect(rows.map { $0["measure"] as? String }.contains("visits.grassrootsShare"))
    for row in rows {
      // The baseline is the same at every point, and so is the other policy without postings.
      #expect(try number(row, "compared") == 3 && (try number(row, "confidence")) == 0.95)
      let candidates = try sweep.rows("candidates", of: row)
      let means = try candidates.map { try number($0, "estimate", "mean") }
      let sign = row["better"] as? String == "higher" ? 1.0 : -1.0
      #expect(means == means.sorted { sign * $0 > sign * $1 })
      #expect(abs(try candidates.reduce(0) { try $0 + number($1, "next") } - 1) < 1e-6)
    }
    let told = try Command.run(["analyse", sweep.folder, "--method", "best", "--lang", "en"])
    #expect(told.status == 0 && told.out.contains("may be the best"), "\(told.problems)")
  }

  @Test("The luck of needs is taken out of means on request only, and is the same at every point")
  func control() throws {
    let sweep = try Sweep(
      """
      design: grid
      replications: 4
      run: [varied]
      vary: {workforce.countyPosted: [0, 2]}

      """
    )
    defer { sweep.tiny.remove() }
    #expect(try sweep.rows("control", of: try sweep.analysis()).isEmpty)
    let asked = ["--method", "control", "--measure", "visits.perResident"]
    let rows = try sweep.rows("control", of: try sweep.analysis(asked))
    #expect(rows.map { $0["point"] as? Int } == [0, 1])
    for row in rows {
      #expect(try number(row, "plain", "n") == 4 && (try number(row, "controlled", "n")) == 4)
      #expect(try number(row, "needs") == number(rows[0], "needs"))
      #expect(abs(try number(row, "needs") - 1) < 0.1)
      // Visits are needs that are cared for: hardly anything else moves their number.
      #expect(try number(row, "varianceLeft") < 0.5)
      let moved = try number(row, "coefficient") * (number(row, "needs") - 1)
      let change = try number(row, "plain", "mean") - number(row, "controlled", "mean")
      #expect(abs(moved - change) < 1e-6)
    }
    let told = try Command.run(["analyse", sweep.folder, "--lang", "en"] + asked)
    #expect(told.status == 0 && told.out.contains("before seeing them"), "\(told.problems)")
  }

  @Test("What the policies of a bundle gain adds up to its gain, whoever is counted first")
  func bundle() throws {
    func shares(_ order: [String]) throws -> [String: Double] {
      let sweep = try Sweep(
        """
        design: factorial
        replications: 2
        vary: {policies: [\(order.map { "policies/\($0).yaml" }.joined(separator: ", "))]}

        """
      )
      defer { sweep.tiny.remove() }
      let rows = try sweep.rows("attribution", of: try sweep.analysis())
      // The baseline is no bundle: it has no row.
      #expect(rows.map { $0["policy"] as? String } == ["varied", "varied"])
      var found: [String: Double] = [:]
      for row in rows {
        let parts = try sweep.rows("shares", of: row)
        let sum = try parts.reduce(0) { try $0 + number($1, "share", "mean") }
        #expect(abs(sum - (try number(row, "gain", "mean"))) < 1e-9)
        #expect(try number(row, "gain", "n") == 2)
        for part in parts {
          let path = try #require(part["path"] as? String)
          found["\(try #require(row["measure"] as? String)) \(path)"] =
            try number(part, "share", "mean")
        }
      }
      return found
    }
    let (one, other) = (
      try shares(["postings", "contracts"]), try shares(["contracts", "postings"])
    )
    #expect(one.count == 4 && one == other)
  }

  @Test("Trajectories and base points that are not whole yet are left out, and said to be")
  func partial() throws {
    let sweep = try Sweep(
      """
      design: morris
      trajectories: 3
      replications: 1
      run: [varied]
      vary:
        workforce.countyPosted: {from: 0, to: 2, since: 2024-04-01}
        familyDoctor.general: {from: 35%, to: 60%, since: 2024-04-01}

      """
    )
    defer { sweep.tiny.remove() }
    let whole = try sweep.analysis()
    let row = try #require(try sweep.rows("screening", of: whole).first)
    #expect(try number(row, "trajectories") == 3)
    for effect in try sweep.rows("effects", of: row) {
      #expect(
        try number(effect, "absoluteMean", "mean") >= abs(try number(effect, "mean", "mean"))
      )
    }
    // Points 0 to 2 are the first trajectory.
    let shards = sweep.folder + "/shards"
    let first = try #require(
      try FileManager.default.contentsOfDirectory(atPath: shards).filter { !$0.hasPrefix(".") }
        .min()
    )
    try FileManager.default.removeItem(atPath: shards + "/" + first)
    let rest = try #require(try sweep.rows("screening", of: try sweep.analysis()).first)
    #expect(try number(rest, "trajectories") == 2)
    let told = try Command.run(["analyse", sweep.folder])
    #expect(told.problems.contains("8 of 9 tasks"))
  }

  @Test("Indices of a Saltelli design come with intervals, of measures that are named")
  func indices() throws {
    let sweep = try Sweep(
      """
      design: saltelli
      base: 3
      replications: 1
      run: [varied]
      vary: {workforce.countyPosted: {from: 0, to: 2, since: 2024-04-01}}

      """
    )
    defer { sweep.tiny.remove() }
    let analysis = try sweep.analysis(["--measure", "visits.grassrootsShare"])
    let rows = try sweep.rows("sensitivity", of: analysis)
    #expect(rows.count == 1)
    #expect(rows[0]["method"] as? String == "saltelli")
    let index = try #require(try sweep.rows("indices", of: rows[0]).first)
    for part in ["first", "total"] {
      #expect(try number(index, part, "low") <= number(index, part, "high"))
    }
    #expect(try number(index, "total", "value") > 0)
    let wrong = try sweep.run(["analyse", sweep.folder, "--measure", "visits.grassroot"])
    #expect(wrong.status == 2 && wrong.problems.contains("describe kpis"))
    let near = try sweep.run(["analyse", sweep.folder, "--measure", "visits.grasrootsShare"])
    #expect(near.status == 2, "\(near.problems)")
    #expect(near.problems.contains("did you mean `visits.grassrootsShare`?"), "\(near.problems)")
  }

  @Test("Unknown figures give chances with both variances, and rank what to ask the county for")
  func unknown() throws {
    let sweep = try Sweep(
      """
      design: list
      replications: 2
      run: [package]
      outer: 8
      constants: county
      uncertain:
        firstContact.travel[0]: {from: -0.04, to: -0.01, source: B-34}
        workforce.postedShift: {from: 0, to: 0.37, source: B-33}

      """
    )
    defer { sweep.tiny.remove() }
    let analysis = try sweep.analysis()
    let chances = try sweep.rows("chances", of: analysis)
    #expect(chances.count == 1)
    #expect(try number(chances[0], "points") == 8)
    let met = try number(chances[0], "met")
    #expect(try number(chances[0], "interval", "low") <= met / 8)
    #expect(try number(chances[0], "interval", "high") >= met / 8)
    #expect(try number(chances[0], "varianceBetween") > 0)
    #expect(try number(chances[0], "varianceWithin") > 0)
    let values = try sweep.rows("values", of: analysis)
    #expect(try sweep.rows("inputs", of: values[0]).count == 2)
    // Constants that are not solved anew are those of the county: no point names any.
    let manifest = try String(
      contentsOf: URL(fileURLWithPath: sweep.folder + "/sweep.json"),
      encoding: .utf8
    )
    #expect(!manifest.contains("\"solved\":{"))
    let county = sweep.tiny.folder.appendingPathComponent("county.yaml").path
    let asked = try sweep.run(["data-request", county, "--from", sweep.folder])
    #expect(asked.status == 0, "\(asked.problems)")
    let lines = asked.out.split(whereSeparator: \.isNewline).dropFirst().prefix(2)
    let paths = Set(lines.map { String($0.split(separator: ",")[1]) })
    #expect(paths == ["firstContact.travel", "workforce.postedShift"])
    let plain = try Command.run(["data-request", county])
    #expect(plain.problems.contains("width of range alone"))
    let neighbour = sweep.tiny.folder.appendingPathComponent("neighbour.yaml").path
    let other = try sweep.run(["data-request", neighbour, "--from", sweep.folder])
    #expect(other.status == 2 && other.problems.contains("E514"))
  }
}
