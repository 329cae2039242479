/// A data request as a workbook that a spreadsheet opens, is filled in and is read back.
public enum DataRequestCSV {
  /// One figure, as it is written into its row.
  public struct Row: Sendable {
    /// Cells by the name of their column; what is not there is left empty.
    public let cells: [String: String]
    /// How much knowing the figure is worth.
    public let importance: Double?

    /// A row from its parts.
    public init(cells: [String: String], importance: Double?) {
      self.cells = cells
      self.importance = importance
    }
  }

  /// What decides the order of the figures.
  public enum Order: Sendable {
    /// By how wide the range of a figure is: all that is known without a sweep.
    case byWidth
    /// By how much knowing a figure would change a verdict.
    case byValue
  }

  /// What decides the order, for those who will read it.
  public static func order(_ order: Order, _ language: Language) -> String {
    switch order {
    case .byWidth: Messages.shared.text("request.byWidth", language)
    case .byValue: Messages.shared.text("request.byValue", language)
    }
  }

  /// How many figures were written into which file.
  public static func written(_ figures: Int, to file: String, _ language: Language) -> String {
    Messages.shared.text("request.written", language, [String(figures), file])
  }

  /// The table, with a mark of its encoding, and two empty columns for the answer.
  ///
  /// - Parameters:
  ///   - rows: The figures in the order in which they are asked for.
  ///   - columns: Names of the columns, and their Chinese names.
  ///   - language: Language of the column heads; both are read back.
  /// - Returns: The text of the file.
  public static func render(
    _ rows: [Row],
    columns: [(name: String, zh: String)],
    _ language: Language
  ) -> String {
    var table = CSVText(columns: columns.map { language == .zh ? $0.zh : $0.name })
    for (place, row) in rows.enumerated() {
      table.add(
        columns.map { column in
          switch column.name {
          case "rank": .whole(place + 1)
          case "importance": .decimal(row.importance)
          // A list of numbers may be long, and is read back.
          case "value": .word(row.cells["value"] ?? "")
          default: .word(PlainText.shown(row.cells[column.name] ?? ""))
          }
        }
      )
    }
    return table.text
  }
}
