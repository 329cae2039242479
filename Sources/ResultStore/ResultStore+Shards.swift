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
    for reading in shard.readings where !reading.value.isFinite {
      throw .notFinite(task: shard.task, measure: reading.measure, period: reading.period)
    }
    return try ask { db in
      if let known = try known(shard, in: db) { return known }
      let writer = RowWriter(db, run: salt)
      try write(shard, with: writer)
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

  private func write(_ shard: Shard, with writer: RowWriter) throws {
    try writer.add(
      [
        .whole(shard.task), .whole(shard.point), .whole(shard.policy),
        .whole(shard.replication), .text(shard.key), .text(String(shard.seed)),
        .whole(Int64(bitPattern: shard.events)), .text(shard.fingerprint), .text(shard.body),
        .whole(shard.readings.count),
      ],
      to: StoreSchema.replications
    )
    var periods: [String: Int64] = [:]
    for reading in shard.readings {
      let period = try periods[reading.period] ?? number(ofPeriod: reading.period, writer)
      periods[reading.period] = period
      try writer.add(
        [
          .whole(shard.task), .whole(try place(ofMeasure: reading.measure)),
          .text(reading.place ?? ""), .text(reading.tier ?? ""), .whole(period),
          .whole(reading.numerator), .whole(reading.denominator), .real(reading.value),
        ],
        to: StoreSchema.readings
      )
    }
    for row in shard.ledger {
      try writer.add(row.cells(ofTask: shard.task), to: StoreSchema.referrals)
    }
    for (place, identity) in shard.brokenIdentities.enumerated() {
      try writer.add(identity.cells(ofTask: shard.task, place), to: StoreSchema.identities)
    }
  }

  private func number(ofPeriod label: String, _ writer: RowWriter) throws -> Int64 {
    guard let period = Period(label: label) else {
      throw StoreProblem.otherVersion(path: path, reason: "it has no period `\(label)`")
    }
    try writer.addOnce(period.row, to: StoreSchema.periods)
    return period.number
  }

  private func place(ofMeasure id: String) throws -> Int64 {
    guard let place = measures[id] else {
      throw StoreProblem.otherVersion(path: path, reason: "it has no measure `\(id)`")
    }
    return place
  }
}

extension Shard.LedgerRow {
  /// The row as a table holds it.
  func cells(ofTask task: Int) -> [Cell] {
    [
      .whole(task), .whole(year), .text(from), .text(to), .text(reason), .whole(requested),
      .whole(appropriate), .whole(accepted), .whole(arrived), .whole(onward),
    ]
  }
}

extension IdentityTable {
  /// The row as a table holds it.
  func cells(ofTask task: Int, _ place: Int) -> [Cell] {
    [
      .whole(task), .whole(place), .text(id), .text(zh), .text(en), .whole(left),
      .whole(right),
    ]
  }
}
