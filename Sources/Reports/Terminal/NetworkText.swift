public import Experiments

/// The answers of a network as plain text.
public enum NetworkText {
  /// A line for each node and class, the whole network, how the replications ended, and which batches
  /// are alike.
  public static func render(_ table: NetworkTable, _ language: Language) -> String {
    let words = NetworkWords(language, of: table)
    var parts = [head(table, words), nodes(table, words)]
    if !table.pools.isEmpty { parts.append(pools(table, words)) }
    parts += table.nodes.compactMap { dispatch($0, table, words) }
    parts.append(network(table, words))
    if let moments = observations(table, words) { parts.append(moments) }
    if let note = deadlocks(table, words) { parts.append(note) }
    if let note = crowds(table, words) { parts.append(note) }
    if let note = standstills(table, words) { parts.append(note) }
    if let note = alikeBatches(table, words) { parts.append(note) }
    return parts.joined(separator: "\n")
  }

  private static func head(_ table: NetworkTable, _ words: NetworkWords) -> String {
    let length = DecimalText.text(of: table.length)
    let warmUp = DecimalText.text(of: table.warmUp)
    let unit = table.timeUnit
    guard let batches = table.batches else {
      let run = words.run(table.endings.count, length, warmUp, unit)
      return PlainText.shown(table.title) + "\n" + run + "\n"
    }
    let each = DecimalText.text(of: table.length / Double(batches))
    return PlainText.shown(table.title) + "\n" + words.batches(batches, each, warmUp, unit) + "\n"
      + (table.samples < batches ? words.ended(table.samples, batches) + "\n" : "")
  }

  /// A column: its head, the quantity, and whether its interval is shown.
  private struct Column {
    let head: String
    let quantity: String
    var item: String?
    var manner = Manner.plain

    enum Manner { case plain, interval, optional }
  }

  private static func columns(_ table: NetworkTable, _ words: NetworkWords) -> [Column] {
    let percentiles = table.percentiles.map {
      Column(head: "P\($0)", quantity: "percentileWait", item: $0)
    }
    let limits = table.nodes.first.map { table.items(of: "overLimitShare", at: .node($0)) } ?? []
    let over = limits.map { Column(head: ">\($0)", quantity: "overLimitShare", item: $0) }
    return [
      Column(head: words.arrived, quantity: "arrived"),
      Column(head: words.served, quantity: "served"),
      Column(head: words.refused, quantity: "refused", manner: .optional),
      Column(head: words.balked, quantity: "balked", manner: .optional),
      Column(head: words.reneged, quantity: "reneged", manner: .optional),
      Column(head: words.wait, quantity: "meanWait", manner: .interval),
      Column(head: words.spread, quantity: "sdWait"),
    ] + percentiles + over + [
      Column(head: words.sojourn, quantity: "meanSojourn", manner: .interval),
      Column(head: words.queue, quantity: "meanWaiting"),
      Column(head: words.present, quantity: "meanPresent"),
      Column(head: words.onDuty, quantity: "onDuty"),
      Column(head: words.utilisation, quantity: "utilisation", manner: .interval),
      Column(head: words.blocked, quantity: "blocked", manner: .optional),
      Column(head: words.throughput, quantity: "throughput"),
    ]
  }

  /// Columns in which nothing ever happened are left out.
  private static func nodes(_ table: NetworkTable, _ words: NetworkWords) -> String {
    let columns = columns(table, words).filter { column in
      column.manner != .optional
        || table.nodes.contains { node in
          let quantity = NetworkQuantity(.node(node), nil, column.quantity)
          return (table[quantity]?.mean ?? 0) != 0
        }
    }
    let hasClasses = table.classes.count > 1
    var text = TextTable(
      [(words.node, .left)] + (hasClasses ? [(words.kind, .left)] : [])
        + columns.map { ($0.head, .right) }
    )
    for node in table.nodes {
      for kind in [nil] + (hasClasses ? table.classes.map(Optional.some) : [])
      where kind == nil || comes(kind, to: node, in: table) {
        let names = [PlainText.shown(node)] + (hasClasses ? [kind ?? words.all] : [])
        text.add(
          names
            + columns.map { column in
              let quantity = NetworkQuantity(
                .node(node),
                kind,
                column.quantity,
                item: column.item
              )
              return cell(table[quantity], column.manner == .interval)
            }
        )
      }
    }
    return text.text
  }

