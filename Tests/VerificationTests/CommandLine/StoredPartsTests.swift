import Foundation
import Testing

/// What stands above and below the line of every stored reading.
@Suite("Numerators and denominators in the results file")
struct StoredPartsTests {
  /// Readings of the tiny study, one replication of the baseline.
  private func readings(_ options: [String]) throws -> [StoredReading] {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let out = tiny.folder.appendingPathComponent("run")
    let run = ["run", tiny.study, "--replications", "1", "--quiet", "--out", out.path]
    let result = try Command.run(run + options, in: tiny.folder)
    #expect(result.status == 0, "\(result.problems)")
    return try StoredReading.all(of: out)
  }

  @Test("A share is its numerator over its denominator, by year, by quarter and by month")
  func parts() throws {
    let readings = try readings([])
    #expect(readings.allSatisfy { $0.place.isEmpty })
    for measure in ["visits.grassrootsShare", "admissions.inCountyShare", "need.unmetShare"] {
      let own = readings.filter { $0.measure == measure }
      let periods = ["202400", "202404", "202405", "202406", "202422"]
      #expect(own.map(\.period).sorted() == periods, "\(measure)")
      for reading in own {
        let (above, below) = (try #require(reading.above), try #require(reading.below))
        #expect(below > 0 && above <= below)
        #expect(abs(Double(above) / Double(below) - reading.value) < 1e-9)
      }
      // The study is one quarter long: its year is that quarter, and the sum of three months.
      let years = own.filter { ["202400", "202422"].contains($0.period) }
      let months = own.filter { !["202400", "202422"].contains($0.period) }
      let sum = months.compactMap(\.above).reduce(0, +)
      #expect(years.map(\.above) == [sum, sum])
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
