import Foundation
import ScenarioFiles
import Testing

/// Problems of single figures that show only beside other figures, or on the map.
@Suite("Where a figure that cannot be is told")
struct FigurePlaceTests {
  /// A figure, what it says, and the text under the first caret.
  struct Case: Sendable, CustomStringConvertible {
    /// The figure by its path, with or without row numbers.
    let figure: String
    let value: String
    let caret: String
    /// The full path in the report, where it is another one.
    var key: String?

    var description: String { "\(figure): \(value)" }
  }

  static let cases = [
    Case(figure: "geography.residents", value: "0", caret: "0"),
    Case(figure: "geography.ageShares", value: CountyFixtures.noAge, caret: "["),
    Case(figure: "geography.area", value: "3000 km2", caret: "3000"),
    Case(figure: "geography.settlements.neighbourhoods", value: "25", caret: "25"),
    Case(figure: "geography.ambulances.candidates", value: "400", caret: "400"),
    Case(figure: "geography.facilities.townshipCentres", value: "7", caret: "7"),
    Case(
      figure: "geography.distantHospitals.drive",
      value: "0 min",
      caret: "0 min",
      key: "geography.distantHospitals[0].drive"
    ),
    Case(figure: "population.callHours", value: CountyFixtures.noHour, caret: "["),
    Case(
      figure: "clinics.grassrootsSessions",
      value: "[07:00, 12:00, 11:59, 19:30]",
      caret: "11:59",
      key: "clinics.grassrootsSessions[2]"
    ),
    Case(
      figure: "beds.dischargeHours",
      value: "[16:00, 09:30]",
      caret: "09:30",
      key: "beds.dischargeHours[1]"
    ),
    Case(
      figure: "population.incomeBands",
      value: "[9000 yuan, 20000 yuan, 15000 yuan, 50000 yuan, 95000 yuan]",
      caret: "15000",
      key: "population.incomeBands[2]"
    ),
    Case(
      figure: "conditions.severity",
      value: "[0.8, 0.8, 0.8]",
      caret: "[",
      key: "conditions[0].severity"
    ),
  ]

  @Test("A figure that cannot be is told once, at its own place", arguments: FigurePlaceTests.cases)
  func place(_ one: Case) throws {
    let text = CountyFixtures.text([one.figure: one.value])
    let name = try #require(one.figure.split(separator: ".").last)
    let lines = text.split(separator: "\n").map(String.init)
    let row = try #require(lines.firstIndex { $0.hasSuffix(" \(name): \(one.value)") })
    let caret = try #require(lines[row].range(of: one.caret))
    let column = lines[row].distance(from: lines[row].startIndex, to: caret.lowerBound) + 1
    let folder = try ScratchFolder()
    let report = FileValidator.validate([try folder.write(text, to: "county.yaml")])
    let problem = try #require(report.all.first)
    #expect(report.all.count == 1, "\(report.text)")
    #expect(problem.code == .outOfRange, "\(report.text)")
    #expect(problem.line == row + 1, "\(report.text)")
    #expect(problem.column == column, "\(report.text)")
    #expect(problem.keyPath == one.key ?? one.figure, "\(report.text)")
  }

  @Test("A figure that was filled in is told where it was filled in")
  func filledIn() throws {
    let folder = try ScratchFolder()
    let county = CountyFixtures.text([:])
      .replacing("county/1\n", with: "county/1\nanswers: a.csv\n")
    try folder.write("path,value,valueSource\ngeography.residents,0,年报\n", to: "a.csv")
    let report = FileValidator.validate([try folder.write(county, to: "county.yaml")])
    let problem = try #require(report.all.first)
    #expect(problem.path.hasSuffix("a.csv"), "\(report.text)")
    #expect("\(problem.line):\(problem.column)" == "2:21", "\(report.text)")
  }
}
