/// A table in plain text, aligned for terminals in which Chinese characters take two columns.
struct TextTable {
  /// On which side a column stands.
  enum Side {
    case left, right
  }

  private let heads: [String]
  private let sides: [Side]
  private var rows: [[String]] = []

  /// A table with these column heads.
  init(_ columns: [(head: String, side: Side)]) {
    heads = columns.map(\.head)
    sides = columns.map(\.side)
  }

  /// Adds a line.
  ///
  /// - Precondition: There is a cell for every column.
  mutating func add(_ cells: [String]) {
    precondition(cells.count == heads.count, "a line needs a cell for every column")
    rows.append(cells)
  }

  /// The table, one line for each row, without spaces at line ends.
  var text: String {
    let widths = heads.indices.map { column in
      ([heads] + rows).map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    return ([heads, rule] + rows).map { line($0, widths) }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (column, cell) in cells.enumerated() {
      let space = String(
        repeating: " ",
        count: widths[column] - DisplayWidth.columns(of: cell)
      )
      text += sides[column] == .left ? cell + space : space + cell
      text += "  "
    }
    while text.hasSuffix(" ") { text.removeLast() }
    return text + "\n"
  }
}
