internal import GRDB

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

  /// As SQLite takes it.
  ///
  /// Not a `DatabaseValue`: a list of these is taken over by key path, at ten times the cost.
  var argument: (any DatabaseValueConvertible)? {
    switch self {
    case .null: nil
    case .whole(let number): number
    case .real(let number): number
    case .text(let text): text
    }
  }

  /// As SQLite gives it; a blob is none of ours and counts as damage.
  init?(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .whole(number)
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob: return nil
    }
  }
}
