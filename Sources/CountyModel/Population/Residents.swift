import Engine
import Geography
import Probability

/// The residents, as columns: who they are, how they are and what they remember.
///
/// Behind them stand those who come home for the Spring Festival. They have rows like anybody, and
/// are no residents: nobody who is counted, registered or under contract is one of them.
struct Residents: ~Copyable {
  /// A resident in sixteen bytes.
  struct Resident: BitwiseCopyable {
    /// Facility used last, counted from 1; 0 when none has been used.
    var usual: UInt16
    /// Where in the order of willingness to sign a contract the person stands, 0 to 65,535.
    var contractRank: UInt16
    var traits: Traits
    /// Year of the benefit accounts, from the start of the run, and stays in it: 6 and 2 bits.
    var period: UInt8
    /// Whether the person is there, and chronic disease.
    var health: Health
    /// The last visit to the usual facility.
    var memory = VisitMemory()
    /// Accounts of that year.
    var benefits: BenefitYear
  }

  /// Facts about a resident; the key group follows age, the others do not change in a run.
  ///
  /// The fifth of income stands in three bits from the third on.
  struct Traits: OptionSet, BitwiseCopyable {
    let rawValue: UInt8
    static let employee = Traits(rawValue: 1)
    static let keyGroup = Traits(rawValue: 2)
    /// Comes home for the Spring Festival only.
    static let visitor = Traits(rawValue: 1 << 5)

    var income: IncomeFifth {
      get { IncomeFifth(rawValue: rawValue &>> 2 & 7) ?? .poorest }
      set { self = Traits(rawValue: rawValue & ~(7 &<< 2) | newValue.rawValue &<< 2) }
    }
  }

  private let lent = LentInPlace()
  /// Who is born, dies and moves, by row.
  let vital: VitalEvents
  private var people: Column<PersonID, Resident>
  private let ladder: AgeLadder
  /// Who comes home for the Spring Festival.
  private(set) var visitors: Visitors
  /// Numbers by which people address their luck: of their home and of their age band on the first
  /// day, or of the newborn, `[settlement][band]`.
  private let names: [UInt64]
  private let keyGroupByAge: [Double]
  /// Where each settlement and age band stands this year.
  private var cells: AgeCells
  /// New Years since the run began.
  private(set) var newYears = 0
  /// Those present, by state of each disease: `[disease][state]`.
  private var states: [Int]
  /// Asked once: the list of cases is made anew at every call.
  private static let stateCount = ChronicState.allCases.count
  /// Registrations gained less those lost because people came, left or died.
  private(set) var registeredThroughLife = 0
  /// Residents who are there.
  private(set) var present = 0
  /// The same by fifth of income.
  private(set) var presentByIncome = IncomeFifth.allCases.map { _ in 0 }
  /// Disposable income of each fifth, whole yuan a head and year.
  let incomes: [Int64]

  init(_ plan: CountyPlan, streams: inout RandomStreams) {
    let inputs = plan.inputs.population
    keyGroupByAge = inputs.keyGroupByAge
    incomes = inputs.incomeBands.map { Int64($0.rounded()) }
    let all = Double(max(1, plan.map.residentsByAge.reduce(0, +)))
    let births = zip(plan.map.residentsByAge, inputs.birthsByAge).reduce(0.0) {
      $0 + Double($1.0) * $1.1 / 1000
    }
    var ladder = AgeLadder(plan.map.settlements, birthRate: births / all)
    vital = VitalEvents(
      days: plan.clock.dayIndex(at: plan.horizon) + 1,
      clock: plan.clock,
      rates: plan.vitalRates,
      ladder: &ladder,
      streams: &streams
    )
    self.ladder = ladder
    cells = AgeCells(ladder, newYears: 0)
    names = plan.map.settlements.flatMap { home in
      (0...AgeBand.count).map { StableName.number(of: home.id, $0) }
    }
    states = Array(repeating: 0, count: ChronicDisease.allCases.count * ChronicState.allCases.count)
    let nobody = Resident(
      usual: 0,
      contractRank: 0,
      traits: [],
      period: 0,
      health: Health(),
      benefits: BenefitYear()
    )
    let newYears = vital.newYears.last ?? 0
    visitors = Visitors(plan, after: ladder.rows, newYears: newYears)
    people = Column(repeating: nobody, count: visitors.end)
    let fifths = IncomeLadder(plan)
    for settlement in 0..<ladder.settlements {
      let home = SettlementID(row: settlement)
      let setting = plan.map.settlements[settlement].setting
      for row in ladder.rows(of: settlement) {
        draw(row, in: home, inputs, streams: streams)
        settle(row, in: home, fifths, setting, streams: streams)
      }
      for row in visitors.rows(in: settlement) {
        draw(row, in: home, inputs, streams: streams)
        settle(row, in: home, fifths, setting, streams: streams)
        people[PersonID(row: row)].traits.insert(.visitor)
        people[PersonID(row: row)].health.life = .away
      }
      for row in ladder.firstRows(of: settlement) {
        people[PersonID(row: row)].health.life = .present
        presentByIncome[people[PersonID(row: row)].traits.income.lane] += 1
      }
      present += ladder.firstRows(of: settlement).count
    }
    for disease in ChronicDisease.allCases.indices {
      states[disease * ChronicState.allCases.count] = present
    }
    for settlement in 0..<ladder.settlements {
      for band in 0..<AgeBand.count {
        let rows = ladder.rows(of: settlement, band: band, newYears: 0)
        regroup(rows, in: SettlementID(row: settlement), band, streams: streams)
      }
      // Those yet to be born are in the youngest band.
      let unborn =
        ladder.firstRows(of: settlement)
        .upperBound..<ladder.rows(of: settlement)
        .upperBound
      regroup(unborn, in: SettlementID(row: settlement), 0, streams: streams)
    }
  }

