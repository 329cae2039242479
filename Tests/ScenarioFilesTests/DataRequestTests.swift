import Foundation
import ScenarioFiles
import Testing

@Suite("Data requests")
struct DataRequestTests {
  private static let tiny = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Scenarios/tiny")

  /// A copy of the tiny county that names a table of answers.
  private func county(
    answers rows: [String],
    head: String = "path,value,valueSource"
  ) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("answers-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Self.tiny, to: folder)
    let file = folder.appendingPathComponent("county.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let named = text.replacing(
      "schema: countyflow/county/1\n",
      with: "schema: countyflow/county/1\nanswers: answers.csv\n"
    )
    #expect(named != text)
    try named.write(to: file, atomically: true, encoding: .utf8)
    let table = ([head] + rows).joined(separator: "\r\n") + "\r\n"
    try ("\u{FEFF}" + table).write(
      to: folder.appendingPathComponent("answers.csv"),
      atomically: true,
      encoding: .utf8
    )
    return file
  }

  /// A single number among the open figures of the county.
  private func openFigure() throws -> DataRequest.Row {
    let request = try CountyLoader.dataRequest(Self.tiny.appendingPathComponent("county.yaml").path)
    return try #require(request.rows.first { $0.unit.en == "number" && Double($0.now) != nil })
  }

  @Test("A filled figure is a fact from then on, and is asked for no more")
  func filled() throws {
    let figure = try openFigure()
    let file = try county(answers: ["\(figure.path),\(figure.now),健康局2024年报"])
    defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
    let request = try CountyLoader.dataRequest(file.path)
    #expect(!request.rows.contains { $0.path == figure.path })
  }

  @Test("A workbook in Chinese is filled in and read back in Chinese")
  func chinese() throws {
    let file = try county(
      answers: [
        "clinics.noShow,12%,卫健局,替代值", "emergency.patience,2 小时 30 分钟,急诊科,事实",
        "geography.distantHospitals[0].distance,41 公里,地图,事实",
        "finance.outpatientCap,1000 元,医保局,",
      ],
      head: "路径,填报值,填报出处,填报性质"
    )
    defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
    #expect(FileValidator.validate([file.path]).errors.isEmpty)
    let left = try CountyLoader.dataRequest(file.path).rows
    let paths = Set(left.map(\.path))
    #expect(!paths.contains("emergency.patience") && !paths.contains("finance.outpatientCap"))
    let share = try #require(left.first { $0.path == "clinics.noShow" })
    #expect(share.standing.en == "proxy" && share.now == "12%" && share.source == "卫健局")
    #expect(share.expected.zh.hasPrefix("比例，如 `63.4%` 或 `0.634`，0 至 "))
  }

  @Test("Every figure is asked for in Chinese, without a letter")
  func wanted() throws {
    let request = try CountyLoader.dataRequest(Self.tiny.appendingPathComponent("county.yaml").path)
    for row in request.rows {
      #expect(!row.path.hasSuffix("seed"))
      for words in [row.expected.zh.replacing("1e+", with: "1"), row.unit.zh, row.standing.zh] {
        #expect(!words.contains { $0.isASCII && $0.isLetter }, "\(row.path): \(words)")
      }
    }
  }

  @Test("The units and standings that a request tells may be filled in, in both languages")
  func toldWords() throws {
    let request = try CountyLoader.dataRequest(Self.tiny.appendingPathComponent("county.yaml").path)
    let suffixed = ["min", "d", "yuan", "km", "km2", "km/h", "points"]
    var units: Set<String> = []
    for row in request.rows where suffixed.contains(row.unit.en) && !row.now.hasPrefix("[") {
      guard units.insert(row.unit.en).inserted else { continue }
      let number = try #require(row.now.split(separator: " ").first)
      for (unit, standing) in [(row.unit.en, row.standing.en), (row.unit.zh, row.standing.zh)] {
        let file = try county(
          answers: ["\(row.path),\"\(number) \(unit)\",\"年报, 第3页\",\"\(standing)\""],
          head: "path,value,valueSource,valueStanding"
        )
        defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
        let report = FileValidator.validate([file.path])
        #expect(report.errors.isEmpty, "\(row.path): \(report.text)")
        let again = try CountyLoader.dataRequest(file.path).rows.first { $0.path == row.path }
        #expect(again?.source == "年报, 第3页" && again?.standing.en == row.standing.en)
      }
    }
    #expect(units.isSuperset(of: ["min", "yuan", "km", "km/h"]), "\(units)")
  }

  @Test("90分 is told to mean minutes, and 3日 days", arguments: [("90分", "分钟"), ("3日", "天")])
  func shortUnits(_ written: String, _ meant: String) throws {
    let file = try county(answers: ["emergency.patience,\(written),急诊科"])
    defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
    #expect(FileValidator.validate([file.path]).text.contains("did you mean \"\(meant)\"?"))
  }

  @Test("An empty row changes nothing")
  func empty() throws {
    let figure = try openFigure()
    let file = try county(answers: ["\(figure.path),,"])
    defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
    #expect(try CountyLoader.dataRequest(file.path).rows.contains { $0.path == figure.path })
  }

  @Test("A filled figure without a source, and a path the county does not have, are refused")
  func refused() throws {
    let figure = try openFigure()
    for (row, code) in [
      ("\(figure.path),\(figure.now),", DiagnosticCode.wrongValue),
      ("beds.nothingLikeIt,1,年报", .unknownName),
      ("\(figure.path),soon,年报", .wrongValue),
    ] {
      let file = try county(answers: [row])
      defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
      #expect(FileValidator.validate([file.path]).errors.map(\.code).contains(code), "\(row)")
    }
  }

  @Test(
    "A figure that is filled in wrongly is known, and told once by what is wrong with it",
    arguments: [
      ("clinics.noShow,120%", DiagnosticCode.outOfRange), ("clinics.noShow,soon", .wrongValue),
      ("clinics.noShow,12 min", .wrongValue), ("chronicCare.detected,40%; 30%; 20%", .wrongCount),
    ]
  )
  func wronglyFilled(_ row: String, _ code: DiagnosticCode) throws {
    let file = try county(answers: ["\(row),年报"])
    defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
    let report = FileValidator.validate([file.path])
    #expect(report.errors.map(\.code) == [code], "\(report.text)")
  }

  @Test("What may be filled in states its range once")
  func expectedOnce() throws {
    let request = try CountyLoader.dataRequest(Self.tiny.appendingPathComponent("county.yaml").path)
    for row in request.rows {
      let parts = row.expected.en.components(separatedBy: ", ")
      #expect(Set(parts).count == parts.count, "\(row.path): \(row.expected.en)")
    }
  }

  @Test("Where a place lies is asked for last")
  func positionsLast() throws {
    let request = try CountyLoader.dataRequest(Self.tiny.appendingPathComponent("county.yaml").path)
    let positions = request.rows.map { $0.path.hasSuffix(".east") || $0.path.hasSuffix(".north") }
    let first = try #require(positions.firstIndex(of: true))
    #expect(first > 0 && positions[first...].allSatisfy(\.self))
  }

  @Test("Figures are ranked by what knowing them is worth")
  func ranked() throws {
    let request = try CountyLoader.dataRequest(Self.tiny.appendingPathComponent("county.yaml").path)
    let last = try #require(request.rows.last)
    let ranked = request.ranked(by: [last.path: 0.4])
    #expect(ranked.rows.first?.path == last.path && ranked.rows.first?.importance == 0.4)
    #expect(ranked.rows.count == request.rows.count)
  }
}
