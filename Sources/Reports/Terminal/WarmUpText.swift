internal import Experiments

/// What the beginning of the baseline says about the warm-up, in sentences.
extension Edition {
  /// One sentence for each measure that begins unlike the rest, or why nothing could be looked at;
  /// nothing when all is well.
  var warmUpFindings: [String] {
    guard let check = WarmUpCheck(of: outcome, measures: outcome.headlines) else {
      return [cannotTell]
    }
    return sentences(on: check)
  }

  /// What was looked at and found, or why nothing could be.
  var warmUpSentences: [String] {
    guard let check = WarmUpCheck(of: outcome, measures: outcome.headlines) else {
      return [cannotTell]
    }
    guard check.findings.isEmpty else { return sentences(on: check) }
    return [text("warmup.calm", String(check.looked), String(outcome.study.warmUpDays))]
  }

  private var cannotTell: String { text("warmup.cannot", String(outcome.study.warmUpDays)) }

  private func sentences(on check: WarmUpCheck) -> [String] {
    check.findings.map { finding in
      let unit = unit(of: finding.measure)
      let key =
        switch check.period {
        case .months: "warmup.months"
        case .quarters: finding.drifts ? "warmup.drifts" : "warmup.short"
        }
      return text(
        key,
        measure(finding.measure).map(name(of:)) ?? PlainText.shown(finding.measure),
        String(finding.periods),
        unit.change(finding.difference.mean, language),
        Rounding.chance(finding.adjustedP),
        String(outcome.study.warmUpDays)
      )
    }
  }
}
