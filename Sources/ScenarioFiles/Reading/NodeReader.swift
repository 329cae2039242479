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
  private var scopes: [Scope]
  /// Every number that was read, by its full path.
  private(set) var knownNumbers: [KnownNumber] = []
  /// Numbers that take the place of the file's, by full path.
  private let changes: [String: Double]

  /// A mapping that is being read.
  private struct Scope {
    /// `nil` inside what is missing.
    var keys: MappingReader?
    var origin: Origin
    var path: String
    /// The same mapping of the county that this one is like.
    var base: InheritedMapping?
    /// Whether a figure without provenance was reported here; one is enough.
    var lacksProvenance = false
  }

  /// A reader over the sections of a county file, some numbers of which may be changed.
  init(_ desk: Desk, sections: CountySections, changes: [String: Double] = [:]) {
    self.desk = desk
    self.sections = sections
    self.changes = changes
    scopes = []
  }

  let sections: CountySections

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
    let paths = known.indices.map { "\(figure.path)[\($0)]" }
    knownNumbers += zip(paths, known).map {
      KnownNumber(path: $0, declaration: declaration, value: $1)
    }
    let changed = zip(paths, known).map { changes[$0] ?? $1 }
    record(figure, as: changed == known ? nil : "\(changed)")
    return changed
  }

  mutating func text(_ path: String, zh: String, en: String) -> String {
    let text = words(path, zh: zh, expected: "text: \(en)") { keys, entry in
      path == "id" ? keys.read(entry, expected: "text", by: TextGrammar.id) : keys.text(entry)
    }
    if let text { values.append((childPath(path), text)) }
    return text ?? path
  }

  mutating func texts(_ path: String, zh: String, en: String) -> [String] {
    let texts = words(path, zh: zh, expected: "a list of texts: \(en)") { keys, entry in
      keys.texts(entry).map(\.text)
    }
    for (place, text) in (texts ?? []).enumerated() {
      values.append(("\(childPath(path))[\(place)]", text))
    }
    return texts ?? []
  }

  mutating func choice(_ path: String, among words: [String], zh: String, en: String) -> Int {
    let expected = "one of " + Suggestions.list(words)
    let place = self.words(path, zh: zh, expected: expected) { keys, entry in
      keys.word(entry, among: words)
    }
    if let place { values.append((childPath(path), words[place])) }
    return place ?? 0
  }

  /// Reads what is not a number: here, or where the county that this one is like has it.
  private mutating func words<Value>(
    _ path: String,
    zh: String,
    expected: String,
    _ read: (MappingReader, Entry?) -> Value?
  ) -> Value? {
    if let base = base(of: path, zh: zh) {
      return base.words(path, zh: zh, expected: expected, read)
    }
    guard var keys = openKeys else { return nil }
    let entry = keys.required(path, zh: zh, expected: expected)
    openKeys = keys
    return read(keys, entry)
  }

  mutating func section<Value>(_ name: String, _ body: (inout Self) -> Value) -> Value {
    let path = childPath(name)
    let base = inheritedMapping(name, path: path)
    let own = base == nil ? child(name, expected: "a mapping") : childIfAny(name)
    enter(own, path: path, base: base)
    defer { leave() }
    return body(&self)
  }

  mutating func rows<Value>(
    _ name: String,
    atLeast minimum: Int,
    _ body: (inout Self) -> Value
  ) -> [Value] {
    let path = childPath(name)
    let list =
      inheritedList(name) ?? child(name, expected: "a list of \(minimum) or more")
    let nodes = list.flatMap { rowNodes(of: $0, path: path, atLeast: minimum) }
    guard let nodes else { return (0..<minimum).map { _ in silent(path, body) } }
    checkRepeatedIDs(nodes, path: path)
    var rows: [Value] = []
    for (place, node) in nodes.enumerated() {
      enter((node, list?.origin ?? .unstated), path: "\(path)[\(place)]")
      rows.append(body(&self))
      leave()
    }
    return rows
  }

  // MARK: Scopes

  private var openKeys: MappingReader? {
    get { scopes.last?.keys }
    set { if !scopes.isEmpty { scopes[scopes.count - 1].keys = newValue } }
  }

  private func childPath(_ name: String) -> String {
    guard let path = scopes.last?.path, !path.isEmpty else { return name }
    return "\(path).\(name)"
  }

  /// The node of a section or list, and the provenance it inherits.
  private mutating func child(
    _ name: String,
    expected: String
  ) -> CountySections.Section? {
    guard let scope = scopes.last else { return sections.find(name, on: desk, expected: expected) }
    guard var keys = scope.keys else { return nil }
    let entry = keys.required(name, expected: expected)
    openKeys = keys
    return entry.map { ($0.value, scope.origin) }
  }

  /// What a section not written here says in the county that this one is like.
  private func inheritedList(_ name: String) -> CountySections.Section? {
    guard scopes.isEmpty, sections.byName[name] == nil else { return nil }
    return sections.base?.section(name).map { ($0.node, $0.origin.inherited(from: $0.name)) }
  }

  /// The mapping of the same name in the county that this one is like.
  private func inheritedMapping(_ name: String, path: String) -> InheritedMapping? {
    guard let scope = scopes.last else {
      return sections.base?.section(name).flatMap {
        InheritedMapping(desk, $0.node, path: path, origin: $0.origin, county: $0.name)
      }
    }
    return scope.base?.child(name, path: path)
  }

  /// The section or mapping of a name, which may be absent because it is inherited.
  private mutating func childIfAny(_ name: String) -> CountySections.Section? {
    guard let scope = scopes.last else { return sections.byName[name] }
    guard var keys = scope.keys else { return nil }
    let entry = keys.optional(name)
    openKeys = keys
    return entry.map { ($0.value, scope.origin) }
  }

  private mutating func enter(
    _ child: CountySections.Section?,
    path: String,
    base: InheritedMapping? = nil
  ) {
    var keys: MappingReader?
    var origin = child?.origin ?? .unstated
    if let child {
      let parent = MappingReader(desk, child.node, path: path, places: .county)
      keys = parent.mapping(child.node, path: path)
    }
    if var open = keys {
      origin = Origin.of(&open).or(origin)
      keys = open
    }
    scopes.append(Scope(keys: keys, origin: origin, path: path, base: base))
  }

  private mutating func leave() {
    scopes.removeLast().keys?.finish(alsoAllowed: [.note])
  }

  private mutating func silent<Value>(_ path: String, _ body: (inout Self) -> Value) -> Value {
    scopes.append(Scope(keys: nil, origin: .unstated, path: path))
    defer { scopes.removeLast() }
    return body(&self)
  }

  // MARK: Figures

  /// The value of a figure and its origin, when they could be found.
  private mutating func figure(_ declaration: FigureDeclaration) -> Figure? {
    let isList = declaration.count != nil
    if let inherited = inheritedFigure(declaration) {
      return sections.answers.answered(inherited, isList: isList, on: desk)
    }
    guard var keys = openKeys, let scope = scopes.last else { return nil }
    let entry = keys.required(
      declaration.path,
      zh: declaration.zh,
      expected: declaration.inWords
    )
    openKeys = keys
    guard let entry else { return nil }
    let path = keys.path(of: entry.key)
    guard let found = Figure.find(entry, declaration, in: keys) else { return nil }
    let origin = found.origin.or(scope.origin)
    if case .unstated = origin, !scope.lacksProvenance {
      scopes[scopes.count - 1].lacksProvenance = true
      desk.report(
        .missingKey,
        at: desk[entry.value].span,
        "a figure without standing and source",
        key: path,
        expected: "`provenance: {standing, source}` in this section, or `{value, standing, source}`"
      )
    }
    let figure = Figure(node: found.node, path: path, origin: origin)
    return sections.answers.answered(figure, isList: isList, on: desk)
  }

  /// A figure that is not written here but in the county that this one is like.
  private mutating func inheritedFigure(_ declaration: FigureDeclaration) -> Figure? {
    base(of: declaration.path, zh: declaration.zh)?.figure(declaration)
  }

  /// The mapping of the county that this one is like, where a key is not written here.
  private mutating func base(of key: String, zh: String) -> InheritedMapping? {
    guard let base = scopes.last?.base else { return nil }
    guard var own = openKeys else { return base }
    if own.keys.contains(key) { return nil }
    _ = own.optional(key, zh: zh)
    openKeys = own
    return base
  }

  private mutating func record(_ figure: Figure, as changed: String?) {
    let text = changed ?? desk.text(of: figure.node)
    values.append((figure.path, text))
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
