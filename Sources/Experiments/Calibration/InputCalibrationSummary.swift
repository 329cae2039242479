internal import CountyModel

/// What `calibrate --json` prints for a calibration file.
///
/// Holds no path, no time and no number of threads, so equal questions print equal bytes.
public struct InputCalibrationSummary: Encodable, Sendable {
  private let schema = "countyflow/calibrate-inputs/1"
  private let id: String
  private let study: String
  /// As text: JSON readers keep whole numbers exactly only up to 2^53.
  private let seed: String
  private let method: String
  private let tried: Int
  private let kept: Int
  /// Distance of the furthest point that was kept, in the errors of the observations.
  private let tolerance: Double
  private let converged: Bool?
  private let inputs: [Input]
  private let targets: [InputFit.Row]
  private let distance: Double
  private let inside: Int

  private struct Input: Encodable {
    let path: String
    let unit: String
    let least: Double
    let most: Double
    let before: Double
    let value: Double
    let source: String
    /// 2.5 %, 25 %, 50 %, 75 % and 97.5 % of the points that were kept; of a rejection only.
    let quantiles: [Double]?
  }

  /// The answer to a calibration.
  public init(
    of outcome: InputCalibration.Outcome,
    _ calibration: InputCalibration,
    fit: InputFit,
    id: String,
    study: Study
  ) {
    self.id = id
    self.study = study.id
    seed = String(study.seed)
    method = Self.method(calibration.method)
    tried = outcome.tried
    kept = outcome.kept.count
    tolerance = DecimalText.rounded(outcome.tolerance)
    converged = outcome.isSmall
    inputs = calibration.inputs.enumerated().map { place, input in
      Input(
        path: input.path,
        unit: input.unit.rawValue,
        least: DecimalText.rounded(input.range.lowerBound),
        most: DecimalText.rounded(input.range.upperBound),
        before: DecimalText.rounded(input.now),
        value: DecimalText.rounded(outcome.best.values[place]),
        source: input.source,
        quantiles: outcome.quantiles(of: place)
      )
    }
    targets = fit.rows
    distance = DecimalText.rounded(fit.distance)
    inside = fit.rows.count(where: \.inside)
  }

  private static func method(_ method: InputCalibration.Method) -> String {
    switch method {
    case .simplex:
      "Nelder-Mead simplex (gsl_multimin_fminimizer_nmsimplex2) on squared errors, common random "
        + "numbers"
    case .within(let most): "ABC rejection within a distance of \(DecimalText.text(of: most))"
    case .nearest(let share): "ABC rejection, the nearest share of \(DecimalText.text(of: share))"
    }
  }
}

extension InputCalibration.Outcome {
  /// The shares of kept points of which quantiles are told.
  public static let shares = [0.025, 0.25, 0.5, 0.75, 0.975]

  /// Quantiles of an input over the points that were kept; `nil` of a simplex, or of no point.
  public func quantiles(of input: Int) -> [Double]? {
    guard isSmall == nil, !kept.isEmpty else { return nil }
    let values = kept.map { $0.values[input] }
    return Self.shares.map { DecimalText.rounded(SampleQuantile.value($0, of: values)) }
  }
}
