internal import Experiments
internal import Foundation
internal import GRDB

/// What could still be read of a damaged store.
public struct Salvage: Sendable {
  /// Replications of which everything could be read.
  public let whole: Int
  /// Replications of which something could be read, but not everything; they are left out.
  public let broken: Int
  /// Rows that were left out because they were not as they were written.
  public let damagedRows: Int

  /// Copies what is whole from a damaged store into a new one.
  ///
  /// Every row is checked by its seal; a replication is kept with all its readings or not at all.
  ///
  /// - Throws: `damaged` when it cannot even be told of which run the store is.
  public static func carryOut(
    from path: String,
    to target: String
  ) throws(StoreProblem) -> Salvage {
    let database = try ResultStore.queue(at: path, StoreConnection.reading)
    let run = try ResultStore.identity(in: database, at: path)
    var haul = try ResultStore.askingPlainly(database, at: path) { db in
      Haul(RowReader(db, run: run, at: path))
    }
    try ResultStore.closing(database, at: path)
    let broken = haul.leaveOutBroken()
    try WholeFile.put(at: target) { temporary in
      try ResultStore.write(at: temporary, run: run) { writer in
        for (table, rows) in haul.tables {
          for row in rows { try writer.add(row, to: table) }
        }
      }
    }
    return Salvage(whole: haul.tasks.count, broken: broken, damagedRows: haul.damagedRows)
  }
}

/// The rows that could be read, table by table, parents first.
private struct Haul {
  private(set) var tables: [(table: StoreTable, rows: [[Cell]])] = []
  private(set) var damagedRows = 0

  init(_ reader: RowReader) {
    for table in StoreSchema.tables {
      var rows = readable(table, reader)
      // A row whose parent is lost says nothing any more.
      for (place, column) in table.columns.enumerated() {
        guard let parent = column.refersTo else { continue }
        let known = Set(self.rows(of: parent).map { $0[0] })
        rows.removeAll { !known.contains($0[place]) }
      }
      tables.append((table, rows))
    }
  }

  /// Tasks of which everything is there.
  var tasks: [Cell] { rows(of: StoreSchema.replications.name).map { $0[0] } }

  private func rows(of name: String) -> [[Cell]] {
    tables.first { $0.table.name == name }?.rows ?? []
  }

  /// Reads from the front until a page cannot be read, then from the back; task by task where a
  /// table has tasks, so that a broken page costs the tasks on it and no others.
  private mutating func readable(_ table: StoreTable, _ reader: RowReader) -> [[Cell]] {
    guard table.columns[0].refersTo == StoreSchema.replications.name else {
      return readable(table, reader, where: "")
    }
    return tasks.flatMap { task -> [[Cell]] in
      guard case .whole(let number) = task else { return [] }
      return readable(table, reader, where: " WHERE task = \(number)")
    }
  }

  private mutating func readable(
    _ table: StoreTable,
    _ reader: RowReader,
    where condition: String
  ) -> [[Cell]] {
    var kept: [[Cell]] = []
    var damaged = 0
    func read(_ question: String) -> Ending {
      do {
        try reader.each(of: table, by: question) { cells in
          if let cells { kept.append(cells) } else { damaged += 1 }
        }
        return .complete
      } catch {
        return .cutOff
      }
    }
    let forwards = table.selection(where: condition)
    if read(forwards) == .cutOff {
      _ = read(table.backwards(where: condition))
      var seen: Set<[Cell]> = []
      kept = kept.filter { seen.insert(Array($0.prefix(table.keyed))).inserted }
    }
    damagedRows += damaged
    return kept
  }

  private enum Ending { case complete, cutOff }

  /// Drops replications of which a reading is missing, with everything that belongs to them.
  mutating func leaveOutBroken() -> Int {
    let counts = Dictionary(grouping: rows(of: StoreSchema.readings.name)) { $0[0] }
      .mapValues(\.count)
    let all = rows(of: StoreSchema.replications.name)
    let broken = Set(all.filter { $0[9] != .whole(counts[$0[0]] ?? 0) }.map { $0[0] })
    for place in tables.indices {
      let table = tables[place].table
      guard table.columns[0].name == "task" else { continue }
      tables[place].rows.removeAll { broken.contains($0[0]) }
    }
    return broken.count
  }
}
