/// A case of the cases file: what is asked, and the exact answers.
struct AnalyticCase: Sendable {
  /// The case's name in the file: `MM1-r80`.
  let id: String
  /// The family it belongs to: `M/M/1`.
  let family: String
  let inputs: JSONValue
  /// The answers as the file has them, for families whose answers are no single numbers.
  let expected: JSONValue
  /// How the file wants it run.
  let run: JSONValue

  /// The answers that are single numbers, by name in alphabetical order.
  var rows: [ExactRow] {
    (expected.sortedFields ?? []).compactMap { name, answer in
      guard let value = answer["value"]?.number ?? answer.number else { return nil }
      return ExactRow(name: name, value: value, guardLength: guardLength(answer["run_time_for"]))
    }
  }

  private func guardLength(_ times: JSONValue?) -> ExactRow.GuardLength {
    guard let times else { return .none }
    let byProfile = VerificationProfile.allCases.compactMap { profile in
      times[profile.fileKey]?.number.map { (profile, $0) }
    }
    return .time(Dictionary(uniqueKeysWithValues: byProfile))
  }

  /// A number of the inputs that the family cannot do without.
  func number(_ name: String) throws -> Double {
    guard let number = inputs[name]?.number else { throw CaseProblem.input(name, caseID: id) }
    return number
  }

  /// A whole number of the inputs that the family cannot do without.
  func whole(_ name: String) throws -> Int {
    guard let whole = inputs[name]?.whole else { throw CaseProblem.input(name, caseID: id) }
    return whole
  }

  /// A list of numbers that the family cannot do without.
  func numbers(_ name: String) throws -> [Double] {
    guard let numbers = inputs[name]?.numbers else { throw CaseProblem.input(name, caseID: id) }
    return numbers
  }

  /// The time to run in all replications together: three times the longest that a guarded row
  /// needs, or the guard itself would fail by chance; without guarded rows three times what the
  /// file plans for the ci profile, scaled by the square of the precision.
  func totalTime(for profile: VerificationProfile) throws -> Double {
    let guarded = rows.compactMap { row in
      if case .time(let times) = row.guardLength { times[profile] } else { nil }
    }
    if let longest = guarded.max() { return 3 * longest }
    guard let planned = run["ci_profile_total_time"]?.number else {
      throw CaseProblem.noLength(caseID: id)
    }
    let ratio = VerificationProfile.ci.precision / profile.precision
    return 3 * planned * ratio * ratio
  }

  /// What each replication runs before anything counts.
  var warmUp: Double { run["warmup_time"]?.number ?? 0 }
}

/// One exact answer.
struct ExactRow: Sendable, Hashable {
  /// The quantity's name in the file: `Wq`.
  let name: String
  /// The exact value.
  let value: Double
  /// Whether the file says how long a run must be to see it.
  var guardLength: GuardLength = .none

  /// Whether a row must be seen with a stated precision.
  enum GuardLength: Sendable, Hashable {
    /// Judged by its standard errors alone.
    case none
    /// The total measured time for each profile.
    case time([VerificationProfile: Double])
  }
}

/// Why a case cannot be run.
enum CaseProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// An input is missing or of another kind.
  case input(String, caseID: String)
  /// The case does not say how long to run.
  case noLength(caseID: String)
  /// A law that is not known.
  case law(String, caseID: String)

  /// The case and what is missing.
  var description: String {
    switch self {
    case .input(let name, let id): "case \(id): input \(name) is missing or of another kind"
    case .noLength(let id): "case \(id) does not say how long to run"
    case .law(let text, let id): "case \(id) has an unknown law: \(text)"
    }
  }
}

/// How long the cases are run.
public enum VerificationProfile: String, Sendable, Hashable, CaseIterable {
  /// Guarded rows to 5 %.
  case smoke
  /// Guarded rows to 2 %.
  case ci
  /// Guarded rows to 0.5 %.
  case nightly

  /// The relative precision that guarded rows must reach.
  public var precision: Double {
    switch self {
    case .smoke: 0.05
    case .ci: 0.02
    case .nightly: 0.005
    }
  }

  /// The profile's name among the file's run times.
  var fileKey: String {
    switch self {
    case .smoke: "eps_5pct"
    case .ci: "eps_2pct"
    case .nightly: "eps_0.5pct"
    }
  }
}
