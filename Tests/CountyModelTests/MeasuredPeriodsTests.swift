import Engine
import Testing

@testable import CountyModel

@Suite("Months, quarters and years")
struct MeasuredPeriodsTests {
  @Test("Months are as long as the calendar says, and quarters and years are made of them")
  func calendar() throws {
    let start = try #require(CivilDate(year: 2023, month: 12, day: 30))
    let end = try #require(CivilDate(year: 2024, month: 7, day: 3))
    let periods = MeasuredPeriods(from: start, to: end)
    #expect(periods.months.map(\.days) == [2, 31, 29, 31, 30, 31, 30, 2])
    #expect(periods.months.map(\.label).prefix(2) == ["2023-12", "2024-01"])
    #expect(periods.quarters.map(\.label) == ["2023Q4", "2024Q1", "2024Q2", "2024Q3"])
    #expect(periods.quarters.map(\.days) == [2, 91, 91, 2])
    #expect(periods.years == [2023, 2024])
    #expect(periods.months(ofQuarter: 1) == 1..<4)
    #expect(periods.months(ofYear: 2024) == 1..<8)
    #expect(periods.months(ofYear: 2025).isEmpty)
  }

  /// Nine days before the turn of a quarter and nine after it.
  private static let turn = Result {
    let start = CivilDate(dayNumber: Stretch.firstOf2024 + 82)
    return try TinyCounty.asWritten().readings(
      .baseline,
      Stretch(start: start, days: 18, warmUp: 2)
    )
  }

  @Test("What is counted in months adds up to the year; a level is that of the last month")
  func sums() throws {
    let readings = try Self.turn.get()
    #expect(readings.months.map(\.days) == [9, 9])
    var compared = 0
    for measure in Measure.all {
      guard let year = readings.parts(of: measure, inYear: 2024) else { continue }
      let months = readings.months.indices.compactMap { readings.parts(of: measure, inMonth: $0) }
      switch measure.formula {
      case .percentile:
        #expect(months.isEmpty, "\(measure.id) is kept by year only")
        continue
      case .level: #expect(months.last?.value == year.value, "\(measure.id)")
      case .ratio:
        // A month without anything below the line has nothing above it either, or no reading.
        guard months.count == 2 else { continue }
        #expect(months.compactMap(\.numerator).reduce(0, +) == year.numerator, "\(measure.id)")
        #expect(months.compactMap(\.denominator).reduce(0, +) == year.denominator, "\(measure.id)")
      case .perYear:
        #expect(months.compactMap(\.numerator).reduce(0, +) == year.numerator, "\(measure.id)")
        #expect(months.map(\.denominator) == [9, 9])
      }
      compared += 1
    }
    #expect(compared > 100)
  }

  @Test("A period is found by its label, and none outside the run")
  func labels() throws {
    let readings = try Self.turn.get()
    let measure = try #require(Measure.named("visits.grassrootsShare"))
    #expect(readings.value(of: measure, over: "2024") == readings.value(of: measure, inYear: 2024))
    #expect(
      readings.value(of: measure, over: "2024Q2") == readings.value(of: measure, inQuarter: 1)
    )
    let march = readings.parts(of: measure, inMonth: 0)?.value
    #expect(march != nil && readings.value(of: measure, over: "2024-03") == march)
    for label in ["2025", "2024Q3", "2024-05", "March"] {
      #expect(readings.value(of: measure, over: label) == nil)
    }
  }
}