  /// Whether a class was ever seen at a node.
  private static func comes(_ kind: String?, to node: String, in table: NetworkTable) -> Bool {
    ["arrived", "served"].contains { what in
      (table[NetworkQuantity(.node(node), kind, what)]?.mean ?? 0) > 0
    }
  }

  private static func pools(_ table: NetworkTable, _ words: NetworkWords) -> String {
    var text = TextTable([
      (words.pool, .left), (words.onDuty, .right), (words.busy, .right),
      (words.utilisation, .right),
    ])
    for pool in table.pools {
      let place = NetworkQuantity.Place.pool(pool)
      text.add([
        PlainText.shown(pool), cell(table[NetworkQuantity(place, nil, "onDuty")], false),
        cell(table[NetworkQuantity(place, nil, "busy")], false),
        cell(table[NetworkQuantity(place, nil, "utilisation")], true),
      ])
    }
    return text.text
  }

  /// What became of those who came to the network.
  private static func network(_ table: NetworkTable, _ words: NetworkWords) -> String {
    let hasClasses = table.classes.count > 1
    let kinds: [String?] = [nil] + (hasClasses ? table.classes.map(Optional.some) : [])
    let quantities: [(String, String, String?)] =
      [
        (words.arrived, "arrived", nil), (words.completed, "completed", nil),
        (words.refused, "refused", nil), (words.balked, "balked", nil),
        (words.reneged, "reneged", nil), (words.sojourn, "meanSojourn", nil),
        (words.spread, "sdSojourn", nil),
      ]
      + table.percentiles.map { ("P\($0)", "percentileSojourn", $0) }
      + [
        (words.visits, "meanVisits", nil), (words.present, "meanPresent", nil),
        (words.throughput, "throughput", nil),
      ]
    var text = TextTable(
      [(words.network, .left)] + kinds.map { ($0.map(PlainText.shown) ?? words.all, .right) }
    )
    for (head, name, item) in quantities {
      text.add(
        [head]
          + kinds.map { kind in
            cell(table[NetworkQuantity(.network, kind, name, item: item)], true)
          }
      )
    }
    return text.text
  }

  private static func deadlocks(_ table: NetworkTable, _ words: NetworkWords) -> String? {
    let deadlocks = table.deadlocks
    guard !deadlocks.isEmpty else { return nil }
    let lines = deadlocks.prefix(10).map { one in
      let time = Rounding.fixed(one.time, decimals: decimals(for: one.time))
      let full = one.full.map(PlainText.shown).joined(separator: ", ")
      return "  " + words.deadlock(one.replication, time, table.timeUnit, full) + "\n"
    }
    let rest = deadlocks.count - lines.count
    return words.deadlocks(deadlocks.count, table.endings.count) + "\n" + lines.joined()
      + (rest > 0 ? "  " + words.more(rest) + "\n" : "")
  }

  /// Says which replications ended because too many customers were inside.
  private static func crowds(_ table: NetworkTable, _ words: NetworkWords) -> String? {
    let times = table.endings.compactMap { ending in
      if case .overcrowded(let time) = ending { time } else { nil }
    }
    guard let first = times.min() else { return nil }
    let time = Rounding.fixed(first, decimals: decimals(for: first))
    return words.crowds(times.count, table.endings.count, time, table.timeUnit) + "\n"
  }

  /// Says which replications ended because time did not go on.
  private static func standstills(_ table: NetworkTable, _ words: NetworkWords) -> String? {
    let times = table.endings.compactMap { ending in
      if case .standstill(let time) = ending { time } else { nil }
    }
    guard let first = times.min() else { return nil }
    let time = Rounding.fixed(first, decimals: decimals(for: first))
    return words.standstills(times.count, table.endings.count, time, table.timeUnit) + "\n"
  }

  static func cell(_ estimate: NetworkEstimate?, _ hasInterval: Bool) -> String {
    guard let estimate else { return "-" }
    let decimals = decimals(for: estimate.mean)
    let mean = Rounding.fixed(estimate.mean, decimals: decimals)
    guard hasInterval, let half = estimate.halfWidth, half > 0 else { return mean }
    return "\(mean) ±\(Rounding.atLeastVisible(half, decimals: decimals))"
  }

  /// Four digits, or whole numbers from a thousand on.
  private static func decimals(for value: Double) -> Int {
    switch abs(value) {
    case 0: 0
    case ..<10: abs(value) < 1 ? 4 : 3
    case ..<100: 2
    case ..<1000: 1
    default: 0
    }
  }
}
