public import Experiments

/// Whether queueing formulas agree with the runs, as plain text.
public enum ShadowText {
  /// One line, and one more for every formula that disagrees; nothing when there are no formulas.
  public static func render(_ outcome: OutcomeTable, _ language: Language) -> String {
    let all = outcome.shadows.joined()
    guard !all.isEmpty else { return "" }
    let apart = all.count { !$0.passes }
    let key = apart == 0 ? "terminal.shadowsPass" : "terminal.shadowsWarn"
    let counts = [String(all.count), String(apart)]
    let warnings = outcome.shadows.enumerated().flatMap { place, shadows in
      shadows.filter { !$0.passes }.map { shadow in
        let wording = language.pick(zh: shadow.zh, en: shadow.en)
        let (value, prediction) = (percent(shadow.value), percent(shadow.prediction))
        let policy = outcome.policies[place].id
        return "  \(policy): \(shadow.id): \(wording): \(value), \(prediction)"
          + " (± \(percent(shadow.tolerance)))\n"
      }
    }
    return Messages.shared.text(key, language, counts) + "\n" + warnings.joined()
  }

  /// Per cent with one decimal.
  private static func percent(_ share: Double) -> String {
    Rounding.fixed(share * 100, decimals: 1) + " %"
  }
}
