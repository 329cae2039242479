/// Numbers in one text, parted by blanks; `-` where there is none.
///
/// A shard holds three thousand numbers. As items of JSON each of them goes through Foundation's
/// decoder alone, which took a hundredth of the time of a small run.
enum NumberLine {
  /// The text of some numbers.
  static func text<Number>(of numbers: [Number?], _ write: (Number) -> String) -> String {
    var text = ""
    for number in numbers {
      if !text.isEmpty { text += " " }
      text += number.map(write) ?? "-"
    }
    return text
  }

  /// The numbers of a text; `nil` when it holds anything else.
  static func numbers<Number>(
    in text: String,
    _ read: (Substring) -> Number?
  ) -> [Number?]? {
    var numbers: [Number?] = []
    numbers.reserveCapacity(16)
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      if word.elementsEqual("-".utf8) {
        numbers.append(nil)
      } else {
        guard let number = read(Substring(word)) else { return nil }
        numbers.append(number)
      }
    }
    return numbers
  }
}
