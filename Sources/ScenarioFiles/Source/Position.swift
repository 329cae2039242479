/// Row number of a file among those that were opened, in the order of opening.
struct SourceID: Hashable, Comparable, Sendable {
  let row: Int

  static func < (one: SourceID, other: SourceID) -> Bool { one.row < other.row }
}

/// A place in a file; lines and columns count from 1, columns in Unicode scalars.
struct Position: Hashable, Comparable, Sendable {
  let file: SourceID
  let line: Int
  let column: Int

  static func < (one: Position, other: Position) -> Bool {
    (one.file, one.line, one.column) < (other.file, other.line, other.column)
  }

  /// `3:1`.
  var lineAndColumn: String { "\(line):\(column)" }
}

/// A stretch of one line.
struct Span: Hashable, Sendable {
  let start: Position
  /// Length in Unicode scalars; at least 1.
  let length: Int

  init(_ start: Position, length: Int = 1) {
    self.start = start
    self.length = max(1, length)
  }
}
