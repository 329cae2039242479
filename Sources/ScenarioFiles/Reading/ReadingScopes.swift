/// The mappings of a county that are being read, the outermost first.
///
/// Each knows its keys, the origin it gives to its figures, and the same mapping of the county that
/// this one is like. Inside a mapping that is missing altogether there are no keys, and silence.
struct ReadingScopes {
  let desk: Desk
  let sections: CountySections
  private var stack: [Scope] = []

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

  /// No mapping yet: what is read first are sections.
  init(_ desk: Desk, sections: CountySections) {
    self.desk = desk
    self.sections = sections
  }

  /// The origin that the innermost mapping gives to its figures.
  var origin: Origin { stack.last?.origin ?? .unstated }

  /// The full path of a key of the innermost mapping.
  func path(of key: String) -> String {
    guard let path = stack.last?.path, !path.isEmpty else { return key }
    return "\(path).\(key)"
  }

  // MARK: Going in and out

  /// Goes into a section or mapping, which may be absent when it is inherited.
  mutating func enter(_ name: String) {
    let path = path(of: name)
    let base = inheritedMapping(name, path: path)
    let own = base == nil ? child(name, expected: "a mapping") : childIfAny(name)
    enter(own, path: path, base: base)
  }

  /// Goes into a row of a list.
  mutating func enter(row: NodeID, of list: CountySections.Section, path: String) {
    enter((row, list.origin), path: path)
  }

  /// Goes into what is missing.
  mutating func enterNothing(at path: String) {
    stack.append(Scope(keys: nil, origin: .unstated, path: path))
  }

  /// Leaves the innermost mapping and reports what is wrong with its keys.
  mutating func leave() {
    stack.removeLast().keys?.finish(alsoAllowed: [.note])
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
    stack.append(Scope(keys: keys, origin: origin, path: path, base: base))
  }

  // MARK: Keys

  private var keys: MappingReader? {
    get { stack.last?.keys }
    set { if !stack.isEmpty { stack[stack.count - 1].keys = newValue } }
  }

  /// The entry of a key that must be there, and the mapping around it; `nil` inside what is missing.
  mutating func required(
    _ key: String,
    zh: String = "",
    expected: String
  ) -> (keys: MappingReader, entry: Entry?)? {
    guard var open = keys else { return nil }
    let entry = open.required(key, zh: zh, expected: expected)
    keys = open
    return (open, entry)
  }

  /// The entry of a key that may be absent.
  private mutating func optional(_ key: String, zh: String = "") -> Entry? {
    guard var open = keys else { return nil }
    let entry = open.optional(key, zh: zh)
    keys = open
    return entry
  }

  /// A list and the provenance it inherits: written here or in the county that this one is like.
  mutating func list(_ name: String, expected: String) -> CountySections.Section? {
    inheritedList(name) ?? child(name, expected: expected)
  }

  /// The node of a section or list, and the provenance it inherits.
  private mutating func child(_ name: String, expected: String) -> CountySections.Section? {
    guard let scope = stack.last else { return sections.find(name, on: desk, expected: expected) }
    return required(name, expected: expected)?.entry.map { ($0.value, scope.origin) }
  }

  /// The section or mapping of a name, which may be absent because it is inherited.
  private mutating func childIfAny(_ name: String) -> CountySections.Section? {
    guard let scope = stack.last else { return sections.byName[name] }
    return optional(name).map { ($0.value, scope.origin) }
  }

  // MARK: The county that this one is like

  /// The mapping of the county that this one is like, where a key is not written here.
  mutating func base(of key: String, zh: String) -> InheritedMapping? {
    guard let base = stack.last?.base else { return nil }
    if let keys, keys.keys.contains(key) { return nil }
    _ = optional(key, zh: zh)
    return base
  }

  /// What a section not written here says in the county that this one is like.
  private func inheritedList(_ name: String) -> CountySections.Section? {
    guard stack.isEmpty, sections.byName[name] == nil else { return nil }
    return sections.base?.section(name).map { ($0.node, $0.origin.inherited(from: $0.name)) }
  }

  /// The mapping of the same name in the county that this one is like.
  private func inheritedMapping(_ name: String, path: String) -> InheritedMapping? {
    guard let scope = stack.last else {
      return sections.base?.section(name).flatMap {
        InheritedMapping(desk, $0.node, path: path, origin: $0.origin, county: $0.name)
      }
    }
    return scope.base?.child(name, path: path)
  }

  // MARK: Provenance

  /// Reports a figure without standing and source, unless one of the same mapping was reported.
  mutating func reportLackOfProvenance(of entry: Entry, path: String) {
    guard let scope = stack.last, !scope.lacksProvenance else { return }
    stack[stack.count - 1].lacksProvenance = true
    desk.report(
      .missingKey,
      at: desk[entry.value].span,
      "a figure without standing and source",
      key: path,
      expected: "`provenance: {standing, source}` in this section, or `{value, standing, source}`"
    )
  }
}
