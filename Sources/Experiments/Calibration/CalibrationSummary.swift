/// What `calibrate --json` prints.
public struct CalibrationSummary: Encodable, Sendable {
  /// `countyflow/calibrate/1`.
  public let schema = "countyflow/calibrate/1"
  /// The `id` of the study.
  public let study: String
  /// Whether every solved measure is within its tolerance.
  public let solved: Bool
  /// Rounds of trials.
  public let rounds: Int
  /// Constants whose measures hardly answer them any more; something else holds these.
  public let held: [String]
  /// The constants by name, in ten significant digits.
  public let constants: [String: Double]
  /// What was solved.
  public let targets: [Row]
  /// The baseline under these constants, against every observation.
  public let fit: FitTable?

  /// One solved measure.
  public struct Row: Encodable, Sendable {
    /// The constant.
    public let constant: String
    /// The measure that decides it.
    public let measure: String
    /// What was observed.
    public let observed: Double
    /// What the baseline shows.
    public let simulated: Double
    /// How near it must come.
    public let tolerance: Double
  }

  /// Draws the answers out of a calibration.
  public init(of result: Calibration.Result, study: Study) {
    self.study = study.id
    solved = result.best.isSolved
    rounds = result.rounds
    held = result.held.map(\.rawValue)
    let named = SolvedConstant.allCases.map { constant in
      (constant.rawValue, DecimalText.rounded(constant.value(in: result.best.constants)))
    }
    constants = Dictionary(uniqueKeysWithValues: named)
    targets = result.best.gaps.map { gap in
      Row(
        constant: gap.constant.rawValue,
        measure: gap.constant.measure,
        observed: DecimalText.rounded(gap.observed),
        simulated: DecimalText.rounded(gap.simulated),
        tolerance: gap.constant.tolerance
      )
    }
    fit = result.fit
  }
}
