import Engine
import Testing

@Suite("Statistics")
struct StatisticsTests {
  @Test("A tally gives mean, spread and extremes, in one piece or merged from two")
  func tally() {
    let values = [4.0, 7, 13, 16]
    var whole = Tally()
    var (left, right) = (Tally(), Tally())
    for (index, value) in values.enumerated() {
      whole.add(value)
      if index < 1 { left.add(value) } else { right.add(value) }
    }
    left.merge(right)
    left.merge(Tally())
    for tally in [whole, left] {
      #expect(tally.count == 4 && tally.mean == 10 && tally.min == 4 && tally.max == 16)
      // Squared distances 36, 9, 9, 36 over three degrees of freedom.
      #expect(tally.variance == 30)
    }
    #expect(whole.standardError == (30.0 / 4).squareRoot())
    #expect(Tally().mean == nil && Tally().min == nil && Tally().variance == nil)
  }

  @Test("A tally far from zero keeps its small spread")
  func tallyFarFromZero() {
    var tally = Tally()
    for step in 0..<1000 { tally.add(1e9 + Double(step % 2)) }
    let exact = 0.25 * 1000 / 999
    #expect(tally.variance.map { abs($0 - exact) < 1e-9 } == true)
  }

  @Test("A level's integral is exact to the millisecond")
  func timeWeighted() {
    var present = TimeWeighted()
    var dice = Dice(state: 8)
    var (now, level, sum) = (Int64(0), Int64(0), Int64(0))
    for _ in 0..<10_000 {
      let elapsed = Int64(dice.roll(below: 1_000_000_007))
      sum += level * elapsed
      now += elapsed
      if dice.roll(below: 2) == 0 {
        let change = dice.roll(below: 5) - Int(min(level, 2))
        level += Int64(change)
        present.add(change, at: SimInstant(milliseconds: now))
      } else {
        level = Int64(dice.roll(below: 50))
        present.set(Int(level), at: SimInstant(milliseconds: now))
      }
    }
    #expect(present.integral(to: SimInstant(milliseconds: now + 3)) == sum + 3 * level)
    #expect(present.level == Int(level))
  }

  @Test("The mean counts from the reset at the end of warm-up")
  func timeWeightedMean() {
    var present = TimeWeighted(level: 4)
    present.reset(at: minute(10))
    present.set(1, at: minute(20))
    #expect(present.mean(from: minute(10), to: minute(40)) == 2)
  }

  @Test("Waits are binned by minutes, then ten minutes, hours and days")
  func histogram() {
    var waits = WaitHistogram()
    #expect(waits.percentile(0.5) == nil && waits.share(longerThan: .zero) == nil)
    for _ in 0..<50 { waits.add(.zero) }
    for _ in 0..<40 { waits.add(.minutes(7) + .seconds(30)) }
    for _ in 0..<10 { waits.add(.hours(30)) }
    #expect(waits.count == 100)
    #expect(waits.percentile(0.5) == .zero)
    // Half of the people in the bin from 7 to 8 minutes.
    #expect(waits.percentile(0.7) == .minutes(7.5))
    #expect(waits.percentile(1) == .hours(31))
    #expect(waits.share(longerThan: .zero) == 0.5)
    #expect(waits.share(longerThan: .hours(4)) == 0.1)

    var both = waits
    both.merge(waits)
    #expect(both.count == 200 && both.percentile(0.7) == .minutes(7.5))
    both.add(.days(400))
    #expect(both.longerThanYear == 1)
    #expect(both.percentile(1) == .days(365))
  }
}
