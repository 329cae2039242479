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
  static func decimals(in text: String) -> [Double?]? {
    let bytes = text.utf8
    return words(in: text) { first, end in
      let start = bytes.index(bytes.startIndex, offsetBy: first)
      return Double(text[start..<bytes.index(start, offsetBy: end - first)])
    }
  }

  /// The whole numbers of a text; `nil` when it holds anything else, or one that is too large.
  static func wholes(in text: String) -> [Int64?]? {
    let bytes = text.utf8.span
    return words(in: text) { first, end in
      let isNegative = bytes[first] == UInt8(ascii: "-")
      let digits = isNegative ? first + 1 : first
      guard digits < end else { return nil }
      var number: Int64 = 0
      for place in digits..<end {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) else { return nil }
        let digit = Int64(bytes[place] - UInt8(ascii: "0"))
        let tens = number.multipliedReportingOverflow(by: 10)
        let next = tens.partialValue.addingReportingOverflow(isNegative ? -digit : digit)
        guard !tens.overflow, !next.overflow else { return nil }
        number = next.partialValue
      }
      return number
    }
  }

  /// Reads word after word, by the places of its first byte and of the one behind it.
  private static func words<Number>(
    in text: String,
    _ read: (_ first: Int, _ end: Int) -> Number?
  ) -> [Number?]? {
    let bytes = text.utf8.span
    var numbers: [Number?] = []
    numbers.reserveCapacity(16)
    var first = 0
    for place in 0...bytes.count
    where place == bytes.count || bytes[place] == UInt8(ascii: " ") {
      if place > first {
        if place == first + 1, bytes[first] == UInt8(ascii: "-") {
          numbers.append(nil)
        } else {
          guard let number = read(first, place) else { return nil }
          numbers.append(number)
        }
      }
      first = place + 1
    }
    return numbers
  }
}
