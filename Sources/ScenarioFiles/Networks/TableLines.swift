/// The lines of a table of comma-separated values, with the places of their cells.
///
/// Cells may stand in quotes but do not run over several lines; empty lines are left out.
struct TableLines {
  /// One cell without its quotes and the spaces around it.
  struct Cell {
    let text: String
    let span: Span
  }

  /// The lines with their cells; every line has at least one.
  let rows: [[Cell]]

  init(_ source: SourceFile, file: SourceID) {
    let text = String(decoding: source.bytes, as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    rows = lines.enumerated().compactMap { number, line in
      line.allSatisfy(\.isWhitespace)
        ? nil : TableLines.cells(of: line, line: number + 1, in: file)
    }
  }

  private static func cells(of line: Substring, line number: Int, in file: SourceID) -> [Cell] {
    var cells: [Cell] = []
    var text = ""
    var (begin, column) = (1, 1)
    var isQuoted = false
    func close() {
      let bare = text.drop { $0 == " " }.reversed().drop { $0 == " " || $0 == "\t" }.reversed()
      let skipped = text.prefix { $0 == " " }.count
      let start = Position(file: file, line: number, column: begin + skipped)
      var word = String(bare)
      if word.count >= 2, word.first == "\"", word.last == "\"" {
        word = String(word.dropFirst().dropLast()).replacing("\"\"", with: "\"")
      }
      cells.append(Cell(text: word, span: Span(start, length: bare.count)))
      text = ""
    }
    for character in line {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted {
        close()
        begin = column + 1
      } else {
        text.append(character)
      }
      column += character.unicodeScalars.count
    }
    close()
    return cells
  }
}
