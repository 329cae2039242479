public import Experiments

/// A calibration as plain text.
public enum CalibrationText {
  /// One round, for those who wait: how far each measure still is.
  public static func line(of trial: CalibrationTrial, round: Int) -> String {
    let gaps = trial.gaps.map { gap in
      let constant = DecimalText.text(of: gap.constant.value(in: trial.constants))
      return "\(gap.constant.measure) \(level(gap.simulated, of: gap.constant)) "
        + "(\(level(gap.observed, of: gap.constant)), \(gap.constant.rawValue) \(constant.prefix(7)))"
    }
    return "round \(round): " + gaps.joined(separator: "; ") + "\n"
  }

  /// The constants and the fit of the baseline.
  public static func render(_ result: Calibration.Result, _ language: Language) -> String {
    var table = TextTable([
      (Messages.shared.text("terminal.constant", language), .left),
      (Messages.shared.text("terminal.value", language), .right),
      (Messages.shared.text("terminal.measure", language), .left),
      (Messages.shared.text("terminal.simulated", language), .right),
      (Messages.shared.text("terminal.observed", language), .right),
    ])
    for gap in result.best.gaps {
      table.add([
        gap.constant.rawValue,
        DecimalText.text(of: gap.constant.value(in: result.best.constants)),
        gap.constant.measure,
        level(gap.simulated, of: gap.constant),
        level(gap.observed, of: gap.constant),
      ])
    }
    let head = Messages.shared.text("terminal.solved", language, [String(result.rounds)]) + "\n"
    let fit = result.fit.map { "\n" + FitText.render($0, in: language) } ?? ""
    return head + table.text + fit
  }

  private static func level(_ value: Double, of constant: SolvedConstant) -> String {
    switch constant {
    case .selfCare: Rounding.fixed(value, decimals: 2)
    case .grassroots, .beyondVisits, .beyondAdmissions:
      Rounding.fixed(value * 100, decimals: 2) + "%"
    }
  }
}
