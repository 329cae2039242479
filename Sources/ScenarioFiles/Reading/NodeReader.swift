internal import CountyModel

/// Reads a county's figures out of YAML nodes: every key once, every problem once.
///
/// What cannot be read is reported, and the reader goes on with a legal value. Inside a mapping
/// that is missing altogether it stays silent: that has been reported already.
struct NodeReader: FigureReader {
  let desk: Desk
  /// Origins of the figures read so far.
  private(set) var sources: [FigureSource] = []
  /// Every value read so far, as the file writes it, by full path.
  private(set) var values: [(path: String, text: String)] = []
  /// Every number that was read, by its full path.
  private(set) var knownNumbers: [KnownNumber] = []
  /// Where every figure, text and list of rows that was read is written, by full path.
  private(set) var written: [String: NodeID] = [:]
  /// Numbers that take the place of the file's, by full path.
  private let changes: [String: Double]
  /// Where the reader is in the file.
  private var scopes: ReadingScopes

  /// A reader over the sections of a county file, some numbers of which may be changed.
  init(_ desk: Desk, sections: CountySections, changes: [String: Double] = [:]) {
    self.desk = desk
    self.changes = changes
    scopes = ReadingScopes(desk, sections: sections)
  }

  mutating func number(_ declaration: FigureDeclaration) -> Double {
    let placeholder = declaration.range.lowerBound
    guard let figure = figure(declaration) else { return placeholder }
    guard let value = value(of: figure.node, declaration, path: figure.path) else {
      return placeholder
    }
    knownNumbers.append(KnownNumber(path: figure.path, declaration: declaration, value: value))
    let changed = changes[figure.path] ?? value
    record(figure, as: changed == value ? nil : "\(changed)")
    return changed
  }

  mutating func numbers(_ declaration: FigureDeclaration) -> [Double] {
    let placeholder = Array(
      repeating: declaration.range.lowerBound,
      count: declaration.count ?? 1
    )
    guard let figure = figure(declaration) else { return placeholder }
    guard let items = listItems(of: figure, declaration) else { return placeholder }
    let values = items.enumerated().map { place, item in
      value(of: item, declaration, path: "\(figure.path)[\(place)]")
    }
    let known = values.compactMap { $0 }
    guard known.count == values.count else { return placeholder }
    checkTogether(known, items, of: figure, declaration)
    let paths = known.indices.map { "\(figure.path)[\($0)]" }
    knownNumbers += zip(paths, known).map {
      KnownNumber(path: $0, declaration: declaration, value: $1)
    }
    let changed = zip(paths, known).map { changes[$0] ?? $1 }
    record(figure, as: changed == known ? nil : "\(changed)")
    return changed
  }

  mutating func text(_ path: String, zh: String, en: String) -> String {
    var node: NodeID?
    let text = words(path, zh: zh, expected: "text: \(en)") { keys, entry -> String? in
      node = entry?.value
      if path == "id" { return keys.read(entry, expected: "text", by: TextGrammar.id) }
      return keys.text(entry)
    }
    written[scopes.path(of: path)] = node
    if let text { values.append((scopes.path(of: path), text)) }
    return text ?? path
  }

  mutating func texts(_ path: String, zh: String, en: String) -> [String] {
    var node: NodeID?
    let expected = "a list of texts: \(en)"
    let texts = words(path, zh: zh, expected: expected) { keys, entry -> [String]? in
      node = entry?.value
      return keys.texts(entry).map(\.text)
    }
    written[scopes.path(of: path)] = node
    for (place, text) in (texts ?? []).enumerated() {
      values.append(("\(scopes.path(of: path))[\(place)]", text))
    }
    return texts ?? []
  }

  mutating func choice(_ path: String, among words: [String], zh: String, en: String) -> Int {
    let expected = "one of " + Suggestions.list(words)
    let place = self.words(path, zh: zh, expected: expected) { keys, entry in
      keys.word(entry, among: words)
    }
    if let place { values.append((scopes.path(of: path), words[place])) }
    return place ?? 0
  }

  /// Reads what is not a number: here, or where the county that this one is like has it.
  private mutating func words<Value>(
    _ path: String,
    zh: String,
    expected: String,
    _ read: (MappingReader, Entry?) -> Value?
  ) -> Value? {
    if let base = scopes.base(of: path, zh: zh) {
      return base.words(path, zh: zh, expected: expected, read)
    }
    return scopes.required(path, zh: zh, expected: expected).flatMap { read($0.keys, $0.entry) }
  }

  mutating func section<Value>(_ name: String, _ body: (inout Self) -> Value) -> Value {
    scopes.enter(name)
    defer { scopes.leave() }
    return body(&self)
  }

  mutating func rows<Value>(
    _ name: String,
    atLeast minimum: Int,
    _ body: (inout Self) -> Value
  ) -> [Value] {
    let path = scopes.path(of: name)
    let list = scopes.list(name, expected: "a list of \(minimum) or more")
    written[path] = list?.node
    guard let list, let nodes = rowNodes(of: list, path: path, atLeast: minimum) else {
      return (0..<minimum).map { _ in silent(path, body) }
    }
    checkRepeatedIDs(nodes, path: path)
    var rows: [Value] = []
    for (place, node) in nodes.enumerated() {
      scopes.enter(row: node, of: list, path: "\(path)[\(place)]")
      rows.append(body(&self))
      scopes.leave()
    }
    return rows
  }

  private mutating func silent<Value>(_ path: String, _ body: (inout Self) -> Value) -> Value {
    scopes.enterNothing(at: path)
    defer { scopes.leave() }
    return body(&self)
  }

  // MARK: Figures

  /// The value of a figure and its origin, when they could be found.
  private mutating func figure(_ declaration: FigureDeclaration) -> Figure? {
    let isList = declaration.count != nil
    let answers = scopes.sections.answers
    let base = scopes.base(of: declaration.path, zh: declaration.zh)
    if let inherited = base?.figure(declaration) {
      return answers.answered(inherited, isList: isList, on: desk)
    }
    let found = scopes.required(
      declaration.path,
      zh: declaration.zh,
      expected: declaration.inWords
    )
    guard let keys = found?.keys, let entry = found?.entry else { return nil }
    let path = keys.path(of: entry.key)
    guard let value = Figure.find(entry, declaration, in: keys) else { return nil }
    let origin = value.origin.or(scopes.origin)
    if case .unstated = origin { scopes.reportLackOfProvenance(of: entry, path: path) }
    let figure = Figure(node: value.node, path: path, origin: origin)
    return answers.answered(figure, isList: isList, on: desk)
  }

  private mutating func record(_ figure: Figure, as changed: String?) {
    let text = changed ?? desk.text(of: figure.node)
    values.append((figure.path, text))
    written[figure.path] = figure.node
    guard case .stated(let provenance) = figure.origin else { return }
    sources.append(
      FigureSource(
        path: figure.path,
        value: text,
        standing: provenance.standing,
        id: provenance.id,
        source: provenance.source
      )
    )
  }
}
