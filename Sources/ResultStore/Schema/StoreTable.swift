/// A table of the store: everything that creates, fills, reads, checks and exports it follows from
/// this.
struct StoreTable: Sendable {
  /// What a column holds.
  enum Kind: String, Sendable {
    case whole = "INTEGER"
    case real = "REAL"
    case text = "TEXT"
  }

  /// A column.
  struct Column: Sendable {
    let name: String
    let kind: Kind
    /// Whether a cell may be empty.
    var presence = Presence.always
    /// The table whose key it repeats.
    var refersTo: String?

    /// Whether there is always something.
    enum Presence: Sendable { case always, sometimes }
  }

  let name: String
  /// The columns, without the seal; the first of them are the key.
  let columns: [Column]
  /// How many columns identify a row.
  let keyed: Int
  /// The statement that adds a row.
  let insertion: String

  /// A table from its parts.
  init(name: String, columns: [Column], keyed: Int) {
    self.name = name
    self.columns = columns
    self.keyed = keyed
    // Made once: a sweep adds a thousand rows a task.
    let names = columns.map(\.name).joined(separator: ", ")
    let places = Array(repeating: "?", count: columns.count + 1).joined(separator: ", ")
    insertion = "INSERT INTO \(name) (\(names), seal) VALUES (\(places))"
  }

  /// Names of the columns of the key.
  var key: String { columns.prefix(keyed).map(\.name).joined(separator: ", ") }
  /// Names of all columns, without the seal.
  var names: String { columns.map(\.name).joined(separator: ", ") }

  /// The statement that makes it.
  var creation: String {
    let lines = columns.map { column in
      let presence = column.presence == .always ? " NOT NULL" : ""
      let reference = column.refersTo.map { " REFERENCES \($0) (\(column.name))" } ?? ""
      return "  \(column.name) \(column.kind.rawValue)\(presence)\(reference)"
    }
    let all = lines + ["  seal INTEGER NOT NULL", "  PRIMARY KEY (\(key))"]
    return "CREATE TABLE \(name) (\n\(all.joined(separator: ",\n"))\n) STRICT, WITHOUT ROWID"
  }

  /// The question for all rows in the order of the key, the seal last.
  var selection: String { selection(where: "") }

  /// The same for some of them; `condition` begins with ` WHERE `.
  func selection(where condition: String) -> String {
    "SELECT \(names), seal FROM \(name)\(condition) ORDER BY \(key)"
  }

  /// The same from the other end.
  func backwards(where condition: String) -> String {
    let order = columns.prefix(keyed).map { "\($0.name) DESC" }.joined(separator: ", ")
    return "SELECT \(names), seal FROM \(name)\(condition) ORDER BY \(order)"
  }
}
