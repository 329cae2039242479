import Foundation
import Testing

@Suite("The command that looks for inputs")
struct CalibrateCommandTests {
  /// What `calibrate --json` prints of a calibration file.
  private struct Answer: Decodable {
    struct Input: Decodable {
      let path: String
      let value: Double
      let quantiles: [Double]?
    }

    struct Row: Decodable {
      let measure: String
      let model: Double
      let data: Double
      let ratio: Double
      let inside: Bool
    }

    let tried: Int
    let kept: Int
    let converged: Bool?
    let inputs: [Input]
    let targets: [Row]
    let inside: Int
  }

  /// The shipped calibration, changed, in a copy of its folder.
  private func file(in tiny: TinyScenario, _ changes: [(String, String)] = []) throws -> String {
    let file = tiny.folder.appendingPathComponent("calibration.yaml")
    var text = try String(contentsOf: file, encoding: .utf8)
    for (old, new) in changes { text = text.replacing(old, with: new) }
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private func calibrate(_ file: String, _ out: URL, _ more: [String] = []) throws -> Command.Result
  {
    try Command.run(["calibrate", file, "--quiet", "--json", "--out", out.path] + more)
  }

  @Test("Inputs that made the observations are found again, and the written study shows them")
  func recovery() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let out = tiny.folder.appendingPathComponent("found")
    let result = try calibrate(try file(in: tiny), out)
    #expect(result.status == 0, "\(result.problems)")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(result.out.utf8))
    #expect(answer.converged == true && answer.tried < 40 && answer.inside == 2)
    // Truth 6.5 % and 20 %. A year's share of referrals varies by 0.021 points of 1.148, which is
    // 0.12 points of the input; two runs here and eight behind the data make 0.1. Three of these;
    // of missed appointments 0.1 points of 5.9, 0.33 of the input, and so 0.8.
    #expect(abs(answer.inputs[0].value - 0.065) < 0.003, "\(answer.inputs)")
    #expect(abs(answer.inputs[1].value - 0.2) < 0.008, "\(answer.inputs)")

    let study = out.appendingPathComponent("inputs/Scenarios/tiny.yaml")
    let run = tiny.folder.appendingPathComponent("run")
    let again = try Command.run([
      "run", study.path, "--policy", "baseline", "--replications", "2", "--quiet", "--out",
      run.path,
    ])
    #expect(again.status == 0, "\(again.problems)")
    let table = try String(contentsOf: run.appendingPathComponent("readings.csv"), encoding: .utf8)
    let row = answer.targets[0]
    let shown = table.split(whereSeparator: \.isNewline).compactMap { line -> Double? in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let isYear = cells.count > 7 && cells[5] == "2024" && cells[6].isEmpty
      return isYear && cells[3] == row.measure ? Double(cells[7]) : nil
    }
    #expect(shown.count == 2)
    #expect(abs(shown.reduce(0, +) / 2 - row.model) < 1e-8)
  }

  @Test("A rejection keeps the nearest points, whatever the number of threads")
  func rejection() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let path = try file(
      in: tiny,
      [
        ("method: simplex", "method: abc\naccept: 25%"), ("points: 40", "points: 8"),
        ("study: tiny.yaml", "study: quarter.yaml"), ("replications: 2", "replications: 1"),
      ]
    )
    let outs = ["1", "2"].map { tiny.folder.appendingPathComponent("out\($0)") }
    let answers = try zip(outs, ["1", "2"]).map { try calibrate(path, $0, ["--threads", $1]).out }
    #expect(answers[0] == answers[1] && !answers[0].isEmpty)
    let answer = try JSONDecoder().decode(Answer.self, from: Data(answers[0].utf8))
    #expect(answer.tried == 8 && answer.kept == 2 && answer.converged == nil)
    #expect(answer.inputs.allSatisfy { $0.quantiles?.count == 5 })
    let points = try String(
      contentsOf: outs[0].appendingPathComponent("points.csv"),
      encoding: .utf8
    )
    #expect(points.split(whereSeparator: \.isNewline).count == 3)
  }

  @Test("When nothing comes within the tolerance, the nearest is told, with 1")
  func nothingKept() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let path = try file(
      in: tiny,
      [
        ("method: simplex", "method: abc\ntolerance: 0.0001"), ("points: 40", "points: 3"),
        ("study: tiny.yaml", "study: quarter.yaml"), ("replications: 2", "replications: 1"),
      ]
    )
    let result = try calibrate(path, tiny.folder.appendingPathComponent("none"))
    #expect(result.status == 1, "\(result.problems)")
    #expect(result.out.contains("\"kept\":0"))
  }

  @Test("Options of the other kind of file are refused, and an old folder is left alone")
  func refused() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let path = try file(in: tiny)
    let write = try Command.run(["calibrate", path, "--write"])
    #expect(write.status == 2 && write.problems.contains("--write"))
    let out = try Command.run(["calibrate", tiny.study, "--out", "there"])
    #expect(out.status == 2 && out.problems.contains("--out"))
    let full = try Command.run(["calibrate", path, "--quiet", "--out", tiny.folder.path])
    #expect(full.status == 4 && full.problems.contains("is not empty"), "\(full.problems)")
  }
}
