internal import Experiments
internal import Foundation
internal import GRDB
internal import Synchronization

/// The results of one study or sweep in one SQLite file.
///
/// One process writes, under a lock of the kernel; any number may read at the same time. Every row
/// ends with a seal over its cells, so that damage is told and never read as a number. Rows do not
/// depend on the order in which they came: `contentHash` is the same however often and in whichever
/// order work was handed in.
public final class ResultStore: Sendable {
  /// Usual name of the file in the folder of a run.
  public static let fileName = "results.sqlite"

  /// Where the file is.
  public let path: String
  let database: DatabaseQueue
  /// Held by a store that may be written.
  private let lock: StoreLock?
  /// Mixed into the seal of every row.
  let salt: UInt64
  /// Places of measures by their names.
  let measures: [String: Int64]
  /// The first failure of the disk: after it nothing is tried again.
  private let failure = Mutex<StoreProblem?>(nil)

  private init(
    _ path: String,
    _ database: DatabaseQueue,
    lock: StoreLock?,
    salt: UInt64
  ) throws(StoreProblem) {
    self.path = path
    self.database = database
    self.lock = lock
    self.salt = salt
    measures = try Self.asking(database, at: path) { db in
      let rows = try Row.fetchAll(db, sql: "SELECT id, measure FROM measures")
      return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
    }
  }

  /// Opens the store of a run for writing, and makes it where there is none.
  ///
  /// - Throws: `StoreProblem`; a file that is not the store of this run is left as it is.
  public static func open(at path: String, for card: RunCard) throws(StoreProblem) -> ResultStore {
    if let kind = NetworkDisk.kind(at: path) { throw .networkDisk(path: path, kind: kind) }
    let lock = try StoreLock(of: path)
    do throws(StoreProblem) {
      return try open(at: path, for: card, under: lock)
    } catch {
      lock.release()
      throw error
    }
  }

  private static func open(
    at path: String,
    for card: RunCard,
    under lock: StoreLock
  ) throws(StoreProblem) -> ResultStore {
    if !FileManager.default.fileExists(atPath: path) { try make(at: path, for: card) }
    let header = try StoreHeader(of: path)
    let database = try queue(at: path, StoreConnection.writing)
    if header.version < StoreSchema.version {
      try Migration.carryOut(StoreSchema.migrations, in: database, at: path)
    }
    let found = try identity(in: database, at: path)
    guard found == card.salt else {
      throw .otherVersion(path: path, reason: "it holds another run, or one of other inputs")
    }
    return try ResultStore(path, database, lock: lock, salt: found)
  }

  /// Opens a store for reading; nothing of it is changed.
  ///
  /// - Throws: `StoreProblem`; `damaged` also when pages do not fit together.
  public static func open(readingFrom path: String) throws(StoreProblem) -> ResultStore {
    _ = try StoreHeader(of: path)
    let database = try queue(at: path, StoreConnection.reading)
    try check(database, at: path)
    return try ResultStore(
      path,
      database,
      lock: nil,
      salt: try identity(in: database, at: path)
    )
  }

  /// Makes an empty store under another name and puts it in its place when it is whole.
  private static func make(at path: String, for card: RunCard) throws(StoreProblem) {
    try WholeFile.put(at: path) { temporary in
      try write(at: temporary, run: card.salt) { try $0.write(card) }
    }
  }

  /// Writes a whole store at once into a new file that nobody else knows yet.
  static func write(
    at path: String,
    run salt: UInt64,
    _ fill: (RowWriter) throws -> Void
  ) throws(StoreProblem) {
    let database = try queue(at: path, StoreConnection.making)
    try asking(database, at: path) { db in
      for statement in StoreSchema.creation { try db.execute(sql: statement) }
      try db.execute(sql: "PRAGMA application_id = \(StoreSchema.applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(StoreSchema.version)")
      try fill(RowWriter(db, run: salt))
    }
    try closing(database, at: path)
  }

  /// Which run a store is of: the salt of its seals.
  static func identity(
    in database: DatabaseQueue,
    at path: String
  ) throws(StoreProblem) -> UInt64 {
    let run = try asking(database, at: path) { db in
      try Row.fetchOne(db, sql: "SELECT kind, id, contract FROM runs").map {
        RunCard.salt(kind: $0[0], id: $0[1], contract: $0[2])
      }
    }
    guard let run else { throw .damaged(path: path, detail: "it does not say of which run it is") }
    return run
  }

  /// Puts everything into the one file and lets go of it.
  ///
  /// - Throws: When the disk refuses; what was added before is safe all the same.
  public func close() throws(StoreProblem) {
    defer { lock?.release() }
    if lock != nil {
      try Self.checkpoint(database, at: path)
      // Without its log the file can be read from anywhere, also where nothing may be written.
      // A reader who is there at this moment keeps the log; the next writer takes it away.
      _ = try? database.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    }
    try Self.closing(database, at: path)
  }

  /// Asks or changes something in one transaction.
  func ask<Answer>(_ work: (Database) throws -> Answer) throws(StoreProblem) -> Answer {
    if let failed = failure.withLock({ $0 }) { throw failed }
    do throws(StoreProblem) {
      return try Self.asking(database, at: path, work)
    } catch {
      if error.isOfTheDisk { failure.withLock { $0 = error } }
      throw error
    }
  }
}
