internal import CountyModel
public import Experiments

/// The tables of an analysis, in words of one language; pages and terminals show the same rows.
public struct AnalysisTables {
  let analysis: SweepAnalysis
  let language: Language

  /// The tables of an analysis.
  public init(_ analysis: SweepAnalysis, _ language: Language) {
    self.analysis = analysis
    self.language = language
  }

  /// One table for each method: chances first, then what they hang on.
  public var all: [AnalysisTable] {
    let order: [AnalysisMethod] = [
      .chance, .value, .best, .control, .shapley, .sobol, .morris,
    ]
    return order.filter(analysis.methods.contains).map { method in
      switch method {
      case .chance: chances
      case .value: values
      case .best: best
      case .control: control
      case .shapley: attribution
      case .sobol: sensitivity
      case .morris: screening
      }
    }
  }

  // MARK: Targets

  private var chances: AnalysisTable {
    table(
      "chance",
      ["policy", "point", "target"],
      numbers: ["met", "chance", "unknown", "luck", "unknownShare"],
      rows: analysis.chances.map { row in
        let unit = unit(ofTarget: row.target)
        return [
          words.name(ofPolicy: row.policy), point(row.point), name(ofTarget: row.target),
          "\(row.met)/\(row.points)",
          percent(row.interval.low) + "–" + percent(row.interval.high),
          deviation(row.varianceBetween, unit), deviation(row.varianceWithin, unit),
          row.shareUnknown.map(percent) ?? nothing,
        ]
      }
    )
  }

  /// One row for each unknown figure: where it matters most.
  private var values: AnalysisTable {
    let worth = analysis.worth.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return table(
      "value",
      ["figure", "policy", "target"],
      numbers: ["change", "doubt", "explained"],
      rows: worth.compactMap { path, value in
        let found = analysis.values.lazy.compactMap { row in
          row.inputs.first { $0.path == path && $0.change == value }.map { (row, $0) }
        }.first
        return found.map { row, input in
          [
            words.name(ofAxis: path), words.name(ofPolicy: row.policy), name(ofTarget: row.target),
            Rounding.fixed(input.change * 100, decimals: 1),
            Rounding.fixed(input.doubt * 100, decimals: 1), percent(input.explained),
          ]
        }
      }
    )
  }

  // MARK: Words

  var words: SweepWords { SweepWords(analysis.axes, analysis.policies, language) }

  func table(
    _ name: String,
    _ words: [String],
    numbers: [String],
    rows: [[String]]
  ) -> AnalysisTable {
    AnalysisTable(
      title: text("title.\(name)"),
      columns: words.map { (text($0), false) } + numbers.map { (text($0), true) },
      rows: rows,
      note: text("note.\(name)")
    )
  }

  func text(_ key: String) -> String { Messages.shared.text("analysis.\(key)", language) }

  var nothing: String { Messages.shared.text("analysis.nothing", language) }

  func percent(_ share: Double) -> String { Rounding.fixed(share * 100, decimals: 1) + "%" }

  func name(of measure: String) -> String {
    guard let declared = analysis.measures.first(where: { $0.id == measure }) else {
      return measure
    }
    return PlainText.shown(language.pick(zh: declared.zh, en: declared.en))
  }

  func unit(of measure: String) -> UnitText {
    // A target may judge a measure that the sweep does not show.
    let shown = analysis.measures.first { $0.id == measure }?.unit
    let declared = Measure.all.first { $0.id == measure }?.unit.rawValue
    return UnitText(named: shown ?? declared ?? "number")
  }

  private func name(ofTarget id: String) -> String {
    let target = analysis.targets.first { $0.id == id }
    return PlainText.shown(target.map { language.pick(zh: $0.zh, en: $0.en) } ?? id)
  }

  private func unit(ofTarget id: String) -> UnitText {
    unit(of: analysis.targets.first { $0.id == id }?.measure ?? "")
  }

  private func point(_ point: Int) -> String {
    analysis.design.points > 1 ? String(point) : nothing
  }

  private func deviation(_ variance: Double?, _ unit: UnitText) -> String {
    variance.map { unit.distance($0.squareRoot(), language) } ?? nothing
  }
}
