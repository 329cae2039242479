/// What a figure of a county file is: where it stands, its unit, what it may be, what it means.
public struct FigureDeclaration: Sendable {
  /// Dotted path below the section that is being read, for example `county.beds`.
  public let path: String
  /// The unit in which the file writes it.
  public let unit: FigureUnit
  /// Smallest and largest value that makes sense.
  public let range: ClosedRange<Double>
  /// How many numbers a list holds; `nil` for a single number.
  public let count: Int?
  /// Chinese title.
  public let zh: String
  /// English title.
  public let en: String
}

/// A door through which inputs are read; the same calls describe, validate and decode.
///
/// A department reads each of its figures once, in its initialiser. A reader over a file
/// fetches and checks the value; a reader that only lists declarations returns the lower bound.
/// Readers report problems themselves and always return a legal value, so that every problem of a
/// file is found in one pass.
public protocol FigureReader {
  /// One number inside the declared range.
  mutating func number(_ declaration: FigureDeclaration) -> Double
  /// A list of numbers, each inside the declared range.
  mutating func numbers(_ declaration: FigureDeclaration) -> [Double]
  /// A text of 1 to 200 characters.
  mutating func text(_ path: String, zh: String, en: String) -> String
  /// A list of texts of 1 to 200 characters each.
  mutating func texts(_ path: String, zh: String, en: String) -> [String]
  /// One of a fixed set of words; returns its place in `words`.
  mutating func choice(_ path: String, among words: [String], zh: String, en: String) -> Int
  /// Reads the mapping at `name` with paths relative to it.
  mutating func section<Value>(_ name: String, _ body: (inout Self) -> Value) -> Value
  /// Reads each row of the list at `name` with paths relative to the row.
  mutating func rows<Value>(
    _ name: String,
    atLeast minimum: Int,
    _ body: (inout Self) -> Value
  ) -> [Value]
}

extension FigureReader {
  /// Reads one number.
  mutating func number(
    _ path: String,
    _ unit: FigureUnit,
    _ range: ClosedRange<Double>,
    zh: String,
    en: String
  ) -> Double {
    number(
      FigureDeclaration(path: path, unit: unit, range: range, count: nil, zh: zh, en: en)
    )
  }

  /// Reads a whole number.
  mutating func whole(
    _ path: String,
    _ range: ClosedRange<Double>,
    zh: String,
    en: String
  ) -> Int {
    Int(number(path, .count, range, zh: zh, en: en))
  }

  /// Reads a list of exactly `count` numbers.
  mutating func numbers(
    _ path: String,
    _ unit: FigureUnit,
    _ range: ClosedRange<Double>,
    count: Int,
    zh: String,
    en: String
  ) -> [Double] {
    numbers(
      FigureDeclaration(path: path, unit: unit, range: range, count: count, zh: zh, en: en)
    )
  }

  /// Reads one case of an enumeration by its raw text.
  mutating func named<Word: CaseIterable & RawRepresentable<String>>(
    _ path: String,
    _ type: Word.Type,
    zh: String,
    en: String
  ) -> Word {
    let words = Array(Word.allCases)
    return words[choice(path, among: words.map(\.rawValue), zh: zh, en: en)]
  }
}
