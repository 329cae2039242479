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
      case .level, .levelRatio: #expect(months.last?.value == year.value, "\(measure.id)")
      case .ratio, .concentration:
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

  @Test("A share of levels is the one in force at the end of the period, not a mean over months")
  func levelShares() throws {
    let start = CivilDate(dayNumber: Stretch.firstOf2024 + 82)
    // Community by community at least 0.5 from the first day of April.
    let policy = try Policy.pulling(["community.tight": 0.5], fromDay: 11)
    let readings = try TinyCounty.asWritten().readings(
      policy,
      Stretch(start: start, days: 18, warmUp: 2)
    )
    let measure = try #require(Measure.named("community.tightness"))
    let before = try #require(readings.parts(of: measure, inMonth: 0))
    let after = try #require(readings.parts(of: measure, inMonth: 1))
    #expect(before.value < after.value)
    #expect(readings.parts(of: measure, inYear: 2024) == after)
    #expect(readings.value(of: measure, over: "2024Q1") == before.value)
  }

  @Test("A period ends with its last day, and none outside the run does")
  func ends() throws {
    let start = try #require(CivilDate(year: 2024, month: 1, day: 1))
    let end = try #require(CivilDate(year: 2025, month: 1, day: 1))
    let periods = MeasuredPeriods(from: start, to: end)
    #expect(periods.end(of: "2024") == end)
    #expect(periods.end(of: "2024Q2") == CivilDate(year: 2024, month: 7, day: 1))
    #expect(periods.end(of: "2024-02") == CivilDate(year: 2024, month: 3, day: 1))
    #expect(periods.end(of: "2025") == nil && periods.end(of: "2024-13") == nil)
  }

  @Test("A 90th percentile has no month")
  func percentiles() throws {
    let measure = try #require(Measure.named("ems.responseP90"))
    #expect(try Self.turn.get().value(of: measure, over: "2024-03") == nil)
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
