import Engine
import Geography
import Glibc
import Probability

/// What can happen to who is a resident.
enum VitalKind: UInt8, CaseIterable { case birth, death, leaving, comingBack }

/// Births, deaths and moves that fall due, decided before the first day by row.
///
/// Each is a candidate: a birth needs a parent who is still there, a death somebody alive. So the
/// list is the same under every policy, and the county decides on the day who answers it.
struct VitalEvents {
  /// One candidate.
  struct VitalCandidate: BitwiseCopyable {
    let kind: VitalKind
    /// Who is born, dies or moves.
    let person: PersonID
    /// The parent of a newborn; otherwise the person.
    let parent: PersonID
  }

  private var all: [VitalCandidate] = []
  /// First candidate of each day, and one past the last day's.
  private var firstOfDay: [Int] = [0]
  /// New Years passed by the end of each day.
  let newYears: [Int]

  /// Candidates of a day; none after the horizon.
  func onDay(_ day: Int) -> ArraySlice<VitalCandidate> {
    guard day + 1 < firstOfDay.count else { return [] }
    return all[firstOfDay[day]..<firstOfDay[day + 1]]
  }

  /// Lists the candidates of every day and lets the ladder grow with the births; rates are
  /// candidates a year and row, by kind and age band.
  init(
    days: Int,
    clock: WeekClock,
    rates: [VitalKind: [Double]],
    ladder: inout AgeLadder,
    streams: inout RandomStreams
  ) {
    var newYears: [Int] = []
    var year = clock.date(at: .start).year
    var passed = 0
    for day in 0..<days {
      let date = clock.date(at: clock.midnight(ofDay: day))
      if date.year != year {
        passed += 1
        year = date.year
      }
      newYears.append(passed)
    }
    self.newYears = newYears
    // The area under the rate that is left until the next candidate of each kind.
    var left = VitalKind.allCases.map { _ in 0.0 }
    var numbers = VitalKind.allCases.map { _ in UInt64(0) }
    for place in left.indices {
      left[place] = Self.gap(VitalKind.allCases[place], number: 0, streams: streams)
    }
    var cells: [VitalCells] = []
    for day in 0..<days {
      if day == 0 || newYears[day] != newYears[day - 1] {
        if day > 0 { ladder.turnYear() }
        cells = VitalKind.allCases.map {
          VitalCells(rates[$0] ?? [], ladder: ladder, newYears: newYears[day])
        }
      }
      for (place, kind) in VitalKind.allCases.enumerated() {
        let today = cells[place].perDay
        while left[place] < today {
          let words = streams.words(at: kind.who.at(numbers[place]))
          let row = cells[place].row(words, ladder: ladder, newYears: newYears[day])
          add(kind, row, to: &ladder)
          numbers[place] += 1
          left[place] += Self.gap(kind, number: numbers[place], streams: streams)
        }
        left[place] -= today
      }
      firstOfDay.append(all.count)
    }
  }

  private mutating func add(_ kind: VitalKind, _ row: Int, to ladder: inout AgeLadder) {
    let person = PersonID(row: row)
    guard kind == .birth else {
      return all.append(VitalCandidate(kind: kind, person: person, parent: person))
    }
    guard let newborn = ladder.bear(in: ladder.settlement(of: row)) else { return }
    all.append(VitalCandidate(kind: .birth, person: PersonID(row: newborn), parent: person))
  }

  /// A standard exponential number: gaps of a Poisson process of rate one.
  private static func gap(_ kind: VitalKind, number: UInt64, streams: borrowing RandomStreams)
    -> Double
  {
    -log(streams.uniform(at: kind.who.at(number, 1)))
  }
}

extension VitalKind {
  /// Whose luck it is.
  fileprivate var who: Purpose {
    switch self {
    case .birth: .birth
    case .death: .death
    case .leaving: .leaving
    case .comingBack: .comingBack
    }
  }
}

/// The cells of settlement and age band, weighted by how often something falls due there.
private struct VitalCells {
  private let cumulative: [Double]

  init(_ perYear: [Double], ladder: AgeLadder, newYears: Int) {
    var running = 0.0
    cumulative = (0..<ladder.settlements).flatMap { settlement in
      (0..<AgeBand.count).map { band in
        let rows = ladder.rows(of: settlement, band: band, newYears: newYears).count
        running += Double(rows) * perYear[band]
        return running
      }
    }
  }

  /// Candidates expected a day.
  var perDay: Double { (cumulative.last ?? 0) / 365.25 }

  /// A row for a block of chance; the first word finds the cell, the second the row in it.
  func row(_ words: SIMD4<UInt32>, ladder: AgeLadder, newYears: Int) -> Int {
    let aim = RandomStreams.unit(words.x) * (cumulative.last ?? 0)
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > aim { high = middle } else { low = middle + 1 }
    }
    let rows = ladder.rows(
      of: low / AgeBand.count,
      band: low % AgeBand.count,
      newYears: newYears
    )
    return rows.lowerBound + Int((UInt64(words.y) &* UInt64(rows.count)) &>> 32)
  }
}

extension CountyPlan {
  /// Candidates a year and row, by kind and age band.
  ///
  /// Deaths of strokes and infarctions come with those events and are left out here, so that all
  /// deaths together have the rates of the inputs.
  var vitalRates: [VitalKind: [Double]] {
    let inputs = inputs.population
    let events = risk.deathsByAge(conditions)
    return [
      .birth: inputs.birthsByAge.map { $0 / 1000 },
      .death: zip(inputs.deathsByAge, events).map { max(0, $0 / 1000 - $1) },
      .leaving: inputs.leavesByAge,
      .comingBack: inputs.leavesByAge.map { $0 > 0 ? inputs.comesBack : 0 },
    ]
  }
}
