extension DiagnosticList {
  /// The problems as they appear on the screen.
  ///
  /// At most 50 are spelled out, in file order; a last line counts the others.
  public var text: String {
    var blocks = all.prefix(DiagnosticList.shown).map(\.text)
    let rest = all.count - blocks.count
    if rest > 0 { blocks.append("\(rest) more\n") }
    return blocks.joined(separator: "\n")
  }
}

extension Diagnostic {
  /// The problem as it appears on the screen: position, excerpt, key, what was expected, help.
  public var text: String {
    var lines = [
      "\(Visible.text(path)):\(line):\(column): \(severity.rawValue)[\(code.rawValue)]: \(message)"
    ]
    if let excerpt {
      lines.append("  | " + excerpt.line)
      lines.append("  | " + excerpt.carets)
    }
    if let keyPath { lines.append("  key: \(keyPath)") }
    if let expected { lines.append("  expected: \(expected)") }
    if let help { lines.append("  help: \(help)") }
    return lines.joined(separator: "\n") + "\n"
  }
}
