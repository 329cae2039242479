extension LexicalScan {
  /// The marks that begin and end documents.
  enum DocumentMarker { case start, end }

  /// Reports anchors, aliases and tags in front of a node and steps over them.
  mutating func scanProperties() {
    while at < bytes.count, !hasStopped {
      let start = at
      switch bytes[at] {
      case UInt8(ascii: "&"), UInt8(ascii: "*"):
        let length = skipWord()
        find(
          .alias,
          at: start,
          length: length,
          "anchors and aliases are not supported",
          help: "write the value out where it is needed"
        )
      case UInt8(ascii: "!"):
        let length = skipWord()
        find(
          .tag,
          at: start,
          length: length,
          "tags are not supported",
          help: "remove the tag; every key has one type"
        )
      default: return
      }
      skip(while: { $0 == UInt8(ascii: " ") })
    }
  }

  /// Steps over a word; returns its length in bytes.
  private mutating func skipWord() -> Int {
    let start = at
    let isFlow = !flows.isEmpty
    at += 1
    skip(while: { byte in
      byte > UInt8(ascii: " ")
        && !(isFlow && [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(byte))
    })
    return at - start
  }

  /// Reads a quoted text, which may span lines; returns what is between the quotes.
  mutating func scanQuoted() -> String {
    let quote = bytes[at]
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != quote || isDoubledQuote(quote) {
      if quote == UInt8(ascii: "\""), bytes[at] == UInt8(ascii: "\\") { at += 1 }
      if quote == UInt8(ascii: "'"), bytes[at] == quote { at += 1 }
      if at < bytes.count, isLineEnd(at) { lineStart = at + 1 }
      at += 1
    }
    let end = min(at, bytes.count)
    at = min(at + 1, bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Whether a single quote stands here twice, which means the character itself.
  private func isDoubledQuote(_ quote: UInt8) -> Bool {
    quote == UInt8(ascii: "'") && at + 1 < bytes.count && bytes[at + 1] == quote
  }

  /// Reads an unquoted text to the end of its line, to `: `, to ` #`, or to a bracket or comma.
  mutating func scanPlain() -> String {
    let start = at
    while at < bytes.count, !isLineEnd(at) {
      if endsKey(at) || (bytes[at] == UInt8(ascii: "#") && at > start && isBlank(at - 1)) { break }
      if !flows.isEmpty, isFlowMark(bytes[at]) { break }
      at += 1
    }
    var end = at
    while end > start, isBlank(end - 1) { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// A key written with the colon of a Chinese keyboard, or with a space that is not a space.
  mutating func checkColon(in text: String, from start: Int) {
    let scalars = text.unicodeScalars
    guard
      let index = scalars.indices.first(where: {
        scalars[$0] == "\u{FF1A}" || scalars[$0] == "\u{A0}" || scalars[$0] == "\u{3000}"
      })
    else { return }
    let name =
      switch scalars[index] {
      case "\u{FF1A}": "full-width colon U+FF1A; use `:` and a space"
      case "\u{A0}": "non-breaking space U+00A0; use a space"
      default: "ideographic space U+3000; use a space"
      }
    let offset = text.utf8.distance(from: text.startIndex, to: index)
    find(.fullWidthSyntax, at: start + offset, name, help: nil)
  }

  /// Skips the lines of a block text.
  mutating func skipBlockText(deeperThan indent: Int) {
    while at < bytes.count {
      let start = at
      skip(while: { $0 == UInt8(ascii: " ") })
      let isBlankLine = at == bytes.count || isLineEnd(at)
      if !isBlankLine, at - start <= indent {
        at = start
        return
      }
      skipLine()
    }
  }

  /// `---` or `...` on its own at the start of a line.
  func documentMarker() -> DocumentMarker? {
    guard at + 3 <= bytes.count, at + 3 == bytes.count || isBlank(at + 3) || isLineEnd(at + 3)
    else { return nil }
    switch Array(bytes[at..<(at + 3)]) {
    case Array("---".utf8): return .start
    case Array("...".utf8): return .end
    default: return nil
    }
  }

  /// The list or mapping that a dash, question mark or colon on its own opens.
  func indicator() -> Kind? {
    guard at + 1 >= bytes.count || isBlank(at + 1) || isLineEnd(at + 1) else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "-"): return .list
    case UInt8(ascii: "?"), UInt8(ascii: ":"): return .mapping
    default: return nil
    }
  }

  /// Whether a colon that ends a key stands here.
  func endsKey(_ offset: Int) -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else { return false }
    let next = offset + 1
    return next >= bytes.count || isBlank(next) || isLineEnd(next)
      || (!flows.isEmpty && isFlowMark(bytes[next]))
  }

  /// Whether only blanks and a comment are left of the line.
  func restIsBlank() -> Bool {
    var offset = at
    while offset < bytes.count, isBlank(offset) { offset += 1 }
    guard offset < bytes.count, !isLineEnd(offset) else { return true }
    return bytes[offset] == UInt8(ascii: "#") && (offset == lineStart || isBlank(offset - 1))
  }

  /// Moves to the start of the next line.
  mutating func skipLine() {
    while at < bytes.count, !isLineEnd(at) { at += 1 }
    if at < bytes.count { at += 1 }
    lineStart = at
  }

  mutating func skip(while condition: (UInt8) -> Bool) {
    while at < bytes.count, condition(bytes[at]) { at += 1 }
  }

  func isBlank(_ offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t")
  }

  /// A line feed or a carriage return; their pair counts as two line ends, which does no harm here.
  func isLineEnd(_ offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\r")
  }

  private func isFlowMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }
}
