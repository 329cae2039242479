/// A row number or nothing, in four bytes instead of an optional's eight.
@frozen
@usableFromInline
struct WaitingLink: Equatable, BitwiseCopyable, Sendable {
  /// The row plus one, so that zero means nothing.
  @usableFromInline let number: UInt32

  @inlinable
  init(_ row: Int) {
    number = UInt32(truncatingIfNeeded: row &+ 1)
  }

  @inlinable static var none: WaitingLink { WaitingLink(-1) }

  @inlinable var row: Int? { number == 0 ? nil : Int(number) &- 1 }
}

/// Where one row stands.
@frozen
@usableFromInline
struct WaitingPlace: BitwiseCopyable, Sendable {
  @usableFromInline var next: WaitingLink
  @usableFromInline var previous: WaitingLink
  @usableFromInline var line: WaitingLink

  @inlinable
  init(next: WaitingLink, previous: WaitingLink, line: WaitingLink) {
    self.next = next
    self.previous = previous
    self.line = line
  }

  /// In no line.
  @inlinable static var outside: WaitingPlace {
    WaitingPlace(next: .none, previous: .none, line: .none)
  }
}

/// The two ends of one line.
@frozen
@usableFromInline
struct WaitingEnds: BitwiseCopyable, Sendable {
  @usableFromInline var head: WaitingLink
  @usableFromInline var tail: WaitingLink
  @usableFromInline var count: UInt32

  @inlinable
  init(head: WaitingLink, tail: WaitingLink, count: UInt32) {
    self.head = head
    self.tail = tail
    self.count = count
  }

  /// Nobody waits.
  @inlinable static var empty: WaitingEnds { WaitingEnds(head: .none, tail: .none, count: 0) }
}
