import Engine

/// Everything that is counted, by month; integers, so that sums do not depend on order.
///
/// Month 0 is the warm-up and is never reported.
struct Ledger: ~Copyable {
  private let lent = LentInPlace()
  private var counts: Column<LedgerCell, Int64>
  private var histograms: [WaitHistogram]
  private let months: Int
  private var monthBase = 0
  private var yearBase = 0
  private let years: Int

  init(months: Int, years: Int) {
    self.months = months
    self.years = years
    counts = Column(repeating: 0, count: (months + 1) * Count.rows * Count.lanes)
    histograms = Array(
      repeating: WaitHistogram(),
      count: (years + 1) * HistogramLine.allCases.count * Count.lanes
    )
  }

  /// Turns the page: counts go to `month` of `year` from here on; 0 is the warm-up.
  mutating func turn(toMonth month: Int, year: Int) {
    precondition(month <= months && year <= years, "past the last page of the ledger")
    monthBase = month * Count.rows * Count.lanes
    yearBase = year * HistogramLine.allCases.count * Count.lanes
  }

  /// Adds to a count.
  mutating func add(_ count: Count, lane: Int = 0, _ amount: Int64 = 1) {
    counts[LedgerCell(row: monthBase + count.row * Count.lanes + lane)] += amount
  }

  /// Sets a level, such as a rate in force.
  mutating func set(_ count: Count, lane: Int = 0, to amount: Int64) {
    counts[LedgerCell(row: monthBase + count.row * Count.lanes + lane)] = amount
  }

  /// A count over all pages, warm-up included.
  func total(of count: Count, lane: Int) -> Int64 {
    (0...months).reduce(0) { total, page in
      let row = page * Count.rows * Count.lanes + count.row * Count.lanes + lane
      return total + counts[LedgerCell(row: row)]
    }
  }

  /// Enters one waiting time.
  mutating func enter(_ wait: SimDuration, in line: HistogramLine, lane: Int = 0) {
    histograms[yearBase + line.rawValue * Count.lanes + lane].add(wait)
  }

  /// A count over all months and lanes, warm-up included.
  func total(of count: Count) -> Int64 {
    (0...months).reduce(0) { sum, page in
      let first = (page * Count.rows + count.row) * Count.lanes
      return (first..<first + Count.lanes).reduce(sum) { $0 + counts[LedgerCell(row: $1)] }
    }
  }

  /// Copies the counts out, warm-up included.
  func copyOfCounts() -> [Int64] {
    (0..<counts.count).map { counts[LedgerCell(row: $0)] }
  }

  /// Copies the histograms out, warm-up included.
  func copyOfHistograms() -> [WaitHistogram] { histograms }
}

/// One cell of the ledger.
struct LedgerCell: RowID {
  private let raw: UInt32
  var row: Int { Int(raw) }
  init(row: Int) { raw = UInt32(truncatingIfNeeded: row) }
}
