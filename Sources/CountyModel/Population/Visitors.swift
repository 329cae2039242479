import Engine
import Geography

/// Who comes home for the Spring Festival: registered in the county, at work elsewhere.
///
/// Their rows stand behind those of all residents, by settlement and age as residents do. No row
/// changes when the festival comes or goes: visitors are away, and the date says when they are home.
/// They grow older and come no more from 65 on; as many are born each year as are of one of the first
/// years of age, and these come from the next festival on.
struct Visitors: ~Copyable {
  private let lent = LentInPlace()
  /// Row of the first visitor; those before are residents.
  let first: Int
  private let ladder: AgeLadder
  /// Numbers by which they address luck, of their home and of their age band on the first day or of
  /// the newborn: `[settlement][band]`.
  private let names: [UInt64]
  private var cells: AgeCells
  /// Those who are alive and come to this year's festival.
  private(set) var count = 0

  /// The visitors of a county in a run with so many New Years; their rows come after `first` others.
  init(_ plan: CountyPlan, after first: Int, newYears: Int) {
    let share = plan.inputs.population.festivalReturn
    let county = plan.map.residentsByAge
    let ages = plan.map.settlements.map {
      Self.ages(of: Int((Double($0.residents) * share).rounded()), in: county)
    }
    var ladder = AgeLadder(
      ages,
      room: ages.map { bands in
        (0..<newYears).reduce(0) { $0 + Self.births(inYear: $1, like: bands[0]) }
      }
    )
    for year in 0..<newYears {
      for (home, bands) in ages.enumerated() {
        for _ in 0..<Self.births(inYear: year, like: bands[0]) { _ = ladder.bear(in: home) }
      }
      ladder.turnYear()
    }
    // Numbers of a home's residents end before.
    names = plan.map.settlements.flatMap { home in
      (0...AgeBand.count).map { StableName.number(of: home.id, AgeBand.count + 1 + $0) }
    }
    cells = AgeCells(ladder, newYears: 0, after: first)
    self.first = first
    self.ladder = ladder
    count = ages.reduce(0) { $0 + $1.reduce(0, +) }
  }

  /// Age bands of those who come: before 65 there is work, or parents at work, to come home from.
  static let bands = 0..<(AgeBand.lowestAges.firstIndex(of: 65) ?? AgeBand.count)

  /// So many people by age band, as old as those of the county in the same bands.
  private static func ages(of people: Int, in county: [Int]) -> [Int] {
    let young = county.enumerated().map { bands.contains($0) ? $1 : 0 }
    let all = max(1, young.reduce(0, +))
    var (below, assigned) = (0, 0)
    return young.map { residents in
      below += residents
      // The boundaries are rounded, so nobody is lost.
      let before = assigned
      assigned = people * below / all
      return assigned - before
    }
  }

  /// Births in a year of the run: the children of the first band, spread over its years of age.
  private static func births(inYear year: Int, like children: Int) -> Int {
    let years = AgeBand.lowestAges[1]
    let turn = year % years
    return children * (turn + 1) / years - children * turn / years
  }

  /// One past the last row.
  var end: Int { first + ladder.rows }

  /// Whether a row is a visitor's.
  func include(_ person: PersonID) -> Bool { person.row >= first }

  /// Rows of those who belong to a settlement, from the oldest to those yet to be born.
  func rows(in settlement: Int) -> Range<Int> {
    let rows = ladder.rows(of: settlement)
    return first + rows.lowerBound..<first + rows.upperBound
  }

  /// Rows of a settlement and age band after a number of New Years.
  func rows(in settlement: Int, band: Int, newYears: Int) -> Range<Int> {
    let rows = ladder.rows(of: settlement, band: band, newYears: newYears)
    return first + rows.lowerBound..<first + rows.upperBound
  }

  /// Visitors of a settlement and age band who come this year, the dead among them.
  func count(in settlement: SettlementID, band: Int) -> Int {
    Self.bands.contains(band) ? cells.count(in: settlement, band: band) : 0
  }

  /// The same after a number of New Years.
  func count(in settlement: Int, band: Int, newYears: Int) -> Int {
    Self.bands.contains(band) ? rows(in: settlement, band: band, newYears: newYears).count : 0
  }

  /// A visitor of a settlement and age band, for a word of chance; the cell must not be empty.
  func person(in settlement: SettlementID, band: Int, word: UInt32) -> PersonID {
    cells.person(in: settlement, band: band, word: word)
  }

  /// Where a visitor comes home to.
  func home(of person: PersonID) -> SettlementID {
    SettlementID(row: ladder.settlement(of: person.row - first))
  }

  /// Age band of a visitor to a settlement this year.
  func band(of person: PersonID, in home: SettlementID) -> Int { cells.band(of: person, in: home) }

  /// Place of a visitor among those of the same settlement and age band, from 0.
  func place(of person: PersonID, in settlement: SettlementID, band: Int) -> Int {
    cells.place(of: person, in: settlement, band: band)
  }

  /// The number by which a visitor addresses luck; others who are added or left out do not move it.
  ///
  /// - Complexity: O(age bands)
  func luck(of person: PersonID, in home: SettlementID) -> UInt64 {
    let (band, place) = ladder.cohort(of: person.row - first, in: home.row)
    return names[home.row * (AgeBand.count + 1) + band] &+ UInt64(place)
  }

  /// Turns to the ages after a number of New Years, when so many of those who would come are dead.
  mutating func turn(toYear newYears: Int, dead: Int) {
    cells = AgeCells(ladder, newYears: newYears, after: first)
    count = -dead
    for home in 0..<ladder.settlements {
      for band in Self.bands { count += cells.count(in: SettlementID(row: home), band: band) }
    }
  }

  /// One of those who come has died.
  mutating func lose() { count -= 1 }
}

extension Residents.Resident {
  /// Whether a need drawn for the person is somebody's; none is drawn for visitors but in the
  /// festival week.
  var hasNeeds: Bool {
    traits.contains(.visitor) ? health.life == .away : health.isPresent
  }
}
