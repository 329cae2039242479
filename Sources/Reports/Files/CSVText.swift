internal import Experiments

/// A table of comma-separated values as Excel and R read it (RFC 4180, UTF-8 with its mark).
struct CSVText {
  /// The file so far.
  private(set) var text = "\u{FEFF}"

  /// One cell.
  enum Cell {
    case word(String)
    case whole(Int)
    case decimal(Double?)
    /// A number with all its digits, for tables that are read back.
    case exact(Double)

    fileprivate var text: String {
      switch self {
      case .word(let word): CSVText.quoted(word)
      case .whole(let number): String(number)
      case .decimal(let number): number.map { DecimalText.text(of: $0) } ?? ""
      case .exact(let number): ExactText.text(of: number)
      }
    }
  }

  /// A table with these column heads.
  init(columns: [String]) { add(columns.map(Cell.word)) }

  /// Adds a line.
  mutating func add(_ cells: [Cell]) {
    text += cells.map(\.text).joined(separator: ",") + "\r\n"
  }

  /// A word in quotes where it needs them.
  ///
  /// A word that a spreadsheet would run as a formula gets an apostrophe before it; so does one
  /// that has such apostrophes already, so that a reader can take one away again.
  private static func quoted(_ word: String) -> String {
    let first = word.unicodeScalars.first { $0 != "'" }
    let isFormula = first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + word : word
    guard safe.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else {
      return safe
    }
    return "\""
      + safe.unicodeScalars.reduce(into: "") { text, scalar in
        text += scalar == "\"" ? "\"\"" : String(scalar)
      } + "\""
  }
}
