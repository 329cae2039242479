/// A column that a table may have, and what else it is called.
struct TableColumn: Sendable {
  let name: String
  let zh: String
  /// Names that are not read, but show what was meant.
  let aliases: [String]
  let need: Need

  /// Whether a table must have it.
  enum Need: Sendable {
    case required
    case optional
  }

  static func required(_ name: String, zh: String, aliases: [String] = []) -> TableColumn {
    TableColumn(name: name, zh: zh, aliases: aliases, need: .required)
  }

  static func optional(_ name: String, zh: String, aliases: [String] = []) -> TableColumn {
    TableColumn(name: name, zh: zh, aliases: aliases, need: .optional)
  }

  /// Day of which the row is true: checked, kept with the table, and read by nobody else.
  static let asOf = optional("asOf", zh: "数据日期", aliases: ["date"])
}
