public import Experiments

/// The page that lays several studies side by side: one HTML file, both languages, no script.
public enum MatrixPage {
  /// Draws the page from a matrix alone; the same matrix gives the same bytes.
  public static func render(_ matrix: MatrixTable) -> String {
    let editions = Language.allCases.map { MatrixEdition(matrix: matrix, language: $0) }
    let titles = editions.map { $0.written(zh: matrix.zh, en: matrix.en) }
    return PageFrame(titles: titles).matrix(of: editions.map(\.slots))
  }
}

extension MatrixEdition {
  /// Everything the template asks for.
  var slots: Slots {
    [
      "language": language.rawValue, "tag": language.tag, "t": Wording(language: language),
      "title": written(zh: matrix.zh, en: matrix.en),
      "note": matrix.note.isEmpty ? [] : [note(matrix.note)],
      "columns": matrix.columns.map { ["place": name(of: $0), "packages": packageName(of: $0)] },
      "rows": matrix.rows.indices.map(matrixRow),
      "partial": partialYears.map { [$0] } ?? [],
      "measures": matrix.columns.indices.filter { matrix.columns[$0].policies.count > 2 }
        .map(measures),
      "studies": matrix.columns.map(studyRow),
    ]
  }

  private func packageName(of column: MatrixColumn) -> [String] {
    column.package.map { [name(of: column.policies[$0])] } ?? []
  }

  private func matrixRow(_ place: Int) -> Slots {
    [
      "name": name(of: matrix.rows[place]),
      "cells": zip(matrix.columns, matrix.cells[place]).map { column, cell -> Slots in
        [
          "baseline": exact(cell.values[0], level(cell.values[0], unit(place))),
          "packages": column.package.map { policy in
            [exact(cell.values[policy], "→ " + level(cell.values[policy], unit(place)))]
          } ?? [],
          "year": cell.year.map { [String($0)] } ?? [],
          "verdicts": verdicts(in: cell, column, unit(place)),
        ]
      },
    ]
  }

  private func verdicts(
    in cell: MatrixCell,
    _ column: MatrixColumn,
    _ unit: UnitText
  ) -> [Slots] {
    cell.verdicts(onPolicy: column.package ?? 0).enumerated().map { place, verdict in
      let calm = cell.verdicts(onPolicy: 0)[place]
      let today = text("matrix.today", text("outcome.\(calm.outcome.rawValue)"))
      return [
        "outcome": verdict.outcome.rawValue, "margin": verdict.margin.rawValue,
        "outcomeText": text("outcome.\(verdict.outcome.rawValue)"),
        "promise": promise(verdict.target, unit),
        "plan": verdict.target.plan.map(PlainText.shown).joined(separator: ", "),
        "today": isOneRun(column) ? text("word.list", today, text("margin.oneRun")) : today,
      ]
    }
  }

  private func measures(_ place: Int) -> Slots {
    let column = matrix.columns[place]
    return [
      "title": text("matrix.measures", name(of: column)),
      "columns": matrix.rows.map(name(of:)),
      "rows": column.policies.indices.dropFirst().map { policy -> Slots in
        [
          "name": name(of: column.policies[policy]),
          "cells": matrix.rows.indices.map { row -> Slots in
            let difference = matrix.cells[row][place].differences[policy]
            return exact(difference, change(difference, unit(row)))
          },
        ]
      },
    ]
  }

  private func studyRow(_ column: MatrixColumn) -> Slots {
    [
      "place": name(of: column),
      "title": written(zh: column.study.zh, en: column.study.en),
      "residents": Rounding.fixed(Double(column.study.residents), decimals: 0),
      "period": text(
        "head.period",
        PlainText.shown(column.study.start),
        PlainText.shown(column.study.end)
      ),
      "replications": String(column.study.replications),
      "report": PlainText.shown(column.study.id) + "/report.html",
    ]
  }

  private func exact(_ estimate: Estimate?, _ shown: String) -> Slots {
    estimate.map { ["exact": DecimalText.text(of: $0.mean), "text": shown] } ?? ["text": shown]
  }
}
