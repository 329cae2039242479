extension DiagnosticList {
  /// The problems as they appear on the screen.
  ///
  /// At most 50 are spelled out, in file order; a last line counts the others.
  public var text: String { text(in: .english) }

  /// The same with the kind of each problem and all labels in Chinese; what exactly was found stays in
  /// English.
  public var textInChinese: String { text(in: .chinese) }

  private func text(in words: DiagnosticWords) -> String {
    var blocks = all.prefix(DiagnosticList.shown).map { $0.text(in: words) }
    let rest = all.count - blocks.count
    if rest > 0 { blocks.append("\(words.more(rest))\n") }
    return blocks.joined(separator: "\n")
  }
}

extension Diagnostic {
  /// The problem as it appears on the screen: position, excerpt, key, what was expected, help.
  public var text: String { text(in: .english) }

  fileprivate func text(in words: DiagnosticWords) -> String {
    let place = "\(Visible.text(path)):\(line):\(column)"
    var lines = ["\(place): \(words.head(code))\(words.colon)\(message)"]
    if let excerpt {
      lines.append("  | " + excerpt.line)
      lines.append("  | " + excerpt.carets)
    }
    if let keyPath { lines.append("  \(words.key)\(keyPath)") }
    if let expected { lines.append("  \(words.expected)\(expected)") }
    if let help { lines.append("  \(words.help)\(help)") }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// What stands around a problem, in one language.
private struct DiagnosticWords: Sendable {
  let colon: String
  let key: String
  let expected: String
  let help: String
  let head: @Sendable (DiagnosticCode) -> String
  let more: @Sendable (Int) -> String

  static let english = DiagnosticWords(
    colon: ": ",
    key: "key: ",
    expected: "expected: ",
    help: "help: ",
    head: { "\($0.severity.rawValue)[\($0.rawValue)]" },
    more: { "\($0) more" }
  )

  static let chinese = DiagnosticWords(
    colon: "：",
    key: "键：",
    expected: "应为：",
    help: "提示：",
    head: { ($0.severity == .error ? "错误" : "警告") + "[\($0.rawValue)] " + $0.zh },
    more: { "另有 \($0) 处" }
  )
}
