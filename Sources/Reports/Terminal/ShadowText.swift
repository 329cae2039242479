public import Experiments

/// Whether queueing formulas agree with the runs, as plain text.
public enum ShadowText {
  /// One line with how many agree, then one for every formula that disagrees or cannot be compared;
  /// nothing when there are no formulas.
  public static func render(_ outcome: OutcomeTable, _ language: Language) -> String {
    let all = outcome.shadows.joined()
    guard !all.isEmpty else { return "" }
    let compared = all.count(where: \.isCompared)
    let apart = all.count { !$0.passes }
    let key = apart == 0 ? "terminal.shadowsPass" : "terminal.shadowsWarn"
    let head = Messages.shared.text(key, language, [String(compared), String(apart)])
    let left = all.count - compared
    let skipped =
      left == 0 ? "" : Messages.shared.text("terminal.shadowsLeft", language, [String(left)])
    let lines = outcome.shadows.enumerated().flatMap { place, shadows in
      shadows.compactMap { line($0, outcome.policies[place].id, language) }
    }
    return head + skipped + "\n" + lines.joined()
  }

  private static func line(
    _ shadow: ShadowTable,
    _ policy: String,
    _ language: Language
  ) -> String? {
    let wording = language.pick(zh: shadow.zh, en: shadow.en)
    let start = "  \(policy): \(shadow.id): \(wording): "
    let why = shadow.scope.map { language.pick(zh: $0.zh, en: $0.en) }
    guard shadow.isCompared else { return start + (why ?? "") + "\n" }
    guard !shadow.passes else { return nil }
    let unit = UnitText(named: shadow.unit ?? "share")
    let numbers = [
      unit.level(shadow.value, language), unit.level(shadow.prediction, language),
      unit.distance(shadow.tolerance, language),
    ]
    return start + Messages.shared.text("terminal.shadowNumbers", language, numbers)
      + (why.map { language.pick(zh: "；", en: "; ") + $0 } ?? "") + "\n"
  }
}
