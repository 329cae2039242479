internal import Foundation
internal import GRDB

/// Everything that goes through SQLite, with its failures in our own words.
extension ResultStore {
  static func queue(
    at path: String,
    _ configuration: Configuration
  ) throws(StoreProblem) -> DatabaseQueue {
    try inOurWords(at: path) { try DatabaseQueue(path: path, configuration: configuration) }
  }

  static func asking<Answer>(
    _ database: DatabaseQueue,
    at path: String,
    _ work: (Database) throws -> Answer
  ) throws(StoreProblem) -> Answer {
    try inOurWords(at: path) {
      let isReading = database.configuration.readonly
      return try isReading ? database.read(work) : database.write(work)
    }
  }

  /// The same without a transaction: for what cannot stand in one, and for files so damaged that
  /// none can be ended.
  static func askingPlainly<Answer>(
    _ database: DatabaseQueue,
    at path: String,
    _ work: (Database) throws -> Answer
  ) throws(StoreProblem) -> Answer {
    try inOurWords(at: path) { try database.inDatabase(work) }
  }

  /// Puts the log into the file.
  static func checkpoint(_ database: DatabaseQueue, at path: String) throws(StoreProblem) {
    try askingPlainly(database, at: path) { db in
      _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }

  static func closing(_ database: DatabaseQueue, at path: String) throws(StoreProblem) {
    try inOurWords(at: path) { try database.close() }
  }

  /// Whether pages fit together and the tables are ours, statement by statement.
  static func check(_ database: DatabaseQueue, at path: String) throws(StoreProblem) {
    let found = try asking(database, at: path) { db in
      try String.fetchAll(db, sql: "PRAGMA quick_check(1)")
    }
    if let complaint = found.first, complaint != "ok" {
      throw .damaged(path: path, detail: complaint)
    }
    let statements = try asking(database, at: path) { db in
      try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
    }
    guard Set(statements) == Set(StoreSchema.creation) else {
      throw .damaged(
        path: path,
        detail: "its tables are not those of version \(StoreSchema.version)"
      )
    }
  }

  /// What comes of some work with SQLite.
  private static func inOurWords<Answer>(
    at path: String,
    _ work: () throws -> Answer
  ) throws(StoreProblem) -> Answer {
    do {
      return try work()
    } catch {
      throw problem(error, at: path)
    }
  }

  /// What a failure of SQLite means for the store.
  static func problem(_ error: any Error, at path: String) -> StoreProblem {
    guard let error = error as? DatabaseError else {
      return error as? StoreProblem
        ?? .diskRefused(path: path, reason: error.localizedDescription)
    }
    let reason = error.message ?? "SQLite's code \(error.resultCode.rawValue)"
    return switch error.resultCode {
    case .SQLITE_FULL, .SQLITE_NOMEM, .SQLITE_IOERR: .diskRefused(path: path, reason: reason)
    case .SQLITE_BUSY, .SQLITE_LOCKED: .inUse(path: path, by: "another process")
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      .notWritable(path: path, reason: reason)
    case .SQLITE_NOTADB: .notAStore(path: path, reason: reason)
    default: .damaged(path: path, detail: reason)
    }
  }
}
