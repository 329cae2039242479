public import Experiments

/// The points that a calibration of inputs kept, as a table for Excel, R and pandas.
public enum KeptPointsCSV {
  /// A row for each point, from the nearest: its values, its distance and what the model shows.
  public static func render(
    _ outcome: InputCalibration.Outcome,
    of calibration: InputCalibration
  ) -> String {
    let shown = calibration.observed.map { "\($0.measure) \($0.period)" }
    var table = CSVText(columns: calibration.inputs.map(\.path) + ["distance"] + shown)
    for point in outcome.kept {
      table.add((point.values + [point.distance] + point.shown).map(CSVText.Cell.decimal))
    }
    return table.text
  }
}
