/// One estimate held against the value of a target.
struct Judgement: Sendable, Hashable {
  /// Value minus target, positive when better than promised; `nil` when nothing was measured.
  let gap: Double?
  /// What came of the promise.
  let outcome: Verdict.Outcome
  /// Where the replications lie.
  let margin: Verdict.Margin
  /// Holm-adjusted chance of being this far away if the true mean were the target.
  let adjustedP: Double?

  /// Judges estimates together: whether one is clear is decided by Holm's adjustment over all.
  static func all(of judged: [(target: Target, estimate: Estimate?)]) -> [Judgement] {
    let adjusted = Holm.adjusted(
      judged.map { ($0.estimate, $0.estimate?.chance(ofMean: $0.target.value)) }
    )
    return zip(judged, adjusted).map { Judgement($0.estimate, of: $0.target, adjustedP: $1) }
  }

  private init(_ estimate: Estimate?, of target: Target, adjustedP: Double?) {
    let gap = estimate.map { DecimalText.rounded(($0.mean - target.value) * target.sense.sign) }
    self.gap = gap
    outcome = gap.map { $0 >= 0 ? .met : .missed } ?? .notMeasured
    // Where luck moves nothing no replication can turn it, on the target itself neither.
    let isFixed = estimate?.isFixed == true
    margin = adjustedP.map { isFixed || $0 < 1 - Estimate.level ? .clear : .straddles } ?? .unknown
    self.adjustedP = adjustedP.map(DecimalText.rounded)
  }
}

extension Target {
  /// The estimate that is held against the value.
  ///
  /// - Parameters:
  ///   - years: Years that are measured, in order.
  ///   - replications: The measure in a year, one value for each replication.
  /// - Returns: The mean with its interval; `nil` when nothing was measured.
  func judged(in years: [Int], _ replications: (Int) -> [Double?]) -> Estimate? {
    switch kind {
    case .reach, .keep: Estimate(ofReplications: replications(year).compactMap(\.self))
    case .rise: smallestRise(in: years, replications)
    }
  }

  /// The smallest change from one year to the next up to the deadline.
  private func smallestRise(in years: [Int], _ replications: (Int) -> [Double?]) -> Estimate? {
    let judgedYears = years.filter { $0 <= year }
    guard judgedYears.last == year else { return nil }
    let changes = zip(judgedYears, judgedYears.dropFirst()).map { before, after in
      PairedDifference(replications(after), minus: replications(before))?.estimate
    }
    guard changes.allSatisfy({ $0 != nil }) else { return nil }
    return changes.compactMap(\.self).min { $0.mean * sense.sign < $1.mean * sense.sign }
  }
}

extension Target.Sense {
  /// 1 when more is better, −1 when less is.
  var sign: Double {
    switch self {
    case .atLeast: 1
    case .atMost: -1
    }
  }
}
