internal import GRDB

/// Reads rows and checks their seals.
struct RowReader {
  private let db: Database
  private let salt: UInt64
  private let path: String

  init(_ db: Database, run salt: UInt64, at path: String) {
    self.db = db
    self.salt = salt
    self.path = path
  }

  /// Every row of a table in the order of its key.
  ///
  /// - Throws: `StoreProblem.damaged` at the first row that is not as it was written.
  func each(of table: StoreTable, _ take: ([Cell]) throws -> Void) throws {
    var count = 0
    try each(of: table, by: table.selection) { cells in
      guard let cells else {
        throw StoreProblem.damaged(
          path: path,
          detail: "row \(count + 1) of `\(table.name)` is not as it was written"
        )
      }
      try take(cells)
      count += 1
    }
  }

  /// Every row that a question finds; `nil` in the place of one that is not as it was written.
  func each(
    of table: StoreTable,
    by question: String,
    _ take: ([Cell]?) throws -> Void
  ) throws {
    let width = table.columns.count
    let empty = RowSeal(run: salt, table: table.name)
    try RowStatement(db, question).each { row in
      try take(Self.cells(of: row, width, under: empty))
    }
  }

  private static func cells(of row: RowStatement, _ width: Int, under empty: RowSeal) -> [Cell]? {
    var cells: [Cell] = []
    cells.reserveCapacity(width)
    var seal = empty
    for place in 0..<width {
      guard let cell = row[place] else { return nil }
      seal.take(cell)
      cells.append(cell)
    }
    return row[width] == .whole(seal.value) ? cells : nil
  }
}

extension Cell {
  /// The whole number.
  ///
  /// - Throws: `WrongCell` for anything else.
  func whole() throws -> Int {
    guard case .whole(let number) = self else { throw WrongCell() }
    return Int(number)
  }

  /// The number.
  func real() throws -> Double {
    guard case .real(let number) = self else { throw WrongCell() }
    return number
  }

  /// The number, where there is one.
  func realOrNothing() throws -> Double? { self == .null ? nil : try real() }

  /// The text.
  func text() throws -> String {
    guard case .text(let text) = self else { throw WrongCell() }
    return text
  }

  /// The text, where there is one.
  func textOrNothing() throws -> String? { self == .null ? nil : try text() }
}

/// A cell that holds another kind than its column.
struct WrongCell: Error {}
