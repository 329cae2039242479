/// The table as JSON, schema `countyflow/network-readings/1`: no path, no time of day, no threads.
extension NetworkTable: Encodable {
  private enum CodingKeys: CodingKey {
    case schema, id, title, timeUnit, seed, replications, intervals, batches, warmUp, length
    case endings, fingerprints, network, nodes, pools
  }

  /// Writes one object for the network, each node and each pool, with one for each class in it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.currentSchema, forKey: .schema)
    try container.encode(id, forKey: .id)
    try container.encode(title, forKey: .title)
    try container.encode(timeUnit, forKey: .timeUnit)
    // As text: JSON readers keep whole numbers exactly only up to 2^53.
    try container.encode(String(seed), forKey: .seed)
    try container.encode(endings.count, forKey: .replications)
    if let batches {
      try container.encode("batches", forKey: .intervals)
      try container.encode(batches, forKey: .batches)
    }
    try container.encode(warmUp, forKey: .warmUp)
    try container.encode(length, forKey: .length)
    try container.encode(endings, forKey: .endings)
    try container.encode(fingerprints, forKey: .fingerprints)
    let byPlace = Dictionary(grouping: rows) { $0.quantity.place }
    let part = { (place: NetworkQuantity.Place, id: String?) in
      Part(id: id, rows: byPlace[place] ?? [], classes: classes)
    }
    try container.encode(part(.network, nil), forKey: .network)
    try container.encode(nodes.map { part(.node($0), $0) }, forKey: .nodes)
    try container.encode(pools.map { part(.pool($0), $0) }, forKey: .pools)
  }

  /// The numbers of one place: those of all customers, then class by class.
  private struct Part: Encodable {
    let id: String?
    let rows: [Row]
    let classes: [String]

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      if let id { try container.encode(id, forKey: Key("id")) }
      try container.encode(numbers(of: nil), forKey: Key("all"))
      let byClass = classes.compactMap { name in
        let numbers = numbers(of: name)
        return numbers.rows.isEmpty ? nil : numbers
      }
      if !byClass.isEmpty { try container.encode(byClass, forKey: Key("classes")) }
    }

    private func numbers(of name: String?) -> Numbers {
      Numbers(id: name, rows: rows.filter { $0.quantity.className == name })
    }
  }

  /// Quantities by name, lists by name and item, without what was not measured.
  private struct Numbers: Encodable {
    let id: String?
    let rows: [Row]

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      if let id { try container.encode(id, forKey: Key("id")) }
      var lists: [String: [String: NetworkEstimate]] = [:]
      for row in rows {
        guard let estimate = row.estimate else { continue }
        if let item = row.quantity.item {
          lists[row.quantity.name, default: [:]][item] = estimate
        } else {
          try container.encode(estimate, forKey: Key(row.quantity.name))
        }
      }
      for (name, items) in lists { try container.encode(items, forKey: Key(name)) }
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }
}

extension NetworkTable.Ending: Encodable {
  private enum CodingKeys: CodingKey { case kind, at, full }

  /// Writes the kind, and when and where for a deadlock.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .horizon: try container.encode("horizon", forKey: .kind)
    case .standstill(let time):
      try container.encode("standstill", forKey: .kind)
      try container.encode(DecimalText.rounded(time), forKey: .at)
    case .overcrowded(let time):
      try container.encode("overcrowded", forKey: .kind)
      try container.encode(DecimalText.rounded(time), forKey: .at)
    case .deadlock(let time, let full):
      try container.encode("deadlock", forKey: .kind)
      try container.encode(DecimalText.rounded(time), forKey: .at)
      try container.encode(full, forKey: .full)
    }
  }
}
