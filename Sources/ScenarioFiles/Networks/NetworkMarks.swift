/// Finds where in a network file a key path of the model stands.
struct NetworkMarks {
  let desk: Desk
  let root: NodeID

  /// A place in the file and its key path there.
  typealias Mark = (span: Span, path: String)

  /// The place of a path such as `nodes.clinic.next.split.ward`, or of its deepest part that is
  /// there; below it, the place of the text that was found wrong.
  func mark(of path: String, found: String?) -> Mark {
    var place = Step(node: root, span: desk[root].span, path: "", rest: Substring(path))
    while !place.rest.isEmpty, let next = step(from: place, to: found) { place = next }
    let exact = found.flatMap { search(place.node, path: place.path, for: $0) }
    return exact ?? (place.span, place.path.isEmpty ? path : place.path)
  }

  /// Where a walk down the file has come to.
  private struct Step {
    let node: NodeID
    let span: Span
    let path: String
    let rest: Substring
  }

  /// One key or one number further down; a key that is itself what was found wrong is marked.
  private func step(from place: Step, to found: String?) -> Step? {
    if place.rest.first == "[" { return item(from: place) }
    guard case .mapping(let entries) = desk[place.node].content else { return nil }
    // A name may hold a dot: the longest key that fits is meant.
    let fitting = entries.filter {
      place.rest.hasPrefix($0.key) && ends(place.rest.dropFirst($0.key.count))
    }
    guard let entry = fitting.max(by: { $0.key.count < $1.key.count }) else { return nil }
    let rest = place.rest.dropFirst(entry.key.count).drop { $0 == "." }
    var span = entry.keySpan
    if case .scalar = desk[entry.value].content, entry.key != found {
      span = desk[entry.value].span
    }
    return Step(node: entry.value, span: span, path: join(place.path, entry.key), rest: rest)
  }

  private func item(from place: Step) -> Step? {
    let number = place.rest.dropFirst().prefix { $0 != "]" }
    guard let close = place.rest.firstIndex(of: "]"), let row = Int(number) else { return nil }
    let rest = place.rest[place.rest.index(after: close)...].drop { $0 == "." }
    switch desk[place.node].content {
    case .list(let items) where items.indices.contains(row):
      let path = "\(place.path)[\(row)]"
      return Step(node: items[row], span: desk[items[row]].span, path: path, rest: rest)
    // The model numbers the ways of a split; the file may name them.
    case .mapping(let entries) where entries.indices.contains(row):
      let path = join(place.path, entries[row].key)
      return Step(node: entries[row].value, span: entries[row].keySpan, path: path, rest: rest)
    default: return nil
    }
  }

  private func join(_ path: String, _ key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }

  private func ends(_ rest: Substring) -> Bool {
    rest.isEmpty || rest.first == "." || rest.first == "["
  }

  /// The first key or text at or below a node that says just this.
  private func search(_ node: NodeID, path: String, for text: String) -> Mark? {
    switch desk[node].content {
    case .scalar(let scalar): return scalar.text == text ? (desk[node].span, path) : nil
    case .list(let items):
      for (row, item) in items.enumerated() {
        if let mark = search(item, path: "\(path)[\(row)]", for: text) { return mark }
      }
    case .mapping(let entries):
      for entry in entries {
        let path = join(path, entry.key)
        if entry.key == text { return (entry.keySpan, path) }
        if let mark = search(entry.value, path: path, for: text) { return mark }
      }
    }
    return nil
  }
}
