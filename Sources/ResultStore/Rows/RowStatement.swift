internal import GRDB
internal import GRDBSQLite

/// A statement whose cells go to SQLite and come from it directly.
///
/// GRDB opens the file, keeps the statement and words its failures. Its own arguments and rows box
/// every value, which cost twice as much as SQLite's work on the row.
// The handle is that of `statement`, which finalises it and lives as long as this.
@safe
struct RowStatement {
  private let db: Database
  private let statement: Statement
  private let handle: SQLiteStatement

  /// Prepares a statement, or finds it among those that were prepared before.
  init(_ db: Database, _ sql: String) throws {
    self.db = db
    statement = try db.cachedStatement(sql: sql)
    unsafe handle = statement.sqliteStatement
  }

  /// Runs it with a row in the places of its question marks.
  func run(with cells: [Cell], _ seal: Int64) throws {
    for (place, cell) in cells.enumerated() { try bind(cell, at: place) }
    try bind(.whole(seal), at: cells.count)
    defer { unsafe sqlite3_reset(handle) }
    _ = try step()
  }

  /// Hands over every row that it finds; it stands on the row only during the call.
  func each(_ take: (RowStatement) throws -> Void) throws {
    defer { unsafe sqlite3_reset(handle) }
    while try step() { try take(self) }
  }

  /// A cell of the present row; `nil` for a blob, which is none of ours.
  subscript(place: Int) -> Cell? {
    let column = Int32(place)
    switch unsafe sqlite3_column_type(handle, column) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return unsafe .whole(sqlite3_column_int64(handle, column))
    case SQLITE_FLOAT: return unsafe .real(sqlite3_column_double(handle, column))
    case SQLITE_TEXT:
      // The bytes stay where they are until the next step; SQLite counts them once they are text.
      guard let start = unsafe sqlite3_column_text(handle, column) else { return nil }
      let count = unsafe Int(sqlite3_column_bytes(handle, column))
      let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
      return unsafe .text(String(decoding: bytes, as: UTF8.self))
    default: return nil
    }
  }

  /// Whether there is a row, or a next one.
  private func step() throws -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw problem(code)
    }
  }

  private func bind(_ cell: Cell, at place: Int) throws {
    let number = Int32(place + 1)
    let code =
      switch cell {
      case .null: unsafe sqlite3_bind_null(handle, number)
      case .whole(let value): unsafe sqlite3_bind_int64(handle, number, value)
      case .real(let value): unsafe sqlite3_bind_double(handle, number, value)
      case .text(let text):
        bind(text, number)
      }
    guard code == SQLITE_OK else { throw problem(code) }
  }

  private func bind(_ text: String, _ number: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      // SQLite copies the bytes before the call returns. Without an address it would take null.
      guard let start = unsafe UnsafeRawPointer(bytes.baseAddress) else {
        return unsafe sqlite3_bind_text(handle, number, "", 0, Self.copied)
      }
      let letters = unsafe start.assumingMemoryBound(to: CChar.self)
      return unsafe sqlite3_bind_text(handle, number, letters, Int32(bytes.count), Self.copied)
    }
  }

  private func problem(_ code: Int32) -> DatabaseError {
    DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
  }

  /// SQLite's word for bytes that it must copy, which it defines as a cast of -1.
  private static var copied: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
