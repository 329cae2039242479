internal import Engine
internal import Glibc
internal import Probability

/// The cases file's own rule.
///
/// A row passes if |estimate - exact| is at most z standard errors + 1e-9 |exact|, where z is the
/// t quantile with the tail of 4 normal standard errors, or of 5 for the fresh seeds of a nightly
/// run. A guarded row must also be precise: z standard errors at most the profile's share of the
/// exact value.
///
/// One addition: a state that no replication met has no standard error. It is judged by the
/// chance of meeting it never, with the same tail.
struct PassRule: Sendable {
  let profile: VerificationProfile

  /// The standard normal probability below z = 4 and z = 5.
  private var tail: Double {
    profile == .nightly ? 0.999_999_713_348_428 : 0.999_968_328_76
  }

  /// How many standard errors a row may be off: 4.4813 for 40 replications of a fixed seed.
  func limit(replications: Int) -> Double {
    StudentT.quantile(tail, degreesOfFreedom: Double(replications - 1))
  }

  /// Judges one row by what each replication contributed; a replication without a contribution
  /// leaves it inconclusive.
  func judge(
    _ exact: ExactRow,
    of row: RowName,
    by method: ProbeRow.Method,
    _ values: [[Double]?]
  ) -> JudgedRow {
    let found = values.compactMap(\.self)
    guard found.count == values.count, !found.isEmpty else {
      return judged(exact, of: row, nil, count: values.count)
    }
    switch method {
    case .mean:
      var tally = Tally()
      for value in found { tally.add(value[0]) }
      return judged(exact, of: row, tally.estimate, count: values.count, highest: tally.max)
    case .jackknife(let statistic):
      return judged(exact, of: row, jackknife(found, statistic), count: values.count)
    case .formula(let formula):
      return judged(exact, of: row, formula(found), count: values.count)
    case .exactly:
      let worst = found.first { $0[0] != exact.value } ?? found[0]
      return judge(exact.value, of: row, byFormula: worst[0], within: 0)
    }
  }

  /// Judges a value that a formula gives, without chance.
  func judge(
    _ exact: Double,
    of row: RowName,
    byFormula value: Double,
    within tolerance: Double = 1e-9
  ) -> JudgedRow {
    JudgedRow(
      caseID: row.caseID,
      row: row.label,
      exact: exact,
      estimate: value,
      standardError: 0,
      z: nil,
      stretch: row.stretch,
      verdict: abs(value - exact) <= tolerance * abs(exact) ? .pass : .fail
    )
  }

  /// Judges an estimate with its standard error, of so many observations.
  func judge(
    _ exact: Double,
    of row: RowName,
    estimate: Double,
    error: Double,
    count: Int
  ) -> JudgedRow {
    judged(ExactRow(name: row.label, value: exact), of: row, (estimate, error), count: count)
  }

  private func judged(
    _ exact: ExactRow,
    of row: RowName,
    _ found: (estimate: Double, error: Double)?,
    count: Int,
    highest: Double? = nil
  ) -> JudgedRow {
    let error = found?.error ?? 0
    return JudgedRow(
      caseID: row.caseID,
      row: row.label,
      exact: exact.value,
      estimate: found?.estimate ?? 0,
      standardError: error,
      z: found.flatMap { error > 0 ? ($0.estimate - exact.value) / error : nil },
      stretch: row.stretch,
      verdict: verdict(exact, row, found, count: count, highest: highest)
    )
  }

  private func verdict(
    _ exact: ExactRow,
    _ row: RowName,
    _ found: (estimate: Double, error: Double)?,
    count: Int,
    highest: Double?
  ) -> JudgedRow.Verdict {
    guard let (estimate, error) = found, estimate.isFinite, error.isFinite else {
      return .inconclusive
    }
    if let sightings = row.expectedSightings, highest == 0 {
      return exp(-sightings) >= 1 - tail ? .unseen : .fail
    }
    let limit = limit(replications: count)
    guard abs(estimate - exact.value) <= limit * error + 1e-9 * abs(exact.value) else {
      return .fail
    }
    let isSeen =
      exact.guardLength == .none || limit * error <= profile.precision * abs(exact.value)
    return isSeen ? .pass : .inconclusive
  }

  /// The jackknife's estimate and standard error.
  ///
  /// - Source: Miller, *The jackknife: a review*, Biometrika 61 (1974).
  private func jackknife(
    _ values: [[Double]],
    _ statistic: ([[Double]]) -> Double?
  ) -> (estimate: Double, error: Double)? {
    guard values.count > 1, let whole = statistic(values) else { return nil }
    let count = Double(values.count)
    var tally = Tally()
    for left in values.indices {
      var others = values
      others.remove(at: left)
      guard let without = statistic(others) else { return nil }
      tally.add(count * whole - (count - 1) * without)
    }
    return tally.estimate
  }
}

extension Tally {
  /// The mean with its standard error; nothing before the second observation.
  var estimate: (estimate: Double, error: Double)? {
    guard let mean, let error = standardError else { return nil }
    return (mean, error)
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
