internal import Foundation
internal import GRDB

/// A step from one version of the schema to the next.
struct Migration: Sendable {
  /// The version that it leads to.
  let version: Int32
  /// What it does, in this order.
  let statements: [String]

  /// Brings a store up to date: first a copy of the old file, then all steps in one transaction.
  ///
  /// The copy stays beside the store as `results.sqlite.v1.bak` until somebody takes it away.
  static func carryOut(
    _ steps: [Migration],
    in database: DatabaseQueue,
    at path: String
  ) throws(StoreProblem) {
    try ResultStore.checkpoint(database, at: path)
    let from = try ResultStore.asking(database, at: path) { db in
      try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    }
    try backUp(path, as: "\(path).v\(from).bak")
    try ResultStore.asking(database, at: path) { db in
      for step in steps where step.version > from {
        for statement in step.statements { try db.execute(sql: statement) }
        try db.execute(sql: "PRAGMA user_version = \(step.version)")
      }
    }
  }

  private static func backUp(_ path: String, as copy: String) throws(StoreProblem) {
    do {
      try Data(contentsOf: URL(fileURLWithPath: path))
        .write(to: URL(fileURLWithPath: copy), options: .atomic)
    } catch {
      throw .diskRefused(path: copy, reason: error.localizedDescription)
    }
  }
}

extension StoreSchema {
  /// The steps to the present version; none yet, since version 1 is the first.
  static let migrations: [Migration] = []
}
