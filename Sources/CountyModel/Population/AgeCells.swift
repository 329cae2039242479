import Geography

/// Where the people of each settlement and age band stand in a year: the first row, and how many.
struct AgeCells {
  /// `[settlement][band]`.
  private let firsts: [Int]
  private let counts: [Int]

  /// The cells of a ladder after a number of New Years; its rows come after `first` others.
  init(_ ladder: AgeLadder, newYears: Int, after first: Int = 0) {
    let rows = (0..<ladder.settlements * AgeBand.count).map {
      ladder.rows(of: $0 / AgeBand.count, band: $0 % AgeBand.count, newYears: newYears)
    }
    firsts = rows.map { first + $0.lowerBound }
    counts = rows.map(\.count)
  }

  /// Rows of a settlement and age band, the dead among them.
  func count(in settlement: SettlementID, band: Int) -> Int {
    counts[settlement.row * AgeBand.count + band]
  }

  /// Place of a person among those of the same settlement and age band, from 0.
  func place(of person: PersonID, in settlement: SettlementID, band: Int) -> Int {
    person.row - firsts[settlement.row * AgeBand.count + band]
  }

  /// A row of a settlement and age band, for a word of chance; the cell must not be empty.
  func person(in settlement: SettlementID, band: Int, word: UInt32) -> PersonID {
    let cell = settlement.row * AgeBand.count + band
    let offset = Int(truncatingIfNeeded: (UInt64(word) &* UInt64(counts[cell])) &>> 32)
    return PersonID(row: firsts[cell] + offset)
  }

  /// Age band of somebody of a settlement; those born since New Year are in the first.
  func band(of person: PersonID, in home: SettlementID) -> Int {
    let cell = home.row * AgeBand.count
    for band in 1..<AgeBand.count {
      let first = firsts[cell + band]
      if person.row >= first, person.row < first + counts[cell + band] { return band }
    }
    return 0
  }
}