  /// The number by which a person addresses luck; others who are added or left out do not move it.
  ///
  /// - Complexity: O(age bands)
  func luck(of person: PersonID) -> UInt64 { luck(of: person, in: home(of: person)) }

  /// The same where the person's home is known.
  ///
  /// - Complexity: O(age bands)
  func luck(of person: PersonID, in home: SettlementID) -> UInt64 {
    if visitors.include(person) { return visitors.luck(of: person, in: home) }
    let (band, place) = ladder.cohort(of: person.row, in: home.row)
    return names[home.row * (AgeBand.count + 1) + band] &+ UInt64(place)
  }

  /// The rows of an age band this year, cut where the first age bands met; each piece comes with
  /// the luck of its first row, from which that of the others counts up.
  func pieces(in settlement: Int, band: Int) -> [(rows: Range<Int>, luck: UInt64)] {
    let rows = ladder.rows(of: settlement, band: band, newYears: newYears)
    var pieces: [(rows: Range<Int>, luck: UInt64)] = []
    var first = rows.lowerBound
    while first < rows.upperBound {
      let end = min(rows.upperBound, ladder.endOfCohort(of: first, in: settlement))
      let name = luck(of: PersonID(row: first), in: SettlementID(row: settlement))
      pieces.append((first..<end, name))
      first = end
    }
    return pieces
  }

  /// The number by which a settlement addresses luck.
  func name(of home: SettlementID) -> UInt64 { names[home.row * (AgeBand.count + 1)] }

  private mutating func draw(
    _ row: Int,
    in home: SettlementID,
    _ inputs: PopulationInputs,
    streams: borrowing RandomStreams
  ) {
    let person = PersonID(row: row)
    let words = streams.words(at: Purpose.traits.at(luck(of: person, in: home)))
    people[person].contractRank = UInt16(truncatingIfNeeded: words.x &>> 16)
    if RandomStreams.unit(words.y) < inputs.employeeShare {
      people[person].traits.insert(.employee)
    }
  }

  /// Draws the fifth of income, from the person's own luck.
  private mutating func settle(
    _ row: Int,
    in home: SettlementID,
    _ fifths: IncomeLadder,
    _ setting: Setting,
    streams: borrowing RandomStreams
  ) {
    let person = PersonID(row: row)
    let rank = streams.uniform(at: Purpose.income.at(luck(of: person, in: home)))
    people[person].traits.income = fifths.fifth(of: rank, in: setting)
  }

  /// Decides who of an age band belongs to the key groups, by each person's own luck.
  private mutating func regroup(
    _ rows: Range<Int>,
    in home: SettlementID,
    _ band: Int,
    streams: borrowing RandomStreams
  ) {
    for row in rows {
      let person = PersonID(row: row)
      let words = streams.words(at: Purpose.traits.at(luck(of: person, in: home)))
      if RandomStreams.unit(words.z) < keyGroupByAge[band] {
        people[person].traits.insert(.keyGroup)
      } else {
        people[person].traits.remove(.keyGroup)
      }
    }
  }

  /// Everybody is a year older: boundaries move, and those who cross one change their group.
  mutating func turnYear(streams: borrowing RandomStreams) {
    newYears += 1
    for settlement in 0..<ladder.settlements {
      for band in 1..<AgeBand.count {
        let before = ladder.rows(of: settlement, band: band, newYears: newYears - 1)
        let after = ladder.rows(of: settlement, band: band, newYears: newYears)
        let crossing = max(before.upperBound, after.lowerBound)..<after.upperBound
        regroup(crossing, in: SettlementID(row: settlement), band, streams: streams)
      }
    }
    cells = AgeCells(ladder, newYears: newYears)
    let dead = deadVisitors()
    visitors.turn(toYear: newYears, dead: dead)
  }

