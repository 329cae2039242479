internal import NetworkModel

/// Reads where customers go next.
struct RoutingReader {
  let desk: NetworkDesk
  /// Words of routing that cannot be names of nodes.
  static let words = ["exit", "itinerary"]

  private static let kinds = ["split", "shortest", "cycle", "choice", "class"]
  private static let expected =
    "`exit`, a node, `itinerary`, or one of `{split: …}`, `{shortest: …}`, `{cycle: …}`, "
    + "`{choice: …}`, `{class: …, to: …}`"

  /// One route for all classes, or `byClass` with one for each; out of the network when absent.
  func perClass(_ entry: Entry?, in keys: MappingReader) -> PerClass<Routing>? {
    guard let entry else { return .all(.exit) }
    let path = keys.path(of: entry.key)
    guard let cases = desk.cases("byClass", of: entry.value, path: path, "a route") else {
      return routing(entry.value, path: path).map { .all($0) }
    }
    return .each(
      cases.compactMap { one in routing(one.node, path: one.path).map { (one.name, $0) } }
    )
  }

  /// The route of an entry.
  func routing(_ entry: Entry?, in keys: MappingReader) -> Routing? {
    entry.flatMap { routing($0.value, path: keys.path(of: $0.key)) }
  }

  /// The route of a node.
  func routing(_ node: NodeID, path: String) -> Routing? {
    switch desk.desk[node].content {
    case .scalar: return desk.name(node, path: path).map(Self.way)
    case .list:
      desk.report(
        .wrongValue,
        node,
        "expected a route, found a list",
        path,
        expected: Self.expected,
        help: "`{shortest: […]}` and `{cycle: […]}` take lists of nodes"
      )
      return nil
    case .mapping: break
    }
    guard var keys = desk.mapping(node, path: path) else { return nil }
    let found = Self.kinds.compactMap { keys.optional($0) }
    let to = keys.optional("to", zh: "去向")
    keys.finish(alsoAllowed: [.note])
    guard let kind = found.first else {
      // Keys that nobody knows have been reported.
      if keys.unknown().isEmpty || to != nil {
        desk.report(.missingKey, node, "the route says nothing", path, expected: Self.expected)
      }
      return nil
    }
    if found.count > 1 {
      keys.conflict(found[0], found[1], because: "a customer goes one way")
      return nil
    }
    if let to, kind.key != "class" {
      keys.conflict(kind, to, because: "`to` belongs to `{class: …, to: …}`")
      return nil
    }
    return routing(kind, in: keys, to: to)
  }

  private func routing(_ kind: Entry, in keys: MappingReader, to: Entry?) -> Routing? {
    let path = keys.path(of: kind.key)
    switch kind.key {
    case "split": return shares(kind.value, path: path).map { .split($0) }
    case "shortest": return desk.names(kind.value, path: path).map { .shortest($0) }
    case "cycle": return desk.names(kind.value, path: path).map { .cycle($0) }
    case "choice": return choice(kind.value, path: path).map { .choice($0) }
    default:
      let name = desk.name(kind.value, path: path)
      guard let to else {
        desk.report(
          .missingKey,
          keys.node,
          "the key `to` is missing",
          keys.path(of: "to"),
          expected: "where the customer goes in the new class"
        )
        return nil
      }
      let then = routing(to, in: keys)
      guard let name, let then else { return nil }
      return .become(className: name, then: then)
    }
  }

  /// `{a: 0.7, b: 0.1}`, or `[{chance: 0.7, to: a}, …]` when a way is more than a node.
  private func shares(_ node: NodeID, path: String) -> [Routing.Share]? {
    if case .list = desk.desk[node].content { return listedShares(node, path: path) }
    let expected = "nodes with shares, such as `{a: 0.7, b: 0.1}`"
    guard let ways = desk.named(node, path: path, expected: expected) else { return nil }
    return ways.compactMap { way in
      desk.value(way.node, path: way.path, .share).map { chance in
        Routing.Share(chance: chance, way: Self.way(way.name))
      }
    }
  }

  private func listedShares(_ node: NodeID, path: String) -> [Routing.Share]? {
    let items = desk.items(node, path: path, expected: "a list of ways with their chances")
    return items?.compactMap { item in
      guard var keys = desk.mapping(item.node, path: item.path) else { return nil }
      let chance = keys.required("chance", zh: "概率", expected: "a share such as `0.2`")
      let to = keys.required("to", zh: "去向", expected: Self.expected)
      keys.finish(alsoAllowed: [.note])
      guard let chance = desk.value(chance, in: keys, .share), let way = routing(to, in: keys)
      else { return nil }
      return Routing.Share(chance: chance, way: way)
    }
  }

  private func choice(_ node: NodeID, path: String) -> ChoiceInputs? {
    guard var keys = desk.mapping(node, path: path) else { return nil }
    let expected = "nodes with their utilities, such as `{a: 0.5, b: 0}`"
    let options = keys.required("options", zh: "选项", expected: expected)
    let crowd = keys.optional("perPresent", zh: "每位在场者")
    keys.finish(alsoAllowed: [.note])
    let perPresent = crowd == nil ? 0 : desk.value(crowd, in: keys, .number)
    guard let named = desk.named(options, in: keys, expected: expected), let perPresent else {
      return nil
    }
    let known = named.compactMap { option in
      desk.value(option.node, path: option.path, .number).map { constant in
        ChoiceInputs.Option(node: option.name, constant: constant)
      }
    }
    return ChoiceInputs(options: known, perPresent: perPresent)
  }

  /// What a single word says.
  private static func way(_ word: String) -> Routing {
    switch word {
    case "exit": .exit
    case "itinerary": .itinerary
    default: .to(word)
    }
  }
}
