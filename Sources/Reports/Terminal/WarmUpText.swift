internal import Experiments

/// What the beginning of the baseline says about the warm-up, in sentences.
extension Edition {
  /// One sentence for each measure that begins unlike the rest; nothing when all is well.
  var warmUpFindings: [String] {
    guard let check = WarmUpCheck(of: outcome, measures: outcome.headlines) else { return [] }
    return check.findings.map { finding in
      let unit = unit(of: finding.measure)
      return text(
        finding.drifts ? "warmup.drifts" : "warmup.short",
        measure(finding.measure).map(name(of:)) ?? PlainText.shown(finding.measure),
        String(finding.quarters),
        unit.change(finding.difference.mean, language),
        Rounding.chance(finding.adjustedP),
        String(outcome.study.warmUpDays)
      )
    }
  }

  /// What was looked at and found, or why nothing could be.
  var warmUpSentences: [String] {
    guard let check = WarmUpCheck(of: outcome, measures: outcome.headlines) else {
      return [text("warmup.cannot", String(WarmUpCheck.fewestQuarters))]
    }
    guard check.findings.isEmpty else { return warmUpFindings }
    return [text("warmup.calm", String(check.looked), String(outcome.study.warmUpDays))]
  }
}
