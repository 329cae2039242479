internal import Experiments
internal import GRDB

/// Writes what tasks of a sweep left behind, row by row, within one transaction.
struct ShardRows {
  let writer: RowWriter
  /// Places of measures by their names.
  let measures: [String: Int64]
  /// Of the store, for messages.
  let path: String

  /// Writes all rows of a task.
  ///
  /// - Throws: `notFinite` for a reading that is no number; `otherVersion` for a measure or period
  ///   that this program does not know.
  func write(_ shard: Shard) throws {
    for reading in shard.readings where !reading.value.isFinite {
      throw StoreProblem.notFinite(
        task: shard.task,
        measure: reading.measure,
        period: reading.period
      )
    }
    try writer.add(
      [
        .whole(shard.task), .whole(shard.point), .whole(shard.policy),
        .whole(shard.replication), .text(shard.key), .text(String(shard.seed)),
        .whole(Int64(bitPattern: shard.events)), .text(shard.fingerprint), .text(shard.body),
        .whole(shard.readings.count),
      ],
      to: StoreSchema.replications
    )
    try writeReadings(of: shard)
    let ledger = shard.ledger.map { $0.cells(ofTask: shard.task) }
    try writer.add(ledger, to: StoreSchema.referrals)
    for (place, identity) in shard.brokenIdentities.enumerated() {
      try writer.add(identity.cells(ofTask: shard.task, place), to: StoreSchema.identities)
    }
  }

  private func writeReadings(of shard: Shard) throws {
    var periods: [String: Int64] = [:]
    var rows: [[Cell]] = []
    rows.reserveCapacity(shard.readings.count)
    for reading in shard.readings {
      let period: Int64
      if let known = periods[reading.period] {
        period = known
      } else {
        period = try number(ofPeriod: reading.period)
        periods[reading.period] = period
      }
      rows.append([
        .whole(shard.task), .whole(try place(ofMeasure: reading.measure)),
        .text(reading.place ?? ""), .text(reading.tier ?? ""), .whole(period),
        .whole(reading.numerator), .whole(reading.denominator), .real(reading.value),
      ])
    }
    try writer.add(rows, to: StoreSchema.readings)
  }

  private func number(ofPeriod label: String) throws -> Int64 {
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
