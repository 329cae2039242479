internal import NetworkModel
internal import Probability

/// Reads the nodes of a network.
struct NetworkNodeReader {
  let desk: NetworkDesk
  private var laws: LawReader { LawReader(desk: desk, draws: .lengths) }
  private var routes: RoutingReader { RoutingReader(desk: desk) }

  init(_ desk: NetworkDesk) { self.desk = desk }

  /// One node; what cannot be read is reported.
  func read(_ named: NamedNode) -> NodeInputs? {
    guard var keys = desk.mapping(named.node, path: named.path) else { return nil }
    let kinds = ["station", "sharing", "dispatch"]
    let entry = keys.optional("kind", zh: "类型")
    let place = entry == nil ? 0 : keys.word(entry, among: kinds)
    let kind: NodeKind?
    switch place {
    case 0?: kind = StationReader(desk).read(&keys).map { .station($0) }
    case 1?: kind = sharing(&keys)
    case 2?: kind = DispatchReader(desk).read(&keys).map { .dispatch($0) }
    default:
      // Without its kind nothing is known of its keys.
      return nil
    }
    let room = room(&keys)
    let full = keys.optional("whenFull", zh: "满员时")
    let whenFull = full == nil ? .refuse : whenFull(full, in: keys)
    let balking = desk.values(keys.optional("balking", zh: "望而却步"), in: keys, .share)
    let next = routes.perClass(keys.optional("next", zh: "下一站"), in: keys)
    keys.finish(alsoAllowed: [.note])
    guard let kind, let room, let whenFull, let next else { return nil }
    return NodeInputs(
      id: named.name,
      kind: kind,
      room: room,
      whenFull: whenFull,
      balking: balking,
      next: next
    )
  }

  private func sharing(_ keys: inout MappingReader) -> NodeKind? {
    let servers = keys.required("servers", zh: "服务台", expected: "a whole number, 1 or more")
    let service = keys.required("service", zh: "服务时间", expected: LawReader.example)
    let count = desk.whole(servers, in: keys, from: 1)
    let work = laws.perClass(service, in: keys)
    guard let count, let work else { return nil }
    return .sharing(servers: count, work: work)
  }

  private func room(_ keys: inout MappingReader) -> RoomInputs? {
    let room = keys.optional("room", zh: "容量")
    let waiting = keys.optional("waitingRoom", zh: "候诊容量")
    if let room, let waiting {
      keys.conflict(room, waiting, because: "both say how many fit in")
      return nil
    }
    if let room { return desk.whole(room, in: keys, from: 1).map { .places($0) } }
    if let waiting { return desk.whole(waiting, in: keys, from: 0).map { .waiting($0) } }
    return .unlimited
  }

  private func whenFull(_ entry: Entry?, in keys: MappingReader) -> WhenFull? {
    guard let entry else { return nil }
    guard case .mapping = desk.desk[entry.value].content else {
      return keys.word(entry, among: ["refuse", "block"]).map { $0 == 0 ? .refuse : .block }
    }
    guard var own = keys.mapping(entry) else { return nil }
    let others = own.required("overflow", zh: "分流", expected: "a list of other nodes")
    own.finish(alsoAllowed: [.note])
    return others.flatMap { desk.names($0.value, path: own.path(of: $0.key)) }
      .map { .overflow($0) }
  }
}
