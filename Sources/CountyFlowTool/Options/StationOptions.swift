import ArgumentParser
import Experiments
import Geography

/// Which stations stay, as the command line names it.
enum FixedName: String, ExpressibleByArgument, CaseIterable {
  case existing, none

  var fixed: StationQuestion.Fixed {
    switch self {
    case .existing: .existing
    case .none: .none
    }
  }
}

/// Where stations may stand, as the command line names it.
enum SitesName: String, ExpressibleByArgument, CaseIterable {
  case facilities, settlements

  var sites: StationQuestion.Sites {
    switch self {
    case .facilities: .facilities
    case .settlements: .settlements
    }
  }
}

/// Criteria as the command line names them.
enum CriterionName: String, ExpressibleByArgument, CaseIterable {
  case mclp, mexclp, pmedian, all

  var criteria: [StationQuestion.Criterion] {
    StationQuestion.Criterion.allCases.filter { self == .all || $0.rawValue == rawValue }
  }
}

/// Two limits in minutes: `15,30`.
struct ThresholdMinutes: ExpressibleByArgument {
  let standard: CircleStandard

  init?(argument: String) {
    let numbers = argument.split(separator: ",", omittingEmptySubsequences: false).map {
      Double($0)
    }
    guard numbers.count == 2, let urban = numbers[0], let rural = numbers[1],
      (0.1...240).contains(urban), (0.1...240).contains(rural)
    else { return nil }
    standard = CircleStandard(urbanMinutes: urban, ruralMinutes: rural)
  }
}
