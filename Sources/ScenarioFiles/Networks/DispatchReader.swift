internal import NetworkModel
internal import Probability

/// Reads what is peculiar to a dispatch node: units and zones.
struct DispatchReader {
  let desk: NetworkDesk
  private var laws: LawReader { LawReader(desk: desk, draws: .lengths) }

  init(_ desk: NetworkDesk) { self.desk = desk }

  /// The dispatch node's own keys.
  func read(_ keys: inout MappingReader) -> DispatchInputs? {
    let unitsEntry = keys.required("units", zh: "单元", expected: "a list such as `[u1, u2]`")
    let units = unitsEntry.flatMap { desk.names($0.value, path: keys.path(of: $0.key)) }
    let zonesEntry = keys.required(
      "zones",
      zh: "片区",
      expected: "classes, each with `{order: [u1, u2], travel: {u1: 5 min, u2: 9 min}}`"
    )
    let serviceEntry = keys.required("service", zh: "服务时间", expected: LawReader.example)
    let travel = keys.word(
      keys.required("travel", zh: "路程", expected: "`recorded` or `added`"),
      among: ["recorded", "added"]
    )
    let busy = keys.word(
      keys.required("whenAllBusy", zh: "全忙时", expected: "`lost` or `wait`"),
      among: ["lost", "wait"]
    )
    let limits = desk.values(keys.optional("travelLimits", zh: "路程上限"), in: keys, .length)
    guard let units else { return nil }
    let named = desk.named(zonesEntry, in: keys, expected: "classes, each with a zone") ?? []
    let zones = named.compactMap { zone in
      self.zone(zone, units).map { (className: zone.name, zone: $0) }
    }
    let service = service(serviceEntry, in: keys, units)
    guard let service, let travel, let busy else { return nil }
    return DispatchInputs(
      units: units,
      zones: zones,
      service: service,
      travel: travel == 0 ? .recorded : .added,
      whenAllBusy: busy == 0 ? .lost : .waits,
      travelLimits: limits
    )
  }

  private func zone(_ named: NamedNode, _ units: [String]) -> ZoneInputs? {
    guard var keys = desk.mapping(named.node, path: named.path) else { return nil }
    let orderEntry = keys.optional("order", zh: "次序")
    let travelEntry = keys.required("travel", zh: "路程", expected: "a time for each unit")
    keys.finish(alsoAllowed: [.note])
    let order = orderEntry.map { self.order($0, in: keys) } ?? []
    guard var times = keys.mapping(travelEntry) else { return nil }
    let travel = units.map { unit in
      let entry = times.required(unit, expected: "the travel time of \(unit)")
      return desk.value(entry, in: times, .length)
    }
    times.finish()
    let known = travel.compactMap(\.self)
    guard let order, known.count == units.count else { return nil }
    return ZoneInputs(order: order, travel: known)
  }

  /// A list of units, or the word for having none.
  private func order(_ entry: Entry, in keys: MappingReader) -> [String]? {
    if case .scalar(let scalar) = desk.desk[entry.value].content, scalar.text == "nearest" {
      return []
    }
    let path = keys.path(of: entry.key)
    guard let order = desk.names(entry.value, path: path) else { return nil }
    if order.isEmpty {
      desk.report(
        .wrongCount,
        entry.value,
        "the list is empty",
        path,
        expected: "at least 1 unit, or `nearest`"
      )
    }
    return order
  }

  private func service(
    _ entry: Entry?,
    in keys: MappingReader,
    _ units: [String]
  ) -> UnitService? {
    guard let entry else { return nil }
    let path = keys.path(of: entry.key)
    guard case .mapping(let parts) = desk.desk[entry.value].content,
      parts.contains(where: { $0.key == "byUnit" }), var own = keys.mapping(entry)
    else { return laws.law(entry.value, path: path).map { .all($0) } }
    let byUnit = own.optional("byUnit", zh: "各单元")
    own.finish(alsoAllowed: [.note])
    guard var each = own.mapping(byUnit) else { return nil }
    let found = units.map { unit in
      laws.law(each.required(unit, expected: LawReader.example), in: each)
    }
    each.finish()
    let known = found.compactMap(\.self)
    return known.count == units.count ? .each(known) : nil
  }
}
