internal import Experiments

/// Results told in one language.
protocol Told {
  /// The language.
  var language: Language { get }
}

extension Told {
  typealias Slots = PageTemplates.Slots

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
  func note(_ text: String) -> String { PlainText.shown(language.half(of: text)) }

  /// Title of a measure.
  func name(of measure: MeasureTable) -> String { written(zh: measure.zh, en: measure.en) }

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

  /// What stands where there was nothing to measure.
  var nothing: Slots { ["text": text("word.nothing")] }

  /// What a target asks, its value in a unit: `70% or more in 2027`.
  func promise(_ target: Target, in unit: UnitText) -> String {
    text(
      "promise.\(target.kind.rawValue).\(target.sense.rawValue)",
      unit.written(target.value, language),
      String(target.year)
    )
  }
}

extension Language {
  /// This language's half of a text written as `中文 || English`; the whole of any other.
  public func half(of text: String) -> String {
    guard let bar = text.firstRange(of: "||") else { return text }
    let half = pick(zh: String(text[..<bar.lowerBound]), en: String(text[bar.upperBound...]))
    return half.trimmed
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
