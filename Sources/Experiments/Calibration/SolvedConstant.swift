public import CountyModel
internal import Glibc

/// A constant of the choice together with the measure that decides it.
public enum SolvedConstant: String, CaseIterable, Sendable {
  /// Utility of self-care, decided by visits per resident and year.
  case selfCare
  /// Utility common to grassroots facilities, decided by their share of visits in the county.
  case grassroots
  /// Utility of care beyond the county for those who need no bed, decided by visits in the county.
  case beyondVisits
  /// Utility of care beyond the county for those who need a bed, decided by admissions there.
  case beyondAdmissions

  /// The `id` of the measure.
  public var measure: String {
    switch self {
    case .selfCare: "visits.perResident"
    case .grassroots: "visits.grassrootsShare"
    case .beyondVisits: "visits.inCountyShare"
    case .beyondAdmissions: "admissions.inCountyShare"
    }
  }

  /// How near the simulated measure must come: 0.3 points of a share, 0.05 visits.
  public var tolerance: Double {
    switch self {
    case .selfCare: 0.05
    case .grassroots, .beyondVisits, .beyondAdmissions: 0.003
    }
  }

  /// The measure on the scale on which the constant moves it about linearly.
  func linked(_ value: Double) -> Double? {
    switch self {
    case .selfCare: value > 0 ? log(value) : nil
    case .grassroots, .beyondVisits, .beyondAdmissions:
      value > 0 && value < 1 ? log(value / (1 - value)) : nil
    }
  }

  /// Change of the linked measure for one unit of the constant, before anything was tried.
  ///
  /// In a logit the log-odds of an alternative move one for one with its constant; visits fall
  /// with the share that already seeks care.
  var firstSlope: Double {
    switch self {
    case .selfCare: -0.5
    case .grassroots: 1
    case .beyondVisits, .beyondAdmissions: -1
    }
  }

  /// Reads the constant.
  public func value(in constants: SolvedConstants) -> Double {
    switch self {
    case .selfCare: constants.selfCare
    case .grassroots: constants.grassroots
    case .beyondVisits: constants.beyondVisits
    case .beyondAdmissions: constants.beyondAdmissions
    }
  }

  /// Changes the constant, within the range that county files allow.
  func set(_ value: Double, in constants: inout SolvedConstants) {
    let allowed = min(max(value, -50), 50)
    switch self {
    case .selfCare: constants.selfCare = allowed
    case .grassroots: constants.grassroots = allowed
    case .beyondVisits: constants.beyondVisits = allowed
    case .beyondAdmissions: constants.beyondAdmissions = allowed
    }
  }
}
