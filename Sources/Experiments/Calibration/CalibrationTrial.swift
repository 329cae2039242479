public import CountyModel

/// Constants that were tried and what the baseline made of them.
public struct CalibrationTrial: HeldToTolerances, Sendable {
  /// The constants.
  public let constants: SolvedConstants
  /// What each solved measure came to.
  public let gaps: [Gap]

  /// One solved measure against its observation.
  public struct Gap: Sendable, Hashable {
    /// The constant that the measure decides.
    public let constant: SolvedConstant
    /// What was observed.
    public let observed: Double
    /// What the baseline shows.
    public let simulated: Double

    /// Distance from the observation, in tolerances; at most 1 when solved.
    public var inTolerances: Double { abs(simulated - observed) / constant.tolerance }

    /// Simulated minus observed, on the scale on which the constant works.
    var residual: Double? {
      constant.linked(simulated).flatMap { simulated in
        constant.linked(observed).map { simulated - $0 }
      }
    }
  }

  /// Distance of the worst measure from its observation, in tolerances.
  public var worst: Double { gaps.map(\.inTolerances).max() ?? 0 }
}

/// Why the constants could not be solved.
public enum CalibrationError: Error, Sendable, Hashable {
  /// The county file states no observation with `part: solved` for this measure.
  case nothingToSolve
  /// A measure was empty, or 0 or 1, so that it has no log-odds.
  case measureOutOfReach(measure: String, simulated: Double?)
}
