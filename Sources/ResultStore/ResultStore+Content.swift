internal import Experiments
internal import GRDB

extension ResultStore {
  /// What a table holds.
  public struct TableContent: Encodable, Sendable, Hashable {
    /// Name of the table.
    public let name: String
    /// How many rows it has.
    public let rows: Int
    /// SHA-256 over all cells in the order of the key.
    public let sha256: String
  }

  /// The content of every table, the same in whatever order the rows came.
  ///
  /// - Throws: `damaged` when a row is not as it was written.
  public func content() throws(StoreProblem) -> [TableContent] {
    try ask { db in
      let reader = RowReader(db, run: salt, at: path)
      return try StoreSchema.tables.map { table in
        var stream = SHA256Stream()
        var rows = 0
        try reader.each(of: table) { row in
          stream.take(row.flatMap(\.bytes))
          rows += 1
        }
        return TableContent(name: table.name, rows: rows, sha256: stream.hexadecimal)
      }
    }
  }

  /// One hash of everything that the store holds: equal stores, equal hashes, whatever the bytes of
  /// their files.
  public func contentHash() throws(StoreProblem) -> String {
    let lines = try content().map { "\($0.sha256) \($0.rows) \($0.name)\n" }
    return SHA256.hexadecimal(lines.joined().utf8)
  }

  /// Numbers of the tasks that are stored, in order.
  public func tasks() throws(StoreProblem) -> [Int] {
    try ask { db in try Int.fetchAll(db, sql: "SELECT task FROM replications ORDER BY task") }
  }
}

extension Cell {
  /// The cell as the content hash takes it in: kind, length, value.
  fileprivate var bytes: [UInt8] {
    switch self {
    case .null: [0]
    case .whole(let number): [1] + Self.bytes(of: UInt64(bitPattern: number))
    case .real(let number): [2] + Self.bytes(of: number.bitPattern)
    case .text(let text): [3] + Self.bytes(of: UInt64(text.utf8.count)) + Array(text.utf8)
    }
  }

  private static func bytes(of word: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
  }
}
