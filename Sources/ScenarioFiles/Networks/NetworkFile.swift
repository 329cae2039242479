internal import NetworkModel

/// A network file that was read; names inside it are not resolved yet.
struct NetworkFile {
  let document: DocumentReader.Document
  /// The top mapping of the file.
  let root: NodeID
  let id: String
  let note: String
  let inputs: NetworkInputs
}

/// Reads network files.
struct NetworkReader {
  let library: Library
  private var desk: Desk { library.desk }

  init(_ library: Library) { self.library = library }

  /// Reads a network file and the tables it names; nothing when something that matters is missing.
  func read(_ document: DocumentReader.Document) -> NetworkFile? {
    guard let root = document.root else { return nil }
    var keys = MappingReader(desk, root, path: "", places: .network)
    guard SchemaKind.read(&keys, allowed: [.network]) != nil else { return nil }
    let id = keys.id()
    let title = keys.text(keys.required("title", zh: "标题", expected: "a text"))
    let note = keys.note()
    let time = time(&keys)
    let classes = keys.optional("classes", zh: "类别")
    let pools = keys.optional("pools", zh: "共享池")
    let nodes = keys.required("nodes", zh: "节点", expected: "nodes, each with its servers")
    let sources = keys.optional("sources", zh: "来源")
    let census = keys.optional("census", zh: "初始人数")
    let run = keys.required("run", zh: "运行", expected: "warmUp, length, replications and seed")
    keys.finish()
    // Without its unit no time of the file can be read.
    guard let time else { return nil }
    let errors = desk.errorCount
    let kinds = self.classes(classes, in: keys, time)
    let own = NetworkDesk(library: library, time: time, classes: kinds.map(\.id))
    let inputs = NetworkInputs(
      title: title ?? "",
      timeUnit: time.unit,
      classes: kinds,
      pools: self.pools(pools, in: keys, own),
      nodes: nodes.map { self.nodes($0, in: keys, own) } ?? [],
      sources: self.sources(sources, in: keys, own),
      census: self.census(census, in: keys, own),
      run: keys.mapping(run).flatMap { RunReader(own).read($0) }
        ?? RunInputs(warmUp: 0, length: 1, replications: 1, seed: 0)
    )
    guard desk.errorCount == errors, let id, title != nil, nodes != nil, run != nil else {
      return nil
    }
    return NetworkFile(document: document, root: root, id: id, note: note, inputs: inputs)
  }

  private func time(_ keys: inout MappingReader) -> NetworkTime? {
    let names = NetworkTime.names
    let expected = "one of " + Suggestions.list(names)
    let entry = keys.required("timeUnit", zh: "时间单位", expected: expected)
    return keys.word(entry, among: names).map { NetworkTime(place: $0) }
  }

  private func classes(
    _ entry: Entry?,
    in keys: MappingReader,
    _ time: NetworkTime
  ) -> [CustomerClass] {
    guard let entry else { return [CustomerClass(id: NetworkDesk.onlyClass)] }
    let desk = NetworkDesk(library: library, time: time, classes: [])
    let named = desk.named(entry, in: keys, expected: "classes, such as `{routine: {priority: 2}}`")
    guard let named, !named.isEmpty else {
      if named != nil {
        let words = "no class is declared"
        desk.report(.wrongCount, entry.value, words, "classes", expected: "at least 1 class")
      }
      return []
    }
    return named.compactMap { kind in
      guard var own = desk.mapping(kind.node, path: kind.path) else {
        // The class is declared all the same: whoever names it later is right.
        return CustomerClass(id: kind.name)
      }
      let priority = own.optional("priority", zh: "优先级")
      let itinerary = own.optional("itinerary", zh: "行程")
      own.finish(alsoAllowed: [.note])
      let stops = itinerary.flatMap { desk.names($0.value, path: own.path(of: $0.key)) }
      return CustomerClass(
        id: kind.name,
        priority: priority == nil ? 1 : desk.whole(priority, in: own, from: 1) ?? 1,
        itinerary: stops ?? []
      )
    }
  }

  private func pools(
    _ entry: Entry?,
    in keys: MappingReader,
    _ desk: NetworkDesk
  ) -> [PoolInputs] {
    let named = desk.named(entry, in: keys, expected: "pools, such as `{doctors: {servers: 4}}`")
    return (named ?? []).compactMap { pool in
      guard var own = desk.mapping(pool.node, path: pool.path) else { return nil }
      let servers = own.required(
        "servers",
        zh: "人数",
        expected: "a whole number, 1 or more, or a timetable `{cycle: …, steps: …, atEnd: …}`"
      )
      own.finish(alsoAllowed: [.note])
      return ServersReader(desk: desk).poolServers(servers, in: own)
        .map { PoolInputs(id: pool.name, servers: $0) }
    }
  }

  private func nodes(_ entry: Entry, in keys: MappingReader, _ desk: NetworkDesk) -> [NodeInputs] {
    let named = desk.named(entry, in: keys, expected: "nodes, each with its servers") ?? []
    for node in named where RoutingReader.words.contains(node.name) {
      self.desk.report(
        .conflict,
        at: node.span,
        "`\(node.name)` is a word of routing",
        key: node.path,
        help: "give the node another name"
      )
    }
    return named.compactMap { NetworkNodeReader(desk).read($0) }
  }

  private func sources(
    _ entry: Entry?,
    in keys: MappingReader,
    _ desk: NetworkDesk
  ) -> [SourceInputs] {
    let named = desk.named(entry, in: keys, expected: "sources, each with its arrivals")
    return (named ?? []).compactMap { NetworkSourceReader(desk).read($0) }
  }

  private func census(
    _ entry: Entry?,
    in keys: MappingReader,
    _ desk: NetworkDesk
  ) -> [CensusInputs] {
    (keys.items(entry) ?? []).compactMap { item in
      guard var own = desk.mapping(item.node, path: item.path) else { return nil }
      let nodeEntry = own.required("node", zh: "节点", expected: "a node")
      let classEntry =
        desk.impliedClass == nil
        ? own.required("class", zh: "类别", expected: "a class")
        : own.optional("class", zh: "类别")
      let countEntry = own.required("count", zh: "人数", expected: "a whole number, 1 or more")
      own.finish(alsoAllowed: [.note])
      let node = nodeEntry.flatMap { desk.name($0.value, path: own.path(of: $0.key)) }
      let stated = classEntry.flatMap { desk.name($0.value, path: own.path(of: $0.key)) }
      let count = desk.whole(countEntry, in: own, from: 1)
      guard let node, let kind = stated ?? desk.impliedClass, let count else { return nil }
      return CensusInputs(node: node, className: kind, count: count)
    }
  }
}
