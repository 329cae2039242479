internal import CountyModel
public import Experiments
internal import Foundation

/// A calibration of inputs as plain text: the inputs, and the model held against the data.
public enum InputFitText {
  /// The answer of a calibration file.
  public static func render(
    _ outcome: InputCalibration.Outcome,
    _ calibration: InputCalibration,
    fit: InputFit,
    zh: String,
    en: String,
    _ language: Language
  ) -> String {
    [
      PlainText.shown(language.pick(zh: zh, en: en)), effort(outcome, language),
      inputs(outcome, calibration, language), rows(fit, language),
    ].joined(separator: "\n\n") + "\n"
  }

  private static func effort(
    _ outcome: InputCalibration.Outcome,
    _ language: Language
  ) -> String {
    let key =
      switch outcome.isSmall {
      case true?: "inputs.simplexSmall"
      case false?: "inputs.simplexOpen"
      case nil: outcome.kept.isEmpty ? "inputs.noneKept" : "inputs.kept"
      }
    let numbers = [outcome.tried, outcome.kept.count].map(String.init)
    return text(key, language, numbers + [Rounding.fixed(outcome.tolerance, decimals: 2)])
  }

  private static func inputs(
    _ outcome: InputCalibration.Outcome,
    _ calibration: InputCalibration,
    _ language: Language
  ) -> String {
    let hasSample = outcome.isSmall == nil && !outcome.kept.isEmpty
    var table = TextTable(
      [
        (text("inputs.input", language), .left), (text("inputs.range", language), .right),
        (text("inputs.before", language), .right), (text("inputs.value", language), .right),
      ] + (hasSample ? [(text("inputs.quantiles", language), .right)] : [])
    )
    for (place, input) in calibration.inputs.enumerated() {
      func told(_ value: Double) -> String {
        UnitText(named: input.unit.rawValue).written(significant(value), language)
      }
      let quartiles = outcome.quantiles(of: place).map { values in
        values[1...3].map(told).joined(separator: " · ")
      }
      let name = PlainText.shown(language.pick(zh: input.zh, en: input.en))
      table.add(
        [
          "\(name) (\(input.path))",
          told(input.range.lowerBound) + " – " + told(input.range.upperBound),
          told(input.now), told(outcome.best.values[place]),
        ] + (quartiles.map { [$0] } ?? [])
      )
    }
    return table.text.trimmedEnd
  }

  private static func rows(_ fit: InputFit, _ language: Language) -> String {
    var table = TextTable([
      (text("terminal.measure", language), .left), (text("inputs.period", language), .left),
      (text("terminal.simulated", language), .right), (text("inputs.error", language), .right),
      (text("terminal.observed", language), .right), (text("inputs.within", language), .right),
      (text("inputs.ratio", language), .right), (text("page.fitResult", language), .left),
    ])
    for row in fit.rows {
      let measure = Measure.named(row.measure)
      let unit = UnitText(named: measure?.unit.rawValue ?? "")
      func told(_ value: Double) -> String { unit.written(significant(value), language) }
      let name = measure.map { language.pick(zh: $0.zh, en: $0.en) } ?? row.measure
      table.add([
        PlainText.shown(name), row.period, told(row.model), row.standardError.map(told) ?? "–",
        told(row.data), told(row.error), row.ratio.map { Rounding.fixed($0, decimals: 3) } ?? "–",
        text(row.inside ? "fit.inside" : "fit.outside", language),
      ])
    }
    let score = [fit.rows.count(where: \.inside), fit.rows.count].map(String.init)
    return table.text.trimmedEnd + "\n\n" + text("fit.score", language, score)
  }

  /// A number with four significant digits.
  private static func significant(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    let scale = pow(10, 3 - log10(value.magnitude).rounded(.down))
    return (value * scale).rounded() / scale
  }

  private static func text(
    _ key: String,
    _ language: Language,
    _ values: [String] = []
  ) -> String {
    Messages.shared.text(key, language, values)
  }
}
