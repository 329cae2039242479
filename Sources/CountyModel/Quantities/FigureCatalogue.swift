/// A reader that answers with lower bounds and remembers what was asked: the source of `describe`.
struct FigureCatalogue: FigureReader {
  private(set) var declarations: [FigureDeclaration] = []
  private var prefix: [String] = []

  mutating func number(_ declaration: FigureDeclaration) -> Double {
    record(declaration)
    return declaration.range.lowerBound
  }

  mutating func numbers(_ declaration: FigureDeclaration) -> [Double] {
    record(declaration)
    return Array(repeating: declaration.range.lowerBound, count: declaration.count ?? 1)
  }

  mutating func text(_ path: String, zh: String, en: String) -> String { "" }

  mutating func texts(_ path: String, zh: String, en: String) -> [String] { [] }

  mutating func choice(_ path: String, among words: [String], zh: String, en: String) -> Int { 0 }

  mutating func section<Value>(_ name: String, _ body: (inout Self) -> Value) -> Value {
    prefix.append(name)
    defer { prefix.removeLast() }
    return body(&self)
  }

  mutating func rows<Value>(
    _ name: String,
    atLeast minimum: Int,
    _ body: (inout Self) -> Value
  ) -> [Value] {
    prefix.append(name + "[]")
    defer { prefix.removeLast() }
    return [body(&self)]
  }

  private mutating func record(_ declaration: FigureDeclaration) {
    declarations.append(
      FigureDeclaration(
        path: (prefix + [declaration.path]).joined(separator: "."),
        unit: declaration.unit,
        range: declaration.range,
        count: declaration.count,
        zh: declaration.zh,
        en: declaration.en
      )
    )
  }
}
