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
        var bytes: [UInt8] = []
        var rows = 0
        try reader.each(of: table) { row in
          for cell in row { cell.add(to: &bytes) }
          rows += 1
          guard bytes.count >= Self.hashedAtOnce else { return }
          stream.take(bytes)
          bytes.removeAll(keepingCapacity: true)
        }
        stream.take(bytes)
        return TableContent(name: table.name, rows: rows, sha256: stream.hexadecimal)
      }
    }
  }

  /// Bytes that are hashed at a time; changes nothing but the time it takes.
  private static let hashedAtOnce = 1 << 16

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
  /// Adds the cell as the content hash takes it in: kind, length, value.
  fileprivate func add(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(0)
    case .whole(let number):
      bytes.append(1)
      Self.add(UInt64(bitPattern: number), to: &bytes)
    case .real(let number):
      bytes.append(2)
      Self.add(number.bitPattern, to: &bytes)
    case .text(let text):
      bytes.append(3)
      Self.add(UInt64(text.utf8.count), to: &bytes)
      bytes.append(contentsOf: text.utf8)
    }
  }

  private static func add(_ word: UInt64, to bytes: inout [UInt8]) {
    for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> (place * 8))) }
  }
}
