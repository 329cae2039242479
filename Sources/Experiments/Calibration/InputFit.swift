internal import CountyModel

/// The model under calibrated inputs, held against what was observed.
public struct InputFit: Sendable {
  /// One observation.
  public struct Row: Codable, Sendable, Hashable {
    /// The `id` of the measure.
    public let measure: String
    /// `2024`, `2024Q1` or `2024-01`.
    public let period: String
    /// Mean over replications.
    public let model: Double
    /// Standard error of that mean; `nil` for one replication.
    public let standardError: Double?
    /// What was observed.
    public let data: Double
    /// Its error or tolerance.
    public let error: Double
    /// Model over data; `nil` when nothing was observed.
    public let ratio: Double?
    /// Whether the model lies within one error of the observation.
    public let inside: Bool
    /// Where the observation is from.
    public let source: String
  }

  /// The observations in order.
  public let rows: [Row]
  /// Root mean square difference, in the errors of the observations.
  public let distance: Double

  /// Runs a study and holds it against the observations.
  ///
  /// - Parameters:
  ///   - study: The study with the values that were found.
  ///   - calibration: The observations and the number of replications.
  ///   - threads: Runs at a time.
  /// - Throws: `InputCalibrationError` or `CancellationError`.
  public init(of study: Study, _ calibration: InputCalibration, threads: Int) async throws {
    let runs = try await ReplicationPool.gather(
      Array(0..<calibration.replications),
      threads: threads
    ) { try calibration.shown(of: study, UInt32($0)) }
    rows = calibration.observed.enumerated().map { place, one in
      let sample = Sample(runs.map { $0[place] })
      let model = DecimalText.rounded(sample.mean)
      return Row(
        measure: one.measure,
        period: one.period,
        model: model,
        standardError: sample.standardError.map(DecimalText.rounded),
        data: one.value,
        error: one.error,
        ratio: one.value == 0 ? nil : DecimalText.rounded(model / one.value),
        inside: abs(model - one.value) <= one.error,
        source: one.source
      )
    }
    distance = calibration.distance(of: rows.map(\.model))
  }
}
