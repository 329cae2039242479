import Engine
import Geography
import Probability

/// The residents, as columns: who they are and what they remember.
struct Residents: ~Copyable {
  /// A resident in eight bytes and a bit.
  struct Resident: BitwiseCopyable {
    /// Facility used last, counted from 1; 0 when none has been used.
    var usual: UInt16
    /// Where in the order of willingness to sign a contract the person stands, 0 to 65,535.
    var contractRank: UInt16
    /// Inpatient stays in the year below.
    var stays: UInt8
    var traits: Traits
    /// Year of the accumulators, from the start of the run.
    var year: UInt8
    /// Outpatient reimbursement at grassroots this year, fen.
    var outpatientPaid: UInt32
  }

  /// Facts about a resident that do not change in a run.
  struct Traits: OptionSet, BitwiseCopyable {
    let rawValue: UInt8
    static let employee = Traits(rawValue: 1)
    static let keyGroup = Traits(rawValue: 2)
  }

  private var people: Column<PersonID, Resident>
  /// First person of each settlement and age band.
  private let firstPerson: [Int]
  private let counts: [Int]

  init(of map: CountyMap, inputs: PopulationInputs, streams: inout RandomStreams) {
    var firstPerson: [Int] = []
    var counts: [Int] = []
    var next = 0
    for settlement in map.settlements {
      for band in 0..<AgeBand.count {
        firstPerson.append(next)
        counts.append(settlement.residentsByAge[band])
        next += settlement.residentsByAge[band]
      }
    }
    self.firstPerson = firstPerson
    self.counts = counts
    let nobody = Resident(
      usual: 0,
      contractRank: 0,
      stays: 0,
      traits: [],
      year: 0,
      outpatientPaid: 0
    )
    people = Column(repeating: nobody, count: next)
    for (cell, first) in firstPerson.enumerated() {
      let band = cell % AgeBand.count
      for row in first..<(first + counts[cell]) {
        let words = streams.words(at: Purpose.traits.at(UInt64(row)))
        let person = PersonID(row: row)
        people[person].contractRank = UInt16(truncatingIfNeeded: words.x &>> 16)
        var traits: Traits = []
        if RandomStreams.unit(words.y) < inputs.employeeShare { traits.insert(.employee) }
        if RandomStreams.unit(words.z) < inputs.keyGroupByAge[band] { traits.insert(.keyGroup) }
        people[person].traits = traits
      }
    }
  }

  /// Residents in all.
  var count: Int { people.count }

  /// One person; reading is a copy, writing is in place.
  subscript(_ person: PersonID) -> Resident {
    get { people[person] }
    _modify { yield &people[person] }
  }

  /// Residents of a settlement and age band.
  func count(in settlement: SettlementID, band: Int) -> Int {
    counts[settlement.row * AgeBand.count + band]
  }

  /// A person of a settlement and age band, for a word of chance; the cell must not be empty.
  func person(in settlement: SettlementID, band: Int, word: UInt32) -> PersonID {
    let cell = settlement.row * AgeBand.count + band
    let offset = Int(truncatingIfNeeded: (UInt64(word) &* UInt64(counts[cell])) &>> 32)
    return PersonID(row: firstPerson[cell] + offset)
  }
}
