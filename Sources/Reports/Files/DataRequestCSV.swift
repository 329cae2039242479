/// A data request as a workbook that a spreadsheet opens, is filled in and is read back.
public enum DataRequestCSV {
  /// One figure, as it is written into its row.
  public struct Row: Sendable {
    /// Cells by the name of their column; what is not there is left empty.
    public let cells: [String: String]
    /// How much knowing the figure is worth.
    public let importance: Double?

    /// A row that asks for a figure, in words of one language.
    ///
    /// - Parameters:
    ///   - cells: The cells that are told as they are.
    ///   - unit: Name of a `FigureUnit`.
    ///   - standing: Name of a `FigureStanding`.
    ///   - source: Where today's value came from; of `中文 || English` one half is told.
    ///   - importance: How much knowing the figure is worth.
    ///   - language: Language of the cells.
    public init(
      asking cells: [String: String],
      unit: String,
      standing: String,
      source: String,
      importance: Double?,
      _ language: Language
    ) {
      let words = RequestWords(language: language)
      let told = [
        "unit": words.unit(unit), "standing": words.text("standing.\(standing)"),
        "source": words.note(source),
      ]
      self.init(cells: cells.merging(told) { $1 }, importance: importance)
    }

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

/// Units and sources of a request in one language.
private struct RequestWords: Told {
  let language: Language

  /// The unit in which a figure is written; shares may be written as such, so they are not told in
  /// per cent.
  func unit(_ name: String) -> String {
    name == UnitText.share.rawValue ? text("request.share") : UnitText(named: name).name(language)
  }
}
