import Geography

/// Where the residents of each settlement stand by age: one row per person, the oldest first.
///
/// Births are appended behind the youngest, so that a year of age moves boundaries and no person.
/// Ages are those of the last 1 January; the rows of the dead stay in their cohort and answer no
/// call. Boundaries hold for every policy: births are decided by rows, not by who is alive.
struct AgeLadder {
  /// Years of age told apart; the last band is open above.
  private static let oldest = AgeBand.lowestAges[AgeBand.count - 1]
  /// Years of births for which rows are kept; a longer run has no newborns after them.
  static let yearsOfRoom = 20

  /// First row of each settlement, and one past the last.
  private let blocks: [Int]
  /// First rows of the cohorts, `[settlement][place]`.
  ///
  /// The open band, then one per year of age down to 0, then one past the youngest; each New Year
  /// appends one.
  private var starts: [[Int]]
  /// Next free row of each settlement.
  private var next: [Int]

  /// Lays the residents out, with room for births at a rate per resident and year.
  init(_ settlements: [Settlement], birthRate: Double) {
    var blocks = [0]
    var starts: [[Int]] = []
    var next: [Int] = []
    for settlement in settlements {
      var row = blocks[blocks.count - 1]
      var own = [row]
      for band in (0..<AgeBand.count).reversed() {
        let people = settlement.residentsByAge[band]
        let years = band == AgeBand.count - 1 ? 1 : Self.years(of: band)
        // Spread evenly over the years of the band; the boundaries are rounded, so nobody is lost.
        for year in 1...years { own.append(row + people * year / years) }
        row += people
      }
      starts.append(own)
      next.append(row)
      let births = Double(settlement.residents) * birthRate * Double(Self.yearsOfRoom)
      blocks.append(row + Int((births * 1.3).rounded(.up)) + Self.yearsOfRoom)
    }
    self.blocks = blocks
    self.starts = starts
    self.next = next
  }

  /// Rows in all, those kept for births included.
  var rows: Int { blocks[blocks.count - 1] }

  /// Settlements.
  var settlements: Int { starts.count }

  /// Rows of a settlement that have been given to somebody.
  func rows(of settlement: Int) -> Range<Int> { blocks[settlement]..<next[settlement] }

  /// Rows of the first day, births not included.
  func firstRows(of settlement: Int) -> Range<Int> {
    blocks[settlement]..<starts[settlement][Self.oldest + 1]
  }

  /// Rows of an age band after a number of New Years.
  func rows(of settlement: Int, band: Int, newYears: Int) -> Range<Int> {
    let own = starts[settlement]
    let last = own[Self.oldest + 1 - AgeBand.lowestAges[band] + newYears]
    guard band < AgeBand.count - 1 else { return own[0]..<last }
    return own[Self.oldest + 1 - AgeBand.lowestAges[band + 1] + newYears]..<last
  }

  /// The settlement a row belongs to.
  ///
  /// - Complexity: O(log settlements)
  func settlement(of row: Int) -> Int {
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if blocks[middle] <= row { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Home, first age band and place in it of whoever has a row; those born in the run have the band
  /// after the last.
  ///
  /// - Complexity: O(log settlements + age bands)
  func cohort(of row: Int) -> (settlement: Int, band: Int, place: Int) {
    let settlement = settlement(of: row)
    for band in 0..<AgeBand.count {
      let rows = rows(of: settlement, band: band, newYears: 0)
      if rows.contains(row) { return (settlement, band, row - rows.lowerBound) }
    }
    return (settlement, AgeBand.count, row - firstRows(of: settlement).upperBound)
  }

  /// One past the last row that was in a row's age band on the first day.
  func endOfCohort(of row: Int, in settlement: Int) -> Int {
    for band in (0..<AgeBand.count).reversed() {
      let end = rows(of: settlement, band: band, newYears: 0).upperBound
      if row < end { return end }
    }
    return blocks[settlement + 1]
  }

  /// Gives a newborn a row; `nil` when the room is used up.
  mutating func bear(in settlement: Int) -> Int? {
    guard next[settlement] < blocks[settlement + 1] else { return nil }
    next[settlement] += 1
    return next[settlement] - 1
  }

  /// Closes the year: its newborn become a cohort.
  mutating func turnYear() {
    for settlement in starts.indices { starts[settlement].append(next[settlement]) }
  }

  private static func years(of band: Int) -> Int {
    AgeBand.lowestAges[band + 1] - AgeBand.lowestAges[band]
  }
}
