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
  /// Settlement of every 128th row: from there it is a step or none to that of a row.
  private let guide: [UInt32]
  /// First rows of the cohorts, `[place][settlement]`.
  ///
  /// The open band, then one per year of age down to 0, then one past the youngest; each New Year
  /// appends one. One flat list: a list taken out of a list is counted for the while.
  private var starts: [Int]
  /// First row of each age band on the first day, then one past the youngest,
  /// `[settlement][band]`.
  private let firstDay: [Int]
  /// Next free row of each settlement.
  private var next: [Int]

  /// Lays the residents out, with room for births at a rate per resident and year.
  init(_ settlements: [Settlement], birthRate: Double) {
    self.init(
      settlements.map(\.residentsByAge),
      room: settlements.map {
        let births = Double($0.residents) * birthRate * Double(Self.yearsOfRoom)
        return Int((births * 1.3).rounded(.up)) + Self.yearsOfRoom
      }
    )
  }

  /// Lays people out, `[settlement][band]`, with rows kept for births in each settlement.
  init(_ settlements: [[Int]], room: [Int]) {
    var blocks = [0]
    let count = settlements.count
    var starts = Array(repeating: 0, count: (Self.oldest + 2) * count)
    var firstDay: [Int] = []
    var next: [Int] = []
    for (place, ages) in settlements.enumerated() {
      var row = blocks[blocks.count - 1]
      var own = [row]
      for band in (0..<AgeBand.count).reversed() {
        let people = ages[band]
        let years = band == AgeBand.count - 1 ? 1 : Self.years(of: band)
        // Spread evenly over the years of the band; the boundaries are rounded, so nobody is lost.
        for year in 1...years { own.append(row + people * year / years) }
        row += people
      }
      for (cohort, start) in own.enumerated() { starts[cohort * count + place] = start }
      for band in 0..<AgeBand.count - 1 {
        firstDay.append(own[Self.oldest + 1 - AgeBand.lowestAges[band + 1]])
      }
      firstDay += [own[0], row]
      next.append(row)
      blocks.append(row + room[place])
    }
    self.blocks = blocks
    var home = 0
    guide = stride(from: 0, to: max(1, blocks[count]), by: 128).map { row in
      while home < count - 1, blocks[home + 1] <= row { home += 1 }
      return UInt32(home)
    }
    self.starts = starts
    self.firstDay = firstDay
    self.next = next
  }

  /// Rows in all, those kept for births included.
  var rows: Int { blocks[blocks.count - 1] }

  /// Settlements.
  var settlements: Int { next.count }

  /// Rows of a settlement that have been given to somebody.
  func rows(of settlement: Int) -> Range<Int> { blocks[settlement]..<next[settlement] }

  /// Rows of the first day, births not included.
  func firstRows(of settlement: Int) -> Range<Int> {
    blocks[settlement]..<start(Self.oldest + 1, of: settlement)
  }

  /// Rows of an age band after a number of New Years.
  func rows(of settlement: Int, band: Int, newYears: Int) -> Range<Int> {
    let last = start(Self.oldest + 1 - AgeBand.lowestAges[band] + newYears, of: settlement)
    guard band < AgeBand.count - 1 else { return start(0, of: settlement)..<last }
    let first = Self.oldest + 1 - AgeBand.lowestAges[band + 1] + newYears
    return start(first, of: settlement)..<last
  }

  private func start(_ cohort: Int, of settlement: Int) -> Int {
    starts[cohort * settlements + settlement]
  }

  /// The settlement a row belongs to.
  func settlement(of row: Int) -> Int {
    var home = Int(guide[row >> 7])
    while home < settlements - 1, blocks[home + 1] <= row { home += 1 }
    return home
  }

  /// First age band and place in it of whoever has a row of a settlement; those born in the run have
  /// the band after the last.
  ///
  /// - Complexity: O(age bands)
  func cohort(of row: Int, in settlement: Int) -> (band: Int, place: Int) {
    let first = settlement * (AgeBand.count + 1)
    let youngest = firstDay[first + AgeBand.count]
    guard row < youngest else { return (AgeBand.count, row - youngest) }
    // The youngest come last: the first band that begins at or before the row has it.
    for band in 0..<AgeBand.count where row >= firstDay[first + band] {
      return (band, row - firstDay[first + band])
    }
    preconditionFailure("row \(row) is not of settlement \(settlement)")
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
    starts += next
  }

  private static func years(of band: Int) -> Int {
    AgeBand.lowestAges[band + 1] - AgeBand.lowestAges[band]
  }
}
