internal import NetworkModel

/// Reads who serves: numbers, servers by name, timetables and shared pools.
struct ServersReader {
  let desk: NetworkDesk

  private static let expected =
    "a whole number, `unlimited`, a list such as `[{id: a, speed: 1.0}]`, a timetable "
    + "`{cycle: …, steps: …, atEnd: …}`, or `{pools: …}`"

  /// The servers of a station.
  func servers(_ entry: Entry?, in keys: MappingReader) -> ServersInputs? {
    guard let entry else { return nil }
    let path = keys.path(of: entry.key)
    switch desk.desk[entry.value].content {
    case .scalar(let scalar) where scalar.text == "unlimited": return .unlimited
    case .scalar(let scalar):
      if scalar.text.first.map({ $0.isLetter }) ?? false {
        desk.report(
          .unknownWord,
          entry.value,
          "unknown word \(Visible.quoted(scalar.text))",
          path,
          expected: ServersReader.expected,
          help: Suggestions.didYouMean(scalar.text, among: ["unlimited"])
        )
        return nil
      }
      return desk.value(entry.value, path: path, .whole(from: 1)).map { .count(Int($0)) }
    case .list: return each(entry.value, path: path)
    case .mapping(let parts):
      if parts.contains(where: { $0.key == "pools" }) { return pools(entry.value, path: path) }
      return shifts(entry.value, path: path).map { .shifts($0) }
    }
  }

  /// The servers of a pool: a number or a timetable.
  func poolServers(_ entry: Entry?, in keys: MappingReader) -> ServersInputs? {
    guard let entry else { return nil }
    let path = keys.path(of: entry.key)
    guard case .mapping = desk.desk[entry.value].content else {
      return desk.value(entry.value, path: path, .whole(from: 1)).map { .count(Int($0)) }
    }
    return shifts(entry.value, path: path).map { .shifts($0) }
  }

  /// Servers of different speed.
  private func each(_ node: NodeID, path: String) -> ServersInputs? {
    let items = desk.items(node, path: path, expected: "a list of servers") ?? []
    guard !items.isEmpty else {
      desk.report(.wrongCount, node, "the list is empty", path, expected: "at least 1 server")
      return nil
    }
    var places: [String: Position] = [:]
    let servers = items.compactMap { item -> ServerInputs? in
      guard var keys = desk.mapping(item.node, path: item.path) else { return nil }
      let idEntry = keys.required("id", zh: "编号", expected: "an id")
      let id = idEntry.flatMap { desk.name($0.value, path: keys.path(of: $0.key)) }
      let speed = keys.required("speed", zh: "速度", expected: "a number above 0")
      keys.finish(alsoAllowed: [.note])
      let value = desk.value(speed, in: keys, .positive)
      guard let id, let idEntry, let value else { return nil }
      if let first = places[id] {
        desk.report(
          .duplicateID,
          idEntry.value,
          "the id \(Visible.quoted(id)) is here and at \(first.lineAndColumn)",
          item.path + ".id",
          help: "every server needs an id of its own"
        )
      }
      places[id] = places[id] ?? desk.desk[idEntry.value].span.start
      return ServerInputs(id: id, speed: value)
    }
    return .each(servers)
  }

  /// What a service takes from shared pools.
  private func pools(_ node: NodeID, path: String) -> ServersInputs? {
    guard var keys = desk.mapping(node, path: path) else { return nil }
    let entry = keys.optional("pools", zh: "共享池")
    keys.finish(alsoAllowed: [.note])
    let expected = "pools with numbers, such as `{doctors: 1, nurses: 1}`"
    return desk.named(entry, in: keys, expected: expected).map { needs in
      .pools(
        needs.compactMap { need in
          desk.value(need.node, path: need.path, .whole(from: 1)).map {
            PoolNeed(pool: need.name, servers: Int($0))
          }
        }
      )
    }
  }

  /// A timetable.
  private func shifts(_ node: NodeID, path: String) -> ShiftInputs? {
    guard var keys = desk.mapping(node, path: path) else { return nil }
    let cycle = keys.required("cycle", zh: "周期", expected: "a duration such as `24 h`")
    let steps = keys.required(
      "steps",
      zh: "时段",
      expected: "a list such as `[{from: 0 h, servers: 1}, {from: 8 h, servers: 3}]`"
    )
    let words = ["finish", "preempt"]
    let end = keys.word(
      keys.required("atEnd", zh: "交班", expected: "`finish` or `preempt`"),
      among: words
    )
    keys.finish(alsoAllowed: [.note])
    let length = desk.value(cycle, in: keys, .positiveLength)
    guard let steps, let rows = self.steps(steps, in: keys), let length, let end else {
      return nil
    }
    return ShiftInputs(cycle: length, steps: rows, atEnd: end == 0 ? .finish : .preempt)
  }

  private func steps(_ entry: Entry, in keys: MappingReader) -> [ShiftInputs.Step]? {
    let path = keys.path(of: entry.key)
    guard let items = desk.items(entry.value, path: path, expected: "a list of steps") else {
      return nil
    }
    return items.compactMap { item in
      guard var step = desk.mapping(item.node, path: item.path) else { return nil }
      let from = step.required("from", zh: "从", expected: "a duration such as `8 h`")
      let count = step.required("servers", zh: "人数", expected: "a whole number, 0 or more")
      step.finish(alsoAllowed: [.note])
      let moment = desk.value(from, in: step, .length)
      let servers = desk.whole(count, in: step, from: 0)
      guard let moment, let servers else { return nil }
      return ShiftInputs.Step(from: moment, servers: servers)
    }
  }
}
