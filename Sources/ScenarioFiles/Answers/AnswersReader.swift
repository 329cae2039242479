internal import CountyModel

/// Reads a data request that came back: a table with a value and its source in some rows.
struct AnswersReader {
  let library: Library

  /// The key of county files that names the table.
  static let key = KnownKey("answers", zh: "填报表")
  private static let mostRows = 100_000

  /// Columns of a data request, in the order in which they are written.
  static let columns: [TableColumn] = [
    .optional("rank", zh: "优先级"), .required("path", zh: "路径"),
    .optional("zh", zh: "中文名称"), .optional("en", zh: "英文名称"),
    .optional("unit", zh: "单位"), .optional("expected", zh: "填写要求"),
    .optional("now", zh: "当前取值"), .optional("standing", zh: "当前性质"),
    .optional("source", zh: "当前出处"), .optional("importance", zh: "价值"),
    .required("value", zh: "填报值"), .required("valueSource", zh: "填报出处"),
    .optional(standing, zh: "填报性质"), .asOf,
  ]
  /// How far a filled value may be trusted; a fact when nothing is said.
  static let standing = "valueStanding"

  init(_ library: Library) { self.library = library }

  /// The answers in the table that a county names; none when it names none.
  func read(_ keys: inout MappingReader) -> FigureAnswers {
    let entry = keys.optional(Self.key.name, zh: Self.key.zh)
    let desk = library.desk
    var answers = FigureAnswers()
    guard let entry, let reference = keys.text(entry),
      let file = library.table(reference, at: entry.value, key: Self.key.name),
      let sheet = CSVSheet.read(file, named: Self.key.name, atMost: Self.mostRows, on: desk),
      let table = TableReader(sheet, columns: Self.columns, on: desk)
    else { return answers }
    for row in sheet.rows.indices {
      guard let path = table.cell("path", row), let value = table.cell("value", row),
        !value.bare.isEmpty
      else { continue }
      table.checkDay(row)
      guard let source = table.text("valueSource", row) else { continue }
      if answers.byPath[path.bare] != nil {
        table.report(
          .duplicateID,
          path,
          "path",
          "the figure \(Visible.quoted(path.bare)) is filled in twice",
          help: "keep one of the two rows"
        )
      }
      let text = TableSheet.unescaped(value.bare)
      answers.byPath[path.bare] = FigureAnswers.Answer(
        node: desk.add(
          Node(span: value.span, content: .scalar(Scalar(text: text, style: .plain)))
        ),
        origin: .stated(Provenance(standing: standing(table, row), id: nil, source: source)),
        place: path.span
      )
    }
    return answers
  }

  /// The word that Chinese workbooks and pages use.
  static func inChinese(_ standing: FigureStanding) -> String {
    switch standing {
    case .fact: "事实"
    case .proxy: "替代值"
    case .nationalMean: "全国平均"
    case .solved: "求解得出"
    case .assumed: "假定"
    @unknown default: standing.rawValue
    }
  }

  private func standing(_ table: TableReader, _ row: Int) -> FigureStanding {
    guard let cell = table.cell(Self.standing, row), !cell.bare.isEmpty else { return .fact }
    let words = FigureStanding.allCases.map { (name: $0.rawValue, zh: [Self.inChinese($0)]) }
    return table.word(Self.standing, row, among: words).map { FigureStanding.allCases[$0] } ?? .fact
  }
}
