/// Checks that bytes are UTF-8 and finds the first that are not.
enum TextEncoding {
  /// Offset of the first byte that cannot stand there; `nil` when all is UTF-8.
  ///
  /// Overlong forms, surrogates and numbers above U+10FFFF are refused, as RFC 3629 demands.
  static func firstBadByte(in bytes: [UInt8]) -> Int? {
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      guard let (length, second) = form(of: lead), at + length <= bytes.count,
        second.contains(bytes[at + 1]),
        bytes[(at + 1)..<(at + length)].allSatisfy({ (0x80...0xBF).contains($0) })
      else { return at }
      at += length
    }
    return nil
  }

  /// Length of the sequence a byte opens, and what its second byte may be (RFC 3629, section 4).
  private static func form(of lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (3, 0x80...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }

  /// Whether the bytes from `offset` look like Chinese characters in GBK or GB18030.
  static func looksLikeGBK(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard offset + 1 < bytes.count else { return false }
    // The two bytes of the 6,763 common characters of GB 2312.
    return (0xB0...0xF7).contains(bytes[offset]) && (0xA1...0xFE).contains(bytes[offset + 1])
  }
}
