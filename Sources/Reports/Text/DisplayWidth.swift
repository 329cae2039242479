/// Widths of text in columns: a Chinese character takes two.
enum DisplayWidth {
  /// Columns that a text takes in a terminal or, nearly, in a chart.
  static func columns(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + columns(of: $1) }
  }

  /// Columns of one character, by its first scalar; wide forms as in Unicode's East Asian Width.
  private static func columns(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }

  /// The text in lines of at most `width` columns, broken at spaces or between Chinese characters.
  static func wrapped(_ text: String, width: Int, lines most: Int) -> String {
    var lines = [""]
    for piece in pieces(of: text) {
      let fits = columns(of: lines[lines.count - 1] + piece.trimmed) <= width
      if fits || lines[lines.count - 1].isEmpty {
        lines[lines.count - 1] += piece
      } else if lines.count == most {
        lines[lines.count - 1] = lines[lines.count - 1].trimmed + "…"
        break
      } else {
        lines.append(piece)
      }
    }
    return lines.map(\.trimmed).joined(separator: "\n")
  }

  /// Words with the space behind them; each wide character is a word of its own.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var word = ""
    for character in text {
      let isWide = columns(of: character) == 2
      if isWide, !word.isEmpty {
        pieces.append(word)
        word = ""
      }
      word.append(character)
      if isWide || character == " " {
        pieces.append(word)
        word = ""
      }
    }
    return word.isEmpty ? pieces : pieces + [word]
  }
}