  /// Of those who would come home this year, the dead.
  ///
  /// - Complexity: O(visitors), once a year
  private func deadVisitors() -> Int {
    var dead = 0
    for settlement in 0..<ladder.settlements {
      for band in Visitors.bands {
        for row in visitors.rows(in: settlement, band: band, newYears: newYears)
        where people[PersonID(row: row)].health.life == .dead { dead += 1 }
      }
    }
    return dead
  }

  /// Rows in all: the present, the dead, those away, those yet to be born, and visitors.
  var count: Int { people.count }

  /// One person; reading is a copy, writing is in place.
  subscript(_ person: PersonID) -> Resident {
    get { people[person] }
    _modify { yield &people[person] }
  }

  /// Asks for a person who will soon be read or changed, and does not wait.
  func fetch(_ person: PersonID) { people.fetch(person) }

  /// Lets somebody come, go or die; the books of the present follow.
  mutating func turn(_ person: PersonID, to life: Health.Life) {
    let before = people[person].health
    guard before.life != life else { return }
    let step = (life == .present ? 1 : 0) - (before.life == .present ? 1 : 0)
    present += step
    presentByIncome[people[person].traits.income.lane] += step
    for disease in ChronicDisease.allCases {
      states[place(of: disease, before[disease])] += step
      if before[disease].isManaged { registeredThroughLife += step }
    }
    people[person].health.life = life
    if visitors.include(person), life == .dead { visitors.lose() }
  }

  /// Changes the state of a disease; the books count those present.
  mutating func turn(_ person: PersonID, _ disease: ChronicDisease, to state: ChronicState) {
    let before = people[person].health
    if before.isPresent {
      states[place(of: disease, before[disease])] -= 1
      states[place(of: disease, state)] += 1
    }
    people[person].health[disease] = state
  }

  /// Those present who are in a state of a disease.
  func count(_ disease: ChronicDisease, _ state: ChronicState) -> Int {
    states[place(of: disease, state)]
  }

  private func place(of disease: ChronicDisease, _ state: ChronicState) -> Int {
    Int(disease.rawValue) * Self.stateCount + Int(state.rawValue)
  }

  /// Counts the present residents of a kind.
  ///
  /// - Complexity: O(residents)
  func count(where holds: (Resident) -> Bool) -> Int { count(0..<people.count, where: holds) }

  /// Counts the present residents of a kind in a settlement.
  ///
  /// - Complexity: O(rows of the settlement)
  func count(in settlement: Int, where holds: (Resident) -> Bool) -> Int {
    count(rows(in: settlement), where: holds)
  }

  private func count(_ rows: Range<Int>, where holds: (Resident) -> Bool) -> Int {
    rows.reduce(0) { count, row in
      let one = people[PersonID(row: row)]
      return one.health.isPresent && holds(one) ? count + 1 : count
    }
  }

  /// Place of a person among those of the same settlement and age band, from 0; visitors come after
  /// the residents.
  func place(of person: PersonID, in settlement: SettlementID, band: Int) -> Int {
    if visitors.include(person) {
      return cells.count(in: settlement, band: band)
        + visitors.place(of: person, in: settlement, band: band)
    }
    return cells.place(of: person, in: settlement, band: band)
  }

  /// Rows of a settlement and age band after a number of New Years.
  func rows(in settlement: Int, band: Int, newYears: Int) -> Range<Int> {
    ladder.rows(of: settlement, band: band, newYears: newYears)
  }

  /// Rows of a settlement, from the oldest to the newborn.
  func rows(in settlement: Int) -> Range<Int> { ladder.rows(of: settlement) }

  /// A row of a settlement and age band, for a word of chance; the cell must not be empty.
  ///
  /// Whoever has the row may be dead or away: the need is then nobody's.
  func person(in settlement: SettlementID, band: Int, word: UInt32) -> PersonID {
    cells.person(in: settlement, band: band, word: word)
  }

  /// Where somebody lives or, a visitor, comes home to.
  func home(of person: PersonID) -> SettlementID {
    if visitors.include(person) { return visitors.home(of: person) }
    return SettlementID(row: ladder.settlement(of: person.row))
  }

  /// Age band of somebody of a settlement this year; those born since New Year are in the first.
  func band(of person: PersonID, in home: SettlementID) -> Int {
    visitors.include(person)
      ? visitors.band(of: person, in: home) : cells.band(of: person, in: home)
  }
}
