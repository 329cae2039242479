import Engine
import Geography

/// What a facility's standard, specialty departments or stage of building change today.
struct ServiceNotice {
  /// Shift of utility, `[facility]`.
  var shift: [Double]
  /// Share of otherwise untreatable cases that can be treated, `[facility][severity]`.
  var uplift: [Double]

  init(facilities: Int) {
    shift = Array(repeating: 0, count: facilities)
    uplift = Array(repeating: 0, count: facilities * Severity.allCases.count)
  }

  /// What a facility's capability makes of a chance of treatment.
  func raise(_ chance: Double, at facility: FacilityID, _ severity: Severity) -> Double {
    chance + uplift[facility.row * Severity.allCases.count + severity.index] * (1 - chance)
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
}

/// How long patients are held up at desks today.
struct ProcessNotice {
  /// Minutes at the cashier that patients of a facility are spared, `[facility]`.
  var spared: [Double]
  /// Share of walk-ins at county hospitals who are sent to the wrong desk first.
  var misrouted = 0.0
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
