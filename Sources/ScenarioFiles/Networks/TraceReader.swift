internal import NetworkModel

/// Reads arrivals written out in the network file: `[0, 1, 2.5]` or `[{time: 0, class: routine}]`.
struct TraceReader {
  let desk: NetworkDesk

  /// The arrivals, in the order of the file.
  func trace(_ entry: Entry, in keys: MappingReader) -> [TraceArrival]? {
    let path = keys.path(of: entry.key)
    let expected = "a list of times, or of `{time: …, class: …}`"
    guard let items = desk.items(entry.value, path: path, expected: expected) else { return nil }
    let arrivals = items.map { arrival($0.node, path: $0.path) }
    let known = arrivals.compactMap(\.self)
    return known.count == arrivals.count ? known : nil
  }

  private func arrival(_ node: NodeID, path: String) -> TraceArrival? {
    guard case .mapping = desk.desk[node].content else {
      return desk.value(node, path: path, .length).map { TraceArrival(time: $0) }
    }
    guard var keys = desk.mapping(node, path: path) else { return nil }
    let timeEntry = keys.required("time", zh: "时刻", expected: desk.time.wanted)
    let classEntry = keys.optional("class", zh: "类别")
    keys.finish(alsoAllowed: [.note])
    let name = classEntry.flatMap { desk.name($0.value, path: keys.path(of: $0.key)) }
    guard let time = desk.value(timeEntry, in: keys, .length), classEntry == nil || name != nil
    else { return nil }
    return TraceArrival(time: time, className: name)
  }
}
