import Probability
import Testing

@Suite("Hours of the day and days of the week")
struct HourlyProfileTests {
  @Test("Shares are inverted exactly: half the morning's arrivals have come by half past nine")
  func inversion() {
    // Open from 8 to 11 with equal weights, and twice as busy from 14 to 15.
    var weights = Array(repeating: 0.0, count: 24)
    for hour in 8..<11 { weights[hour] = 1 }
    weights[14] = 2
    let profile = HourlyProfile(hourWeights: weights)
    #expect(profile.instant(ofShare: 0) == 8)
    #expect(abs(profile.instant(ofShare: 0.3) - 9.5) < 1e-12)
    #expect(profile.instant(ofShare: 0.6) == 14)
    #expect(abs(profile.instant(ofShare: 0.8) - 14.5) < 1e-12)
    #expect(profile.instant(ofShare: 1 - 0x1p-53) < 15)
    #expect(abs(profile.share(ofHour: 14) - 0.4) < 1e-12)
  }

  @Test("Arrivals fall only into hours that have a weight")
  func neverOutsideHours() {
    let weights = (0..<24).map { hour in [0.0, 3, 0, 0, 1e-9][hour % 5] }
    let profile = HourlyProfile(hourWeights: weights)
    for step in 0..<100_000 {
      let hour = Int(profile.instant(ofShare: Double(step) / 100_000))
      #expect(weights[hour] > 0)
    }
  }

  @Test("A day without 24 valid weights is refused")
  func refusals() {
    #expect(throws: DistributionError.self) { try HourlyProfile(checking: [1, 2]) }
    #expect(throws: DistributionError.self) {
      try HourlyProfile(checking: Array(repeating: 0, count: 24))
    }
  }

  @Test("A week's factors have mean 1")
  func week() throws {
    let hours = HourlyProfile(hourWeights: Array(repeating: 1, count: 24))
    let week = try PiecewiseRate(dayWeights: [2, 2, 2, 2, 2, 1, 1], hours: hours)
    #expect(abs(week.dayFactors.reduce(0, +) - 7) < 1e-12)
    #expect(week.dayFactors[0] == 2 * week.dayFactors[6])
    #expect(week.instant(ofShare: 0.5, onWeekday: 3) == 12)
    #expect(throws: DistributionError.self) { try PiecewiseRate(dayWeights: [1], hours: hours) }
  }
}
