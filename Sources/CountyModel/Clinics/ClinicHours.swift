import Engine
import Geography

/// What began at the hospital and township clinics, by hour and kind of day, and who was there.
///
/// Village and private clinics have one physician or two and are left out.
struct ClinicHours: ~Copyable {
  /// Consultations of patients who came in one hour.
  struct Tally: BitwiseCopyable {
    var begun: Int32 = 0
    /// Those who found no physician free.
    var waited: Int32 = 0
    /// Milliseconds of consultation.
    var work: Int64 = 0

    mutating func add(_ minutes: Double, after wait: SimDuration) {
      begun += 1
      if wait > .zero { waited += 1 }
      work += Int64(minutes * 60_000)
    }
  }

  /// Clinics that are like each other.
  enum Group: Int, CaseIterable { case county, township }

  /// A day's kind: staff and crowd differ between workdays, Saturdays and Sundays.
  static let kinds = 3

  private let lent = LentInPlace()
  private var tallies: Column<ClinicHourID, Tally>
  /// Place of each clinic here, by clinic; the others are not watched.
  private let places: [Int?]
  /// The watched clinics, in their places.
  let clinics: [ClinicID]
  let groups: [Group]
  private var staff: [Int64]
  private var days = [Int](repeating: 0, count: ClinicHours.kinds)
  private var kind = 0
  private var today: [Int64]
  /// Daily totals by group and kind: days, sum, sum of squares.
  private var totals: [SIMD3<Double>]

  init(_ table: [FacilityTable.Clinic]) {
    let watched = table.indices.filter { Self.group(of: table[$0].kind) != nil }
    clinics = watched.map { ClinicID(row: $0) }
    groups = watched.compactMap { Self.group(of: table[$0].kind) }
    places = table.indices.map { watched.firstIndex(of: $0) }
    tallies = Column(repeating: Tally(), count: max(1, watched.count * Self.kinds * 24))
    staff = Array(repeating: 0, count: watched.count * Self.kinds)
    today = Array(repeating: 0, count: Group.allCases.count)
    totals = Array(repeating: .zero, count: Group.allCases.count * Self.kinds)
  }

  private static func group(of kind: FacilityKind) -> Group? {
    switch kind.tier {
    case .county: .county
    case .township: .township
    default: nil
    }
  }

  /// Books a consultation.
  mutating func begin(
    at clinic: ClinicID,
    came: SimInstant,
    after wait: SimDuration,
    minutes: Double
  ) {
    guard let place = places[clinic.row] else { return }
    // Runs begin at midnight.
    let hour = Int(came.milliseconds / 3_600_000 % 24)
    let id = ClinicHourID(row: (place * Self.kinds + kind) * 24 + hour)
    tallies[id].add(minutes, after: wait)
    today[groups[place].rawValue] += 1
  }

  /// Closes yesterday's books; the first time there is no yesterday.
  mutating func turn(toWeekday weekday: Int) {
    for group in Group.allCases where today[group.rawValue] > 0 {
      let count = Double(today[group.rawValue])
      totals[group.rawValue * Self.kinds + kind] += SIMD3(1, count, count * count)
      today[group.rawValue] = 0
    }
    kind = max(0, weekday - 4)
    days[kind] += 1
  }

  /// Books the physicians of the day.
  mutating func expect(_ physicians: Int16, at clinic: ClinicID) {
    guard let place = places[clinic.row] else { return }
    staff[place * Self.kinds + kind] += Int64(physicians)
  }

  /// What began in one hour; hours before midnight have nothing.
  func tally(place: Int, kind: Int, hour: Int) -> Tally {
    guard (0..<24).contains(hour) else { return Tally() }
    return tallies[ClinicHourID(row: (place * Self.kinds + kind) * 24 + hour)]
  }

  /// Days of a kind.
  func days(of kind: Int) -> Int { days[kind] }

  /// Physicians on duty, mean over the days of a kind.
  func staff(place: Int, kind: Int) -> Double {
    Double(staff[place * Self.kinds + kind]) / Double(max(1, days[kind]))
  }

  /// Coefficient of variation of daily consultations, from 0 to 1, the noise of counting left out.
  func variation(of group: Group, kind: Int) -> Double {
    let moments = totals[group.rawValue * Self.kinds + kind]
    guard moments.x > 1 else { return 0 }
    let mean = moments.y / moments.x
    let variance = moments.z / moments.x - mean * mean
    return min(1, max(0, variance - mean).squareRoot() / mean)
  }
}

/// An hour of a kind of day at a watched clinic.
struct ClinicHourID: RowID {
  private let raw: UInt32
  var row: Int { Int(raw) }
  init(row: Int) { raw = UInt32(truncatingIfNeeded: row) }
}
