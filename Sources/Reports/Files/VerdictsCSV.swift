public import Experiments

/// `verdicts.csv`: every policy against every target.
public enum VerdictsCSV {
  private static let columns = [
    "policy", "policy_zh", "policy_en", "target", "target_zh", "target_en", "plan", "measure",
    "unit", "kind", "sense", "target_value", "year", "value", "half_width_95", "replications",
    "last_quarter", "gap", "outcome", "margin", "chance", "days_measured",
    "adjusted_p",
  ]

  /// One line for each policy and target.
  public static func render(_ outcome: OutcomeTable) -> String {
    var table = CSVText(columns: columns)
    for verdict in outcome.verdicts() {
      let policy = outcome.policies[verdict.policy]
      let target = verdict.target
      let unit = outcome.measures.first { $0.id == target.measure }?.unit
      let words = [
        policy.id, policy.zh, policy.en, target.id, target.zh, target.en,
        target.plan.joined(separator: " "), target.measure, unit ?? "",
      ]
      table.add(
        words.map { .word(PlainText.shown($0)) } + [
          .word(target.kind.rawValue), .word(target.sense.rawValue), .decimal(target.value),
          .whole(target.year), .decimal(verdict.value?.mean),
          .decimal(verdict.value?.halfWidth), .whole(verdict.value?.n ?? 0),
          .decimal(verdict.lastQuarter?.mean), .decimal(verdict.gap),
          .word(verdict.outcome.rawValue), .word(verdict.margin.rawValue),
          .word(verdict.chance.rawValue), .whole(verdict.daysMeasured),
          .decimal(verdict.adjustedP),
        ]
      )
    }
    return table.text
  }
}
