internal import Experiments
internal import GRDB

/// Adds rows with their seals, within one transaction.
struct RowWriter {
  private let db: Database
  private let salt: UInt64

  init(_ db: Database, run salt: UInt64) {
    self.db = db
    self.salt = salt
  }

  /// Adds a row.
  func add(_ cells: [Cell], to table: StoreTable) throws { try add([cells], to: table) }

  /// Adds rows.
  func add(_ rows: [[Cell]], to table: StoreTable) throws {
    try add(rows, to: table, table.insertion)
  }

  /// Adds a row unless its key is there already.
  func addOnce(_ cells: [Cell], to table: StoreTable) throws {
    try add([cells], to: table, table.insertion + " ON CONFLICT DO NOTHING")
  }

  private func add(_ rows: [[Cell]], to table: StoreTable, _ sql: String) throws {
    let statement = try RowStatement(db, sql)
    let empty = RowSeal(run: salt, table: table.name)
    for cells in rows {
      precondition(cells.count == table.columns.count, "a row of \(table.name) has other columns")
      var seal = empty
      for cell in cells { seal.take(cell) }
      try statement.run(with: cells, seal.value)
    }
  }

  /// Adds everything that is known before the first replication.
  func write(_ card: RunCard) throws {
    try add(
      [
        .whole(0), .text(card.kind.rawValue), .text(card.id), .text(card.zh), .text(card.en),
        .text(card.note), .text(String(card.seed)), .text(card.program), .text(card.model),
        .text(card.contract), .text(card.outline),
      ],
      to: StoreSchema.runs
    )
    for file in card.files {
      try add([.text(file.name), .text(file.sha256)], to: StoreSchema.files)
    }
    for (row, source) in card.sources.enumerated() {
      try add(
        [
          .whole(row), .text(source.path), .text(source.zh), .text(source.en),
          .text(source.value), .text(source.standing), .text(source.id), .text(source.source),
        ],
        to: StoreSchema.sources
      )
    }
    for (row, measure) in card.measures.enumerated() {
      try add(
        [
          .whole(row), .text(measure.id), .text(measure.zh), .text(measure.en),
          .text(measure.unit), .text(measure.better), .text(measure.tier), .text(measure.means),
          .text(measure.source), .whole(measure.version),
        ],
        to: StoreSchema.measures
      )
    }
    for (row, policy) in card.policies.enumerated() {
      try add(
        [.whole(row), .text(policy.id), .text(policy.zh), .text(policy.en)],
        to: StoreSchema.policies
      )
    }
    for (row, point) in card.points.enumerated() { try write(point, row) }
  }

  private func write(_ point: RunCard.Point, _ row: Int) throws {
    try add([.whole(row), .whole(point.outer.map(Int64.init))], to: StoreSchema.points)
    for value in point.values {
      try add([.whole(row), .text(value.path), .real(value.value)], to: StoreSchema.values)
    }
    for (policy, hash) in point.scenarios.enumerated() {
      try add([.whole(row), .whole(policy), .text(hash)], to: StoreSchema.scenarios)
    }
  }
}
