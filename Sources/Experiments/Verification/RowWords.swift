internal import Probability

/// The words of a row's name, which often say what is asked: `cover_offset_d3_r4_R10` is a clinic 3
/// km off the centre, a reach of 4 km and a disc of 10 km.
struct RowWords {
  let words: [String]

  init(_ name: String) {
    words = name.split(separator: "_").map(String.init)
  }

  /// The number written behind a label in one word, the letter p for the decimal point: `r4`,
  /// `density0p04`.
  func number(_ label: String) -> Double? {
    for word in words where word.hasPrefix(label) {
      if let number = RowWords.number(String(word.dropFirst(label.count))) { return number }
    }
    return nil
  }

  /// The number of the word that follows another, with what is behind its digits: `by_10` or
  /// `alive_5y`.
  func number(after word: String) -> Double? {
    guard let place = words.firstIndex(of: word), place + 1 < words.count else { return nil }
    let digits = words[place + 1].prefix { $0.isNumber || $0 == "p" || $0 == "." }
    return RowWords.number(String(digits))
  }

  /// Whether the name begins with some words.
  func begin(with start: String...) -> Bool { words.starts(with: start) }

  /// The place of a whole number written out: `two` is 2.
  static func count(_ word: String) -> Int? {
    let names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return names.firstIndex(of: word) ?? Int(word)
  }

  /// A number of digits with `p` or a point between them; nothing for anything else.
  static func number(_ text: String) -> Double? {
    guard let first = text.first, first.isNumber else { return nil }
    return Double(text.replacing("p", with: "."))
  }

  /// The first number in a text after some words of it: 180 after `on mean` in "exp on mean 180 d".
  static func number(after words: String, in text: String) -> Double? {
    guard let place = text.firstRange(of: words) else { return nil }
    let rest = text[place.upperBound...].drop { $0 == " " }
    return Double(rest.prefix { $0.isNumber || $0 == "." })
  }
}

extension AnalyticCase {
  /// How many independent draws the file asks for; a million where it does not say.
  var samples: Int { run["samples"]?.whole ?? inputs["samples"]?.whole ?? 1_000_000 }

  /// The formula that the file gives for an answer, in words.
  func formula(of row: String) -> String { expected[row]?["formula"]?.text ?? "" }
}

/// Where the draws of a verification live: each row of a case has a purpose of its own.
extension DrawAddress {
  init(row: Int, sample: Int, occurrence: Int = 0) {
    self.init(
      purpose: UInt16(truncatingIfNeeded: 0x7000 + row),
      entity: UInt64(sample),
      occurrence: UInt16(truncatingIfNeeded: occurrence)
    )
  }
}
