extension DocumentReader {
  /// Whether all bytes are UTF-8 and all characters may stand in a text file.
  func checkCharacters(of source: SourceID) -> Bool {
    let bytes = desk[source].bytes
    if let offset = TextEncoding.firstBadByte(in: bytes) {
      reportBadByte(at: offset, in: source)
      return false
    }
    let controls = controlCharacters(in: bytes)
    for (offset, scalar) in controls {
      desk.report(
        .controlCharacter,
        at: Span(desk[source].position(ofByte: offset, in: source)),
        "control character \(Visible.codePoint(scalar))",
        help: "remove it"
      )
    }
    return controls.isEmpty
  }

  private func reportBadByte(at offset: Int, in source: SourceID) {
    let bytes = desk[source].bytes
    let byte = "0x" + String(bytes[offset], radix: 16, uppercase: true)
    let isGBK = TextEncoding.looksLikeGBK(bytes, at: offset)
    desk.report(
      .notUTF8,
      at: Span(desk[source].position(ofByte: offset, in: source)),
      "byte \(byte) is not UTF-8" + (isGBK ? "; looks like GBK" : ""),
      expected: "text in UTF-8",
      help: isGBK ? help(for: desk[source].name) : nil
    )
  }

  private func help(for name: String) -> String {
    name.hasSuffix(".csv")
      ? "save the table as \"CSV UTF-8\"" : "save the file as UTF-8 in your editor"
  }

  /// The first fifty control characters; tab, line feed and carriage return are none.
  private func controlCharacters(in bytes: [UInt8]) -> [(offset: Int, scalar: Unicode.Scalar)] {
    var found: [(Int, Unicode.Scalar)] = []
    for (offset, byte) in bytes.enumerated() where found.count < DiagnosticList.shown {
      guard let scalar = controlCharacter(byte, at: offset, in: bytes) else { continue }
      found.append((offset, scalar))
    }
    return found
  }

  private func controlCharacter(
    _ byte: UInt8,
    at offset: Int,
    in bytes: [UInt8]
  ) -> Unicode.Scalar? {
    switch byte {
    case 0x09, 0x0A, 0x0D: nil
    case 0x00...0x1F, 0x7F: Unicode.Scalar(byte)
    // U+0080 to U+009F; the text is UTF-8, so the second byte is there.
    case 0xC2 where bytes[offset + 1] < 0xA0: Unicode.Scalar(bytes[offset + 1])
    // U+2028 and U+2029 end lines in YAML and nowhere else.
    case 0xE2 where bytes[offset + 1] == 0x80 && [0xA8, 0xA9].contains(bytes[offset + 2]):
      bytes[offset + 2] == 0xA8 ? "\u{2028}" : "\u{2029}"
    default: nil
    }
  }
}
