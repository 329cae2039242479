/// Many first-in, first-out lines over the same rows: each row stands in at most one line.
///
/// The lines are linked through the rows themselves, so joining, leaving from the middle and
/// going to the front cost the same and allocate nothing.
@frozen
public struct WaitingLines<ID: RowID, LineID: RowID>: ~Copyable {
  @usableFromInline var places: FlatBuffer<WaitingPlace>
  @usableFromInline var ends: FlatBuffer<WaitingEnds>

  /// Empty lines over rows none of which waits.
  @inlinable
  public init(rows: Int, lines: Int) {
    precondition(rows < Int(UInt32.max) && lines < Int(UInt32.max), "\(lines) lines, \(rows) rows")
    places = FlatBuffer(repeating: .outside, count: rows)
    ends = FlatBuffer(repeating: .empty, count: lines)
  }

  /// How many rows can wait.
  @inlinable public var rows: Int { places.count }

  /// How many lines there are.
  @inlinable public var lines: Int { ends.count }

  /// How many wait in a line.
  @inlinable
  public func count(of line: LineID) -> Int {
    Int(ends[line.row].count)
  }

  /// Whether nobody waits in a line.
  @inlinable
  public func isEmpty(_ line: LineID) -> Bool {
    ends[line.row].count == 0
  }

  /// Who has waited longest.
  @inlinable
  public func first(of line: LineID) -> ID? {
    ends[line.row].head.row.map(ID.init(row:))
  }

  /// Who joined last.
  @inlinable
  public func last(of line: LineID) -> ID? {
    ends[line.row].tail.row.map(ID.init(row:))
  }

  /// Who stands behind someone.
  @inlinable
  public func next(after id: ID) -> ID? {
    places[id.row].next.row.map(ID.init(row:))
  }

  /// The line someone stands in.
  @inlinable
  public func line(of id: ID) -> LineID? {
    places[id.row].line.row.map(LineID.init(row:))
  }

  /// Asks for someone's place, who will soon join or leave a line, and does not wait for it.
  @inlinable
  public func fetch(_ id: ID) {
    places.fetch(id.row)
  }

  /// Puts someone at the end of a line; traps if they already wait.
  @inlinable
  public mutating func append(_ id: ID, to line: LineID) {
    join(id, line, behind: ends[line.row].tail, before: .none)
  }

  /// Puts someone at the front of a line; traps if they already wait.
  @inlinable
  public mutating func prepend(_ id: ID, to line: LineID) {
    join(id, line, behind: .none, before: ends[line.row].head)
  }

  /// Takes whoever has waited longest out of a line.
  @inlinable
  public mutating func removeFirst(of line: LineID) -> ID? {
    guard let id = first(of: line) else { return nil }
    remove(id, from: line)
    return id
  }

  /// Takes someone out of the line they stand in, wherever that is; traps if it is another line.
  @inlinable
  public mutating func remove(_ id: ID, from line: LineID) {
    let place = places[id.row]
    precondition(place.line == WaitingLink(line.row), "row \(id.row) is not in line \(line.row)")
    if let before = place.previous.row {
      places[before].next = place.next
    } else {
      ends[line.row].head = place.next
    }
    if let behind = place.next.row {
      places[behind].previous = place.previous
    } else {
      ends[line.row].tail = place.previous
    }
    ends[line.row].count &-= 1
    places[id.row] = .outside
  }

  /// Makes room for more rows; the lines stay as they are.
  ///
  /// - Complexity: O(`rows`)
  @inlinable
  public mutating func grow(rowsTo rows: Int) {
    precondition(rows < Int(UInt32.max), "\(rows) waiting rows")
    places.grow(to: rows, filledWith: .outside)
  }

  @inlinable
  mutating func join(
    _ id: ID,
    _ line: LineID,
    behind previous: WaitingLink,
    before next: WaitingLink
  ) {
    precondition(places[id.row].line == .none, "row \(id.row) waits already")
    let link = WaitingLink(id.row)
    places[id.row] = WaitingPlace(next: next, previous: previous, line: WaitingLink(line.row))
    if let before = previous.row {
      places[before].next = link
    } else {
      ends[line.row].head = link
    }
    if let behind = next.row {
      places[behind].previous = link
    } else {
      ends[line.row].tail = link
    }
    ends[line.row].count &+= 1
  }
}
