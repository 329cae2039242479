internal import Experiments

/// One outcome told in one language.
struct Edition {
  typealias Slots = PageTemplates.Slots

  let outcome: OutcomeTable
  let language: Language
  /// One verdict for each policy and target.
  let verdicts: [Verdict]

  init(_ outcome: OutcomeTable, _ language: Language) {
    self.outcome = outcome
    self.language = language
    verdicts = outcome.verdicts()
  }

  /// A fixed text.
  func text(_ key: String) -> String { Messages.shared.text(key, language) }

  /// A fixed text with values.
  func text(_ key: String, _ values: String...) -> String {
    Messages.shared.text(key, language, values)
  }

  /// A written text in this language.
  func written(zh: String, en: String) -> String {
    PlainText.shown(language.pick(zh: zh, en: en))
  }

  /// This language's half of a note written as `中文 || English`; the whole of any other note.
  func note(_ text: String) -> String {
    guard let bar = text.firstRange(of: "||") else { return PlainText.shown(text) }
    let half = language.pick(
      zh: String(text[..<bar.lowerBound]),
      en: String(text[bar.upperBound...])
    )
    return PlainText.shown(half.trimmed)
  }

  /// Title of a policy.
  func name(ofPolicy place: Int) -> String {
    written(zh: outcome.policies[place].zh, en: outcome.policies[place].en)
  }

  /// Title of a measure.
  func name(of measure: MeasureTable) -> String { written(zh: measure.zh, en: measure.en) }

  /// The declaration of a measure.
  func measure(_ id: String) -> MeasureTable? { outcome.measures.first { $0.id == id } }

  /// The unit of a measure; a plain number for one that is not declared.
  func unit(of id: String) -> UnitText { UnitText(named: measure(id)?.unit ?? "") }

  /// The year at which tables stand; 0 for a run that has no year.
  var year: Int { outcome.comparedYear ?? 0 }

  /// How much of that year was measured: the whole of it, or so many days.
  var period: String {
    let days = outcome.quarters.filter { $0.year == year }.reduce(0) { $0 + $1.days }
    guard days < 365 else { return text("period.whole", String(year)) }
    return text("period.part", String(year), String(days))
  }

  /// The policy that pulls the most levers: the package, where there is one.
  var package: Int? { outcome.package }

  /// A measured value with its exact text.
  func level(_ value: Double, _ unit: UnitText) -> Slots {
    ["exact": DecimalText.text(of: value), "text": unit.level(value, language)]
  }

  /// A difference with its exact text.
  func change(_ value: Double, _ unit: UnitText) -> Slots {
    ["exact": DecimalText.text(of: value), "text": unit.change(value, language)]
  }

  /// Half an interval with its exact text; words when there was one replication.
  func spread(_ estimate: Estimate, _ unit: UnitText) -> Slots {
    guard let half = estimate.halfWidth else { return ["text": text("word.oneRun")] }
    return [
      "exact": DecimalText.text(of: half),
      "text": unit.spread(half, beside: estimate.mean, language),
    ]
  }
}

extension String {
  /// Without spaces at both ends.
  var trimmed: String {
    let head = drop(while: \.isWhitespace)
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }
}
