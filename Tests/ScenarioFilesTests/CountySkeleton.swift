import CountyModel

/// Writes a county file with a legal value for everything the model asks for.
///
/// It follows the declarations, so that tests of files do not depend on any one figure.
struct CountySkeleton: FigureReader {
  private(set) var lines: [String] = []
  private var indent = 0
  private var rowMark = ""
  private var rowNumber = 0
  private var path: [String] = []
  private let overrides: [String: String]

  /// The text of a county file; `overrides` gives values by full path, with row numbers or for all rows.
  static func text(overriding overrides: [String: String] = [:]) -> String {
    var skeleton = CountySkeleton(overrides: overrides)
    _ = CountyInputs(from: &skeleton)
    return (["schema: countyflow/county/1"] + skeleton.lines).joined(separator: "\n") + "\n"
  }

  private init(overrides: [String: String]) { self.overrides = overrides }

  mutating func number(_ declaration: FigureDeclaration) -> Double {
    write(declaration.path, CountySkeleton.text(of: declaration))
    return declaration.range.lowerBound
  }

  mutating func numbers(_ declaration: FigureDeclaration) -> [Double] {
    let count = declaration.count ?? 1
    let items = Array(repeating: CountySkeleton.text(of: declaration), count: count)
    write(declaration.path, "[" + items.joined(separator: ", ") + "]")
    return Array(repeating: declaration.range.lowerBound, count: count)
  }

  mutating func text(_ name: String, zh: String, en: String) -> String {
    write(name, "\(name)-\(rowNumber)")
    return name
  }

  mutating func texts(_ name: String, zh: String, en: String) -> [String] {
    write(name, "[\(name)-\(rowNumber)]")
    return [name]
  }

  mutating func choice(_ name: String, among words: [String], zh: String, en: String) -> Int {
    write(name, words[0])
    return 0
  }

  mutating func section<Value>(_ name: String, _ body: (inout Self) -> Value) -> Value {
    put("\(name):")
    path.append(name)
    indent += 2
    if indent == 2 { put("provenance: {standing: assumed, source: made up for tests}") }
    defer {
      indent -= 2
      path.removeLast()
    }
    return body(&self)
  }

  mutating func rows<Value>(
    _ name: String,
    atLeast minimum: Int,
    _ body: (inout Self) -> Value
  ) -> [Value] {
    put(minimum == 0 ? "\(name): []" : "\(name):")
    indent += 4
    defer { indent -= 4 }
    return (0..<minimum).map { row in
      path.append("\(name)[\(row)]")
      defer { path.removeLast() }
      rowNumber += 1
      rowMark = "- "
      put("provenance: {standing: assumed, source: made up for tests}")
      return body(&self)
    }
  }

  private mutating func write(_ name: String, _ value: String) {
    let full = (path + [name]).joined(separator: ".")
    let anyRow = full.replacing(#/\[\d+\]/#, with: "")
    put("\(name): \(overrides[full] ?? overrides[anyRow] ?? value)")
  }

  private mutating func put(_ text: String) {
    let mark = rowMark
    rowMark = ""
    lines.append(String(repeating: " ", count: indent - mark.count) + mark + text)
  }

  /// 1 where that is legal, else the smallest value, with its unit.
  private static func text(of declaration: FigureDeclaration) -> String {
    let value = declaration.range.contains(1) ? 1 : declaration.range.lowerBound
    return switch declaration.unit {
    case .count: "\(Int(value))"
    case .minutes: "\(value) min"
    case .days: "\(value) d"
    default: "\(value)"
    }
  }
}
