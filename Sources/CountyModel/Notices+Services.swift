import Engine
import Geography

/// Which facilities are there today, and what their grade, departments and staff change.
struct ServiceNotice {
  /// Whether any of the tables below says anything.
  var isActive = false
  /// Shift of utility, `[facility]`.
  var shift: [Double]
  /// Share of otherwise untreatable cases that can be treated, `[facility][severity][specialty]`.
  private var uplift: [Double]
  /// Share of inpatients beyond an ordinary township bed who are admitted, `[facility][severity]`.
  private var stays: [Double]
  /// Facilities that are open today.
  var open: [Bool]
  /// Raised whenever another facility is open than the day before.
  var edition = 0
  /// Where the staff of a facility is today: there, or at the site that replaces it.
  var successor: [FacilityID]
  /// Physicians at a clinic beyond its own, `[facility]`; negative where they are lent.
  var physicians: [Double]
  /// Beds against the table, `[facility]`.
  var beds: [Double]
  /// Facilities whose grade brings equipment.
  var equipped: [Bool]
  /// Share of the drugs lacking against a township centre that are gained, `[facility]`.
  var drugs: [Double]
  /// The township centre that stands in at a village clinic, `[facility]`.
  var standIn: [FacilityID?]
  /// Physicians whom a township lacks while one stands in.
  var standInCost = 0.0
  /// Whether the general, the TCM and the MCH hospital have become tertiary.
  var tertiary = [false, false, false]
  /// Needs against the county as it is.
  var needs = 1.0

  init(facilities: Int) {
    let cells = facilities * Severity.allCases.count
    shift = Array(repeating: 0, count: facilities)
    uplift = Array(repeating: 0, count: cells * Specialty.allCases.count)
    stays = Array(repeating: 0, count: cells)
    open = Array(repeating: true, count: facilities)
    successor = (0..<facilities).map(FacilityID.init(row:))
    physicians = Array(repeating: 0, count: facilities)
    beds = Array(repeating: 1, count: facilities)
    equipped = Array(repeating: false, count: facilities)
    drugs = Array(repeating: 0, count: facilities)
    standIn = Array(repeating: nil, count: facilities)
  }

  /// Whether a facility is open today.
  @inline(__always)
  func isOpen(_ facility: FacilityID) -> Bool { open[facility.row] }

  /// What a facility's capability makes of a chance of treatment.
  @inline(__always)
  func raise(
    _ chance: Double,
    at facility: FacilityID,
    _ severity: Severity,
    of specialty: Int
  ) -> Double {
    guard isActive else { return chance }
    let cell = facility.row * Severity.allCases.count + severity.index
    return chance + uplift[cell * Specialty.allCases.count + specialty] * (1 - chance)
  }

  /// Chance that a township facility admits somebody for whom an ordinary township bed will not do.
  @inline(__always)
  func admits(at facility: FacilityID, _ severity: Severity) -> Double {
    guard isActive else { return 0 }
    return stays[facility.row * Severity.allCases.count + severity.index]
  }

  /// Forgets what grades and departments change.
  mutating func clear() {
    for row in shift.indices {
      shift[row] = 0
      physicians[row] = 0
      beds[row] = 1
      equipped[row] = false
      drugs[row] = 0
      standIn[row] = nil
    }
    for cell in uplift.indices { uplift[cell] = 0 }
    for cell in stays.indices { stays[cell] = 0 }
    tertiary = [false, false, false]
  }

  /// Adds to what a facility finishes, in one specialty or, without one, in all: each closes a part
  /// of what is missing.
  mutating func add(
    uplift gain: Double,
    at facility: FacilityID,
    _ severity: Severity,
    in field: Int? = nil
  ) {
    isActive = true
    let cell = facility.row * Severity.allCases.count + severity.index
    let count = Specialty.allCases.count
    for place in field.map({ $0..<$0 + 1 }) ?? 0..<count {
      let before = uplift[cell * count + place]
      uplift[cell * count + place] = before + gain * (1 - before)
    }
  }

  /// Sets what a township facility admits beyond an ordinary township bed.
  mutating func set(stays share: Double, at facility: FacilityID, _ severity: Severity) {
    isActive = true
    stays[facility.row * Severity.allCases.count + severity.index] = share
  }
}

/// Which tests facilities can do today.
struct TestNotice {
  /// Share of the needs for a test that can be met, `[facility][test]`, today and in the county as
  /// it is.
  var scope: [Double]
  var usualScope: [Double]
  /// Added to the equipment that people see, `[facility]`.
  var equipment: [Double]
  /// Share of results from elsewhere that are recognised.
  var recognised = 0.0
  /// Share of the cases untreatable for want of a test that the test makes treatable.
  var gain = 0.0

  init(facilities: Int) {
    scope = Array(repeating: 0, count: facilities * TestKind.allCases.count)
    usualScope = scope
    equipment = Array(repeating: 0, count: facilities)
  }

  /// Whether a facility does tests at all.
  func offersAny(at facility: FacilityID) -> Bool {
    let first = facility.row * TestKind.allCases.count
    return scope[first] > 0 || scope[first + 1] > 0 || scope[first + 2] > 0
  }

  /// Place of a test at a facility.
  static func place(_ kind: TestKind, at facility: FacilityID) -> Int {
    facility.row * TestKind.allCases.count + kind.index
  }

  /// Places of all tests at a facility, in the order of the kinds.
  static func places(at facility: FacilityID) -> Range<Int> {
    let first = facility.row * TestKind.allCases.count
    return first..<first + TestKind.allCases.count
  }

  /// The facility of a place.
  static func facility(ofPlace place: Int) -> FacilityID {
    FacilityID(row: place / TestKind.allCases.count)
  }
}

/// How long patients are held up at desks today.
struct ProcessNotice {
  /// Minutes at the cashier that patients of a facility are spared, `[facility]`.
  var spared: [Double]
  /// Share of walk-ins at county hospitals who are sent to the wrong desk first.
  var misrouted = 0.0
  /// Share of those who book for another day and do not come.
  var noShow = 0.0
  /// Minutes for which grassroots clinics stay open in the evening.
  var evening = 0.0

  init(facilities: Int) {
    spared = Array(repeating: 0, count: facilities)
  }
}

/// Who must see a grassroots doctor first, and what it costs not to.
struct GateNotice {
  /// Share of those bound by the rule who keep it.
  var strength = 0.0
  /// Yuan that a hospital visit without a referral costs those bound by the rule.
  var penalty = 0.0

  /// Whether the rule binds somebody: not in an emergency, not children under five, not people of
  /// 65 and over, not the referred.
  func binds(_ episode: Episode) -> Bool {
    episode.traits.isDisjoint(with: [.emergency, .referred]) && (1...6).contains(episode.age)
  }

  /// Yuan added to a visit.
  func charge(_ episode: Episode, at kind: FacilityKind) -> Double {
    penalty > 0 && !kind.isGrassroots && binds(episode) ? penalty : 0
  }
}
