internal import Experiments

/// The headline measures of a single policy, year by year.
enum LevelText {
  static func render(_ outcome: OutcomeTable, in language: Language) -> String {
    let edition = Edition(outcome, language)
    var table = TextTable(
      [(Messages.shared.text("terminal.measure", language), .left)]
        + outcome.years.map { (String($0), .right) }
    )
    for measure in outcome.headlines.compactMap(edition.measure) {
      let unit = edition.unit(of: measure.id)
      let values = outcome.years.map { year in
        outcome.estimate(of: measure.id, policy: 0, year: year)
          .map { unit.estimate($0, language) } ?? edition.text("word.nothing")
      }
      table.add([edition.name(of: measure)] + values)
    }
    return table.text
  }
}

extension UnitText {
  /// A mean with its interval, or without one from a single run.
  fileprivate func estimate(_ estimate: Estimate, _ language: Language) -> String {
    let spread = estimate.halfWidth.map { " " + self.spread($0, beside: estimate.mean, language) }
    return level(estimate.mean, language) + (spread ?? "")
  }
}
