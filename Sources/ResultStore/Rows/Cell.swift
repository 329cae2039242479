/// What one place of a table holds.
enum Cell: Sendable, Hashable {
  case null
  case whole(Int64)
  case real(Double)
  case text(String)

  /// A whole number.
  static func whole(_ number: Int) -> Cell { .whole(Int64(number)) }

  /// A whole number, or nothing.
  static func whole(_ number: Int64?) -> Cell { number.map(Cell.whole) ?? .null }

  /// A number, or nothing.
  static func real(_ number: Double?) -> Cell { number.map(Cell.real) ?? .null }

  /// A text, or nothing.
  static func text(_ text: String?) -> Cell { text.map(Cell.text) ?? .null }
}
