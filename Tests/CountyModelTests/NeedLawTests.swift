import Engine
import Foundation
import Geography
import Testing

@testable import CountyModel

/// The law of the number of needs, given the rates of the days.
@Suite("Needs are a Poisson process of the stated rates")
struct NeedLawTests {
  /// Needs of one source on one day, and how many its rate lets expect.
  private struct Cell {
    let count: Double
    let mean: Double

    /// Distance from the expectation, in standard deviations of a Poisson number.
    var deviation: Double { (count - mean) / mean.squareRoot() }
  }

  private static let days = 28

  /// Four weeks of April without the chance of days: by profile, one line of days for each settlement.
  private static func lines(_ county: TinyCounty, _ replication: UInt32) -> [[[Cell]]] {
    let start = CivilDate(dayNumber: Stretch.firstOf2024 + 91)
    let stretch = Stretch(start: start, days: days, warmUp: 0, replication: replication)
    var watched = WatchedCounty(county, .baseline, stretch)
    let settlements = watched.plan.map.settlements.count
    var counts = Array(repeating: 0, count: settlements * NeedRates.profiles * days)
    while let event = watched.next() {
      if case .population(.needArises(let source)) = event {
        let day = watched.plan.clock.dayIndex(at: watched.world.now)
        counts[source.row * days + day] += 1
      }
      watched.handle(event)
    }
    var lines: [[[Cell]]] = []
    for profile in 0..<NeedRates.profiles {
      var homes: [[Cell]] = []
      for home in 0..<settlements {
        var line: [Cell] = []
        for day in 0..<days {
          let count = counts[(home * NeedRates.profiles + profile) * days + day]
          let mean = watched.departments.population.rates.expected(home, profile, onDay: day)
          line.append(Cell(count: Double(count), mean: mean))
        }
        homes.append(line)
      }
      lines.append(homes)
    }
    return lines
  }

  @Test(
    "Given the day's rate the needs of a settlement are Poisson, whatever the day before brought"
  )
  func poisson() throws {
    let county = try TinyCounty(exchanging: [TinyCounty.giving("dayVariation", "0")])
    let runs = (0..<UInt32(3)).map { Self.lines(county, $0) }
    for (place, profile) in NeedProfile.allCases.enumerated() {
      let lines = runs.flatMap { $0[place] }
      let cells = lines.flatMap { $0 }
      let means = cells.map(\.mean)
      try #require(means.allSatisfy { $0 > 0 })

      let sum = cells.map(\.count).reduce(0, +)
      let expected = means.reduce(0, +)
      #expect(abs(sum - expected) < 4.5 * expected.squareRoot(), "\(profile): \(sum), \(expected)")

      // Index of dispersion: (N − μ)²/μ has a mean of 1 and a variance of 2 + 1/μ.
      let squares = cells.map { $0.deviation * $0.deviation }.reduce(0, +)
      let spread = means.map { 2 + 1 / $0 }.reduce(0, +).squareRoot()
      let excess = (squares - Double(cells.count)) / spread
      #expect(abs(excess) < 4.5, "\(profile): dispersion by \(excess) standard errors")

      // Days without a need, where there are enough of them to say something.
      let chances = means.map { exp(-$0) }
      let quiet = chances.reduce(0, +)
      if quiet > 20 {
        let error = chances.map { $0 * (1 - $0) }.reduce(0, +).squareRoot()
        let empty = Double(cells.count { $0.count == 0 })
        #expect(abs(empty - quiet) < 4.5 * error, "\(profile): \(empty), \(quiet)")
      }

      // Of independent days the product of two deviations has a mean of 0 and a variance of 1.
      let products = lines.flatMap { line in
        zip(line, line.dropFirst()).map { $0.deviation * $1.deviation }
      }
      let memory = products.reduce(0, +) / Double(products.count).squareRoot()
      #expect(abs(memory) < 4.5, "\(profile): from day to day by \(memory) standard errors")
    }
  }
}
