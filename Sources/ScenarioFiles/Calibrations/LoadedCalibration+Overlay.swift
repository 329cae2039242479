internal import CountyModel
internal import Experiments
public import Foundation

extension LoadedCalibration {
  /// The inputs of the study with other values laid over them: copies of all files, the rows of a
  /// table of answers, and a county file that names this table.
  public struct Overlay: Sendable {
    /// Names relative to one folder, and their bytes.
    public let files: [(name: String, bytes: Data)]
    /// Name of the study, which `countyflow run` reads.
    public let study: String
    /// Name of the table of answers.
    public let table: String
    /// Its rows, by the names of columns of a data request.
    public let answers: [[String: String]]
  }

  /// Name of the table beside the copy of the county.
  static let table = "calibrated.csv"

  /// The files of the study under values of the inputs, one for each in order.
  public func overlay(of values: [Double]) -> Overlay {
    let county = copies.name(of: file.study.county.document.source)
    let table = Library.join(county, Self.table)
    let files = copies.files.map { copy in
      copy.name == county ? (copy.name, Self.naming(Self.table, in: copy.bytes)) : copy
    }
    return Overlay(
      files: files,
      study: copies.name(of: file.studySource),
      table: table,
      answers: answers(values)
    )
  }

  /// The county file with a key that names the table, right after its schema.
  private static func naming(_ table: String, in bytes: Data) -> Data {
    let text = String(decoding: bytes, as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let place = lines.firstIndex { $0.hasPrefix("schema:") } ?? 0
    lines.insert("\(AnswersReader.key.name): \(table)", at: min(place + 1, lines.count))
    return Data(lines.joined(separator: "\n").utf8)
  }

  /// As much of a source as a table may hold.
  private static func short(_ source: String) -> String {
    let most = TableReader.longestText
    guard source.unicodeScalars.count > most else { return source }
    return String(String.UnicodeScalarView(source.unicodeScalars.prefix(most - 1))) + "…"
  }

  /// One row for each figure; of a list of numbers, the whole list.
  private func answers(_ values: [Double]) -> [[String: String]] {
    var rows: [(path: String, value: String, source: String)] = []
    for (input, value) in zip(calibration.inputs, values) {
      let figure = String(input.path.prefix { $0 != "[" })
      let source = "countyflow calibrate \(id); \(input.source)"
      guard figure != input.path else {
        rows.append((figure, QuantityGrammar.text(value, in: input.unit), source))
        continue
      }
      if let place = rows.firstIndex(where: { $0.path == figure }) {
        rows[place].source += "; \(input.source)"
        continue
      }
      let items = file.study.county.numbers.filter { $0.path.hasPrefix(figure + "[") }.map { item in
        let changed = zip(calibration.inputs, values).first { $0.0.path == item.path }?.1
        return QuantityGrammar.text(changed ?? item.value, in: input.unit)
      }
      rows.append((figure, items.joined(separator: "; "), source))
    }
    return rows.map { row in
      [
        "path": row.path, "value": row.value, "valueSource": Self.short(row.source),
        AnswersReader.standing: FigureStanding.solved.rawValue,
      ]
    }
  }
}
