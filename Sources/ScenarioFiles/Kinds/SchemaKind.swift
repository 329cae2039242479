/// The kinds of scenario file, by their `schema` line.
enum SchemaKind: String, CaseIterable {
  case county = "countyflow/county/1"
  case region = "countyflow/region/1"
  case section = "countyflow/section/1"
  case policy = "countyflow/policy/1"
  case study = "countyflow/study/1"
  case studies = "countyflow/studies/1"
  case plan = "countyflow/plan/1"
  case network = "countyflow/network/1"
  case goal = "countyflow/goal/1"
  case sweep = "countyflow/sweep/1"
  case calibration = "countyflow/calibration/1"

  /// A smallest file, for somebody who begins with an empty one.
  static let example = """
    a smallest policy file:
        schema: countyflow/policy/1
        id: county-beds
        name: {zh: 增加县级床位, en: More county beds}
        levers:
          beds.countyBeds: {to: 1.1, from: 2025-01-01}
    """

  /// The kind that a file names, looked at without reading the rest; `nil` for none or an unknown.
  static func of(_ path: String) -> SchemaKind? {
    let library = Library()
    guard let root = library.open(path: path).root,
      case .mapping(let entries) = library.desk[root].content,
      let schema = entries.first(where: { $0.key == "schema" })
    else { return nil }
    return SchemaKind(rawValue: library.desk.text(of: schema.value))
  }

  /// Reads the kind of a file, which must be one of `allowed`.
  static func read(_ keys: inout MappingReader, allowed: [SchemaKind]) -> SchemaKind? {
    let words = allowed.map(\.rawValue)
    guard let entry = keys.optional("schema", zh: "格式") else {
      // Without it nothing else is read, so this cannot wait until the other keys are known.
      keys.desk.report(
        .missingKey,
        at: keys.desk[keys.node].span,
        "the key `schema` is missing",
        key: "schema",
        expected: "one of " + Suggestions.list(words)
      )
      return nil
    }
    return keys.word(entry, among: words).map { allowed[$0] }
  }
}
