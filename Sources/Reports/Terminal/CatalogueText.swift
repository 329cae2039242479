internal import CountyModel

/// What the model can be told and what it answers, as plain text.
public enum CatalogueText {
  /// Every lever: path, unit, range, neutral value, plan rows and titles.
  public static func levers(_ language: Language) -> String {
    var table = TextTable([
      (Messages.shared.text("terminal.lever", language), .left),
      (Messages.shared.text("terminal.unit", language), .left),
      (Messages.shared.text("terminal.range", language), .right),
      (Messages.shared.text("terminal.neutral", language), .right),
      (Messages.shared.text("terminal.planRows", language), .left),
      (Messages.shared.text("terminal.meaning", language), .left),
    ])
    for lever in LeverCatalogue.all {
      let unit = UnitText(named: lever.unit.rawValue)
      table.add([
        lever.path, unit.name(language), range(lever.range, unit, language),
        unit.written(lever.neutral, language), lever.plan.joined(separator: " "),
        language.pick(zh: lever.zh, en: lever.en),
      ])
    }
    return table.text
  }

  /// Every measure: name, unit, which way is better, title and definition.
  public static func measures(_ language: Language) -> String {
    var table = TextTable([
      (Messages.shared.text("terminal.measure", language), .left),
      (Messages.shared.text("terminal.unit", language), .left),
      (Messages.shared.text("terminal.better", language), .left),
      (Messages.shared.text("terminal.title", language), .left),
      (Messages.shared.text("terminal.definition", language), .left),
    ])
    for measure in Measure.all {
      table.add([
        measure.id, UnitText(named: measure.unit.rawValue).name(language),
        Messages.shared.text("better.\(measure.better.rawValue)", language),
        language.pick(zh: measure.zh, en: measure.en),
        Messages.shared.definition(of: measure.id, declared: measure.means, language),
      ])
    }
    return table.text
  }

  /// Every input of a county file: path, unit, range and title.
  public static func inputs(_ language: Language) -> String {
    var table = TextTable([
      (Messages.shared.text("terminal.input", language), .left),
      (Messages.shared.text("terminal.unit", language), .left),
      (Messages.shared.text("terminal.range", language), .right),
      (Messages.shared.text("terminal.count", language), .right),
      (Messages.shared.text("terminal.meaning", language), .left),
    ])
    for input in CountyInputs.declarations {
      let unit = UnitText(named: input.unit.rawValue)
      table.add([
        input.path, unit.name(language), range(input.range, unit, language),
        input.count.map(String.init) ?? "1", language.pick(zh: input.zh, en: input.en),
      ])
    }
    return table.text
  }

  private static func range(
    _ range: ClosedRange<Double>,
    _ unit: UnitText,
    _ language: Language
  ) -> String {
    unit.written(range.lowerBound, language) + " – " + unit.written(range.upperBound, language)
  }
}
