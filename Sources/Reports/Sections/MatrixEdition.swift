internal import Experiments

/// One matrix told in one language.
struct MatrixEdition: Told {
  let matrix: MatrixTable
  let language: Language

  func name(of row: MatrixRow) -> String { written(zh: row.zh, en: row.en) }
  func name(of column: MatrixColumn) -> String {
    written(zh: column.study.countyZh, en: column.study.countyEn)
  }
  func name(of policy: MatrixColumn.PolicyName) -> String {
    written(zh: policy.zh, en: policy.en)
  }
  func isOneRun(_ column: MatrixColumn) -> Bool { column.study.replications == 1 }
  func unit(_ row: Int) -> UnitText { UnitText(named: matrix.units[row]) }

  /// That verdicts rest on a part of their year, and in which studies; `nil` where none does.
  var partialYears: String? {
    let places = matrix.columns.indices.filter { column in
      matrix.cells.contains { $0[column].verdicts.contains(where: \.coversPartOfYear) }
    }
    guard !places.isEmpty else { return nil }
    let names = places.map { name(of: matrix.columns[$0]) }
      .joined(separator: language.pick(zh: "、", en: ", "))
    return text("matrix.partialYear", names)
  }

  /// A value with half its interval: `63.40% ±0.05`.
  func level(_ estimate: Estimate?, _ unit: UnitText) -> String {
    guard let estimate else { return text("word.nothing") }
    let value = unit.level(estimate.mean, language)
    return estimate.halfWidth.map { value + " " + unit.spread($0, beside: estimate.mean, language) }
      ?? value
  }

  /// A difference with half its interval: `+1.20 ±0.05`.
  func change(_ estimate: Estimate?, _ unit: UnitText) -> String {
    guard let estimate else { return text("word.nothing") }
    let value = unit.bareChange(estimate.mean, language)
    return estimate.halfWidth.map { value + " " + unit.spread($0, beside: estimate.mean, language) }
      ?? value
  }

  /// What a plan promises, in a few words: `≥70% (2027)`.
  func promise(_ target: Target, _ unit: UnitText) -> String {
    let value = unit.written(target.value, language)
    let sign = target.sense == .atLeast ? "≥" : "≤"
    let words =
      switch target.kind {
      case .reach: sign + value
      case .keep: text("matrix.keep", sign + value)
      case .rise: text(target.sense == .atLeast ? "matrix.rise" : "matrix.fall")
      }
    return text("matrix.by", words, String(target.year))
  }

  /// The sign of a verdict in plain text; `?` where one run gave no interval.
  func sign(of verdict: Verdict, in column: MatrixColumn) -> String {
    let doubt = isOneRun(column) ? "?" : verdict.margin == .straddles ? "≈" : ""
    return switch verdict.outcome {
    case .met: doubt + "✓"
    case .missed: doubt + "✗"
    case .notMeasured: "–"
    }
  }
}
