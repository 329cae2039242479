internal import Engine
internal import Glibc
internal import Probability

/// The cases file's own rule.
///
/// A row passes if |estimate - exact| is at most z standard errors + 1e-9 |exact|, where z is the
/// t quantile with the tail of 4 normal standard errors. A guarded row must also be precise: z
/// standard errors at most the profile's share of the exact value.
///
/// One addition: a state that no replication met has no standard error. It is judged by the
/// chance of meeting it never, with the same tail.
struct PassRule: Sendable {
  let profile: VerificationProfile

  /// The standard normal probability below z = 4, as the cases file states it.
  private static let tail = 0.999_968_328_76

  /// How many standard errors a row may be off: 4.4813 for 40 replications.
  static func limit(replications: Int) -> Double {
    StudentT.quantile(tail, degreesOfFreedom: Double(replications - 1))
  }

  /// Judges one row by what each replication estimated; a replication without an estimate leaves
  /// it inconclusive.
  func judge(_ exact: ExactRow, of row: RowName, by values: [Double?]) -> JudgedRow {
    var tally = Tally()
    for case let value? in values { tally.add(value) }
    let estimate = tally.mean ?? 0
    let error = tally.standardError ?? 0
    return JudgedRow(
      caseID: row.caseID,
      row: row.label,
      exact: exact.value,
      estimate: estimate,
      standardError: error,
      z: error > 0 ? (estimate - exact.value) / error : nil,
      stretch: row.stretch,
      verdict: tally.count == values.count
        ? verdict(exact, tally, expectedSightings: row.expectedSightings) : .inconclusive
    )
  }

  private func verdict(
    _ exact: ExactRow,
    _ tally: Tally,
    expectedSightings: Double?
  ) -> JudgedRow.Verdict {
    guard let estimate = tally.mean, let error = tally.standardError else { return .inconclusive }
    if let expectedSightings, tally.max == 0 {
      return exp(-expectedSightings) >= 1 - PassRule.tail ? .unseen : .fail
    }
    let limit = PassRule.limit(replications: tally.count)
    guard abs(estimate - exact.value) <= limit * error + 1e-9 * abs(exact.value) else {
      return .fail
    }
    let isSeen =
      exact.guardLength == .none || limit * error <= profile.precision * abs(exact.value)
    return isSeen ? .pass : .inconclusive
  }

  /// Judges a value that a formula gives, without chance.
  func judge(_ exact: Double, of row: RowName, byFormula value: Double) -> JudgedRow {
    JudgedRow(
      caseID: row.caseID,
      row: row.label,
      exact: exact,
      estimate: value,
      standardError: 0,
      z: nil,
      stretch: row.stretch,
      verdict: abs(value - exact) <= 1e-9 * abs(exact) ? .pass : .fail
    )
  }
}

/// Which row is judged, and how it was run.
struct RowName: Sendable {
  let caseID: String
  let label: String
  /// How many times the length that the cases file asks for was run.
  var stretch = 1
  /// How often a rare state should have been met, where the row is the share of time in it.
  var expectedSightings: Double?
}
