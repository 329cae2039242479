import Foundation
import Testing

/// What stands above and below the line of every stored reading.
@Suite("Numerators and denominators in the results file")
struct StoredPartsTests {
  private struct Reading {
    let task, measure, place, period: String
    let above, below: Int?
    let value: Double
  }

  /// Readings of the tiny study, one replication of the baseline.
  private func readings(_ options: [String]) throws -> [Reading] {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let (out, tables) = (
      tiny.folder.appendingPathComponent("run").path,
      tiny.folder.appendingPathComponent("tables").path
    )
    let run = ["run", tiny.study, "--replications", "1", "--quiet", "--out", out]
    let result = try Command.run(run + options, in: tiny.folder)
    #expect(result.status == 0, "\(result.problems)")
    let export = ["store", "export", out + "/results.sqlite", "--out", tables]
    #expect(try Command.run(export).status == 0)
    func lines(_ name: String) throws -> [[String]] {
      try String(contentsOfFile: "\(tables)/\(name).csv", encoding: .utf8)
        .split(separator: "\r\n").dropFirst().map {
          $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }
    let measures = Dictionary(uniqueKeysWithValues: try lines("measures").map { ($0[0], $0[1]) })
    return try lines("readings").map { cells in
      Reading(
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

  @Test("A share is its numerator over its denominator, by year and by quarter")
  func parts() throws {
    let readings = try readings([])
    #expect(readings.allSatisfy { $0.place.isEmpty })
    for measure in ["visits.grassrootsShare", "admissions.inCountyShare", "need.unmetShare"] {
      let own = readings.filter { $0.measure == measure }
      #expect(own.map(\.period).sorted() == ["202400", "202422"], "\(measure)")
      for reading in own {
        let (above, below) = (try #require(reading.above), try #require(reading.below))
        #expect(below > 0 && above <= below)
        #expect(abs(Double(above) / Double(below) - reading.value) < 1e-9)
      }
      // The study is one quarter long: its year is that quarter.
      #expect(own.first?.above == own.last?.above)
    }
    #expect(readings.count { $0.above != nil } > readings.count / 2)
  }

  @Test("Asked for by place, settlements add up to the county, visit by visit and call by call")
  func settlements() throws {
    let readings = try readings(["--by-place"])
    for measure in ["visits.grassrootsShareResidents", "ems.realised"] {
      let own = readings.filter { $0.measure == measure && $0.period == "202400" }
      let whole = try #require(own.first { $0.place.isEmpty })
      let places = own.filter { !$0.place.isEmpty }
      #expect(places.count > 1, "\(measure)")
      #expect(Set(places.map(\.place)).count == places.count)
      #expect(places.compactMap(\.above).reduce(0, +) == whole.above, "\(measure)")
      #expect(places.compactMap(\.below).reduce(0, +) == whole.below, "\(measure)")
    }
  }
}
