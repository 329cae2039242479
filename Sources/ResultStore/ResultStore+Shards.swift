public import Experiments
internal import GRDB

extension ResultStore {
  /// What became of work that was handed in.
  public enum Delivery: Sendable {
    /// It is stored now.
    case stored
    /// The very same was there already.
    case known
  }

  /// Stores what one task left behind, all of it or nothing, in one transaction.
  ///
  /// - Throws: `notReproducible` when the task is there with other numbers; `notFinite` for a
  ///   reading that is no number; `otherVersion` for a measure that this program does not know.
  @discardableResult
  public func add(_ shard: Shard) throws(StoreProblem) -> Delivery {
    try ask { db in
      if let known = try known(shard, in: db) { return known }
      let rows = ShardRows(writer: RowWriter(db, run: salt), measures: measures, path: path)
      try rows.write(shard)
      return .stored
    }
  }

  /// Whether a task is there already.
  private func known(_ shard: Shard, in db: Database) throws -> Delivery? {
    let statement = try db.cachedStatement(sql: "SELECT key, body FROM replications WHERE task = ?")
    guard let row = try Row.fetchOne(statement, arguments: [shard.task]) else { return nil }
    guard row["key"] == shard.key, row["body"] == shard.body else {
      throw StoreProblem.notReproducible(task: shard.task, key: shard.key)
    }
    return .known
  }

  /// Seals of the shards that are stored, by task.
  ///
  /// - Throws: `damaged` when a row is not as it was written.
  func seals() throws(StoreProblem) -> [Int: String] {
    try ask { db in
      var seals: [Int: String] = [:]
      let reader = RowReader(db, run: salt, at: path)
      try reader.each(of: StoreSchema.replications) { row in
        let task = try row[0].whole()
        seals[task] = try row[8].text()
      }
      return seals
    }
  }
}
