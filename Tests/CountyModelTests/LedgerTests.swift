import Engine
import Testing

@testable import CountyModel

@Suite("The ledger")
struct LedgerTests {
  @Test("A level meter integrates a level exactly, to the millisecond")
  func levelMeter() {
    var ledger = Ledger(months: 1, years: 1)
    ledger.turn(toMonth: 1, year: 1)
    var meter = LevelMeter()
    let count = Count(.beds, 31)
    // 3 from 100 ms to 1,100 ms, then 5 to 1,107 ms: 3,000 + 35.
    meter.change(by: 3, at: .start + .milliseconds(100), as: count, lane: 2, in: &ledger)
    meter.change(by: 2, at: .start + .milliseconds(1100), as: count, lane: 2, in: &ledger)
    meter.settle(at: .start + .milliseconds(1107), as: count, lane: 2, in: &ledger)
    meter.settle(at: .start + .milliseconds(1107), as: count, lane: 2, in: &ledger)
    #expect(meter.level == 5)
    #expect(meter.integral == 3035)
    let page = Count.rows * Count.lanes
    let place = page + count.row * Count.lanes + 2
    #expect(ledger.copyOfCounts()[place] == 3035)
    #expect(ledger.copyOfCounts().reduce(0, +) == 3035)
  }

  @Test("A level that lasts over a turn of the page is split between the pages")
  func pages() {
    var ledger = Ledger(months: 2, years: 1)
    var meter = LevelMeter()
    let count = Count(.beds, 31)
    ledger.turn(toMonth: 1, year: 1)
    meter.change(by: 1, at: .start, as: count, lane: 0, in: &ledger)
    meter.settle(at: .start + .hours(2), as: count, lane: 0, in: &ledger)
    ledger.turn(toMonth: 2, year: 1)
    meter.settle(at: .start + .hours(5), as: count, lane: 0, in: &ledger)
    let counts = ledger.copyOfCounts()
    let hours = (0...2).map {
      counts[($0 * Count.rows + count.row) * Count.lanes] / 3_600_000
    }
    #expect(hours == [0, 2, 3])
  }
}
