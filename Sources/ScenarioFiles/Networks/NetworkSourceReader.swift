internal import NetworkModel
internal import Probability

/// Reads where the customers of a network come from.
struct NetworkSourceReader {
  let desk: NetworkDesk
  private static let kinds = ["gap", "rate", "trace", "traceFile", "population"]

  init(_ desk: NetworkDesk) { self.desk = desk }

  /// One source; what cannot be read is reported.
  func read(_ named: NamedNode) -> SourceInputs? {
    guard var keys = desk.mapping(named.node, path: named.path) else { return nil }
    let classes = classes(&keys)
    let found = Self.kinds.compactMap { keys.optional($0, zh: Self.chinese[$0] ?? "") }
    let batch = keys.optional("batch", zh: "成批")
    let to = keys.required("to", zh: "去向", expected: "a node or another route")
    keys.finish(alsoAllowed: [.note])
    let arrivals = arrivals(found, in: keys)
    let law = LawReader(desk: desk, draws: .counts).law(batch, in: keys)
    let first = RoutingReader(desk: desk).routing(to, in: keys)
    guard let classes, let arrivals, let first, batch == nil || law != nil else { return nil }
    return SourceInputs(
      id: named.name,
      classes: classes,
      arrivals: arrivals,
      batch: law,
      first: first
    )
  }

  private static let chinese = [
    "gap": "间隔", "rate": "速率", "trace": "到达记录", "traceFile": "到达文件", "population": "人群",
  ]

  private func classes(_ keys: inout MappingReader) -> [(className: String, weight: Double)]? {
    let one = keys.optional("class", zh: "类别")
    let several = keys.optional("classes", zh: "各类别")
    if let one, let several {
      keys.conflict(one, several, because: "both say who comes")
      return nil
    }
    if let one {
      return desk.name(one.value, path: keys.path(of: one.key)).map { [($0, 1)] }
    }
    if let several {
      let expected = "classes with weights, such as `{routine: 0.8, emergency: 0.2}`"
      let named = desk.named(several, in: keys, expected: expected)
      return named?.compactMap { entry in
        desk.value(entry.node, path: entry.path, .notNegative).map { (entry.name, $0) }
      }
    }
    if let implied = desk.impliedClass { return [(implied, 1)] }
    desk.report(
      .missingKey,
      keys.node,
      "the key `class` is missing",
      keys.path(of: "class"),
      expected: "one of " + Suggestions.list(desk.classes) + ", or `classes: {…}` with weights"
    )
    return nil
  }

  private func arrivals(_ found: [Entry], in keys: MappingReader) -> ArrivalsInputs? {
    guard let kind = found.first else {
      desk.report(
        .missingKey,
        keys.node,
        "the source does not say when customers come",
        keys.path,
        expected: "one of " + Suggestions.list(Self.kinds)
      )
      return nil
    }
    if found.count > 1 {
      for other in found.dropFirst() {
        keys.conflict(kind, other, because: "both say when customers come")
      }
      return nil
    }
    switch kind.key {
    case "gap":
      return LawReader(desk: desk, draws: .lengths).law(kind, in: keys).map { .gaps($0) }
    case "rate": return RateReader(desk: desk).rate(kind, in: keys).map { .rate($0) }
    case "trace": return TraceReader(desk: desk).trace(kind, in: keys).map { .trace($0) }
    case "traceFile": return TraceFileReader(desk: desk).trace(kind, in: keys).map { .trace($0) }
    default: return population(kind, in: keys)
    }
  }

  private func population(_ entry: Entry, in keys: MappingReader) -> ArrivalsInputs? {
    guard var own = keys.mapping(entry) else { return nil }
    let sizeEntry = own.required("size", zh: "人数", expected: "a whole number, 1 or more")
    let awayEntry = own.required("away", zh: "离开时长", expected: LawReader.example)
    own.finish(alsoAllowed: [.note])
    let size = desk.whole(sizeEntry, in: own, from: 1)
    let away = LawReader(desk: desk, draws: .lengths).law(awayEntry, in: own)
    guard let size, let away else { return nil }
    return .population(size, away: away)
  }
}
