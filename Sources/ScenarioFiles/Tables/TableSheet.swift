/// A table as a file holds it: a head and rows of cells, each with its place.
struct TableSheet {
  /// One cell of a row, or the head of a column.
  struct Cell {
    let text: String
    let span: Span

    /// The text without spaces around it.
    var bare: String {
      let scalars = text.unicodeScalars.drop(while: TableSheet.isSpace)
      return String(
        String.UnicodeScalarView(scalars.reversed().drop(while: TableSheet.isSpace).reversed())
      )
    }
  }

  /// What the table is of, such as `settlements`; stands before the column in key paths.
  let name: String
  /// Heads of the columns.
  let head: [Cell]
  /// Rows; each has as many cells as there are columns.
  let rows: [[Cell]]
  /// Whether the places in it are WGS-84 by the standard of its format (GeoJSON, RFC 7946).
  let isGeoJSON: Bool

  /// The place of the first column, for problems of the whole table.
  var start: Span { head[0].span }

  /// Whether a scalar is a space, a tab, or a space of Chinese typing.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    [0x20, 0x09, 0xA0, 0x3000].contains(scalar.value)
  }

  /// A word as it was before a spreadsheet was kept from running it as a formula.
  ///
  /// `'=1+1` is `=1+1` again; the writers of tables put the apostrophe there.
  static func unescaped(_ text: String) -> String {
    let rest = text.unicodeScalars.drop { $0 == "'" }
    guard text.hasPrefix("'"), let first = rest.first, "=+-@\t\r".unicodeScalars.contains(first)
    else { return text }
    return String(text.dropFirst())
  }
}
