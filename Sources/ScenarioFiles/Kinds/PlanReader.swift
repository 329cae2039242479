internal import Experiments

/// Reads plan files: the rows of one reform plan.
struct PlanReader {
  let desk: Desk

  /// The rows, in the order of the file.
  func read(_ document: DocumentReader.Document) -> [PlanRow] {
    guard let root = document.root else { return [] }
    var keys = MappingReader(desk, root, path: "", places: .plan)
    guard SchemaKind.read(&keys, allowed: [.plan]) != nil else { return [] }
    let id = keys.id() ?? "?"
    _ = keys.names()
    _ = keys.text(keys.required("document", zh: "文件", expected: "number or title of the plan"))
    let entry = keys.required("rows", zh: "条目", expected: "a list of rows")
    var places: [String: Position] = [:]
    let rows = (keys.items(entry) ?? []).compactMap { node, path in
      keys.mapping(node, path: path).flatMap { row($0, of: id, &places) }
    }
    keys.finish()
    return rows
  }

  private func row(
    _ mapping: MappingReader,
    of plan: String,
    _ places: inout [String: Position]
  ) -> PlanRow? {
    var keys = mapping
    let words = PlanRow.Scope.allCases.map(\.rawValue)
    let id = keys.id("row")
    let scope = keys.word(
      keys.required("scope", zh: "范围", expected: "one of " + Suggestions.list(words)),
      among: words
    )
    let zh = keys.text(keys.required("zh", zh: "中文", expected: "the Chinese wording"))
    let en = keys.text(keys.required("en", zh: "英文", expected: "the English wording"))
    _ = keys.text(keys.optional("where", zh: "位置"))
    let reason = keys.text(keys.optional("reason", zh: "理由"))
    keys.finish()
    guard let id, let scope, let zh, let en else { return nil }
    let span = desk[mapping.node].span
    if let first = places[id] {
      desk.report(
        .duplicateID,
        at: span,
        "the row \(Visible.quoted(id)) is here and at \(first.lineAndColumn)",
        key: keys.path(of: "row")
      )
    }
    places[id] = span.start
    return PlanRow(
      id: id,
      plan: plan,
      scope: PlanRow.Scope.allCases[scope],
      zh: zh,
      en: en,
      reason: reason ?? ""
    )
  }
}
