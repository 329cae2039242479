internal import Geography
internal import NetworkModel
internal import Probability

/// Families about who goes where.
extension VerificationFamily {
  static let choice: [VerificationFamily] = [
    VerificationFamily("multinomial logit choice") { wanted, _ in
      [.direct { _, seed in try LogitRows(wanted, seed: seed).rows }]
    },
    VerificationFamily("gravity choice") { wanted, _ in
      [.direct { _, _ in try gravityRows(wanted) }]
    },
  ]

  private static func gravityRows(_ wanted: AnalyticCase) throws -> [JudgedRow] {
    var drawn = DrawnRows(wanted)
    let attractions = try wanted.numbers("attraction")
    let distances = try wanted.numbers("distance_km")
    let power = try wanted.number("power")
    func shares(_ distances: [Double]) throws -> [Double] {
      try GravityChoice(attractions: attractions, distances: distances, power: power).shares
    }
    let found = try shares(distances)
    for row in wanted.rows {
      guard let number = RowWords(row.name).number(after: "share").flatMap({ Int(exactly: $0) }),
        found.indices.contains(number - 1)
      else { continue }
      drawn.add(row.name, exact: row.value, formula: found[number - 1])
    }
    for place in distances.indices {
      var near = distances
      near[place] = 0
      let answer = try? shares(near)
      drawn.add("distance 0 of \(place + 1) is refused", holds: answer == nil)
    }
    return drawn.rows
  }
}

/// A logit choice by formula, by draws of its choosers and by customers of a network.
private struct LogitRows {
  private let wanted: AnalyticCase
  private let menu: LogitMenu
  private let seed: UInt64
  private var drawn: DrawnRows

  var rows: [JudgedRow] { drawn.rows }

  init(_ wanted: AnalyticCase, seed: UInt64) throws {
    self.wanted = wanted
    self.seed = seed
    menu = try LogitMenu(wanted)
    drawn = DrawnRows(wanted)
    try judgeShares("", menu.utilities)
    try judgeNetwork()
    if let change = menu.change(in: wanted) {
      try judgeShares(change.label, menu.utilities(after: change))
    }
    for row in wanted.rows { judge(row) }
    judgeShifts()
  }

  /// Shares by formula, by draws, and all of them together by chi-square.
  private mutating func judgeShares(_ label: String, _ utilities: [Double]) throws {
    let formula = Logit.shares(utilities)
    let counts = choices(utilities, row: label.isEmpty ? 0 : 1)
    for (place, option) in menu.options.enumerated() {
      let name = "share_" + option + label
      guard let row = wanted.rows.first(where: { $0.name == name }) else { continue }
      drawn.add(name, exact: row.value, hits: counts[place], of: wanted.samples)
      drawn.add(name + " by formula", exact: row.value, formula: formula[place])
    }
    drawn.add(
      "chi-square" + label,
      counts: counts,
      expected: formula.map { $0 * Double(wanted.samples) }
    )
  }

  /// How many of the file's number of choosers take each option.
  private func choices(_ utilities: [Double], row: Int) -> [Int] {
    let streams = RandomStreams(seed: seed, replication: 0)
    var counts = [Int](repeating: 0, count: utilities.count)
    for chooser in 0..<wanted.samples {
      let address = DrawAddress(row: row, sample: chooser)
      var choice = LogitChoice()
      var taken = 0
      var words = SIMD4<UInt32>()
      for (place, utility) in utilities.enumerated() {
        if place & 3 == 0 { words = streams.words(at: address, block: UInt32(place / 4)) }
        if choice.prefers(utility, luck: words[place & 3]) { taken = place }
      }
      counts[taken] += 1
    }
    return counts
  }

  /// Customers of a network who choose among nodes where nobody waits, and again with the last node
  /// closed.
  private mutating func judgeNetwork() throws {
    for (label, open) in [
      (" network", menu.options.indices),
      (" network, last closed", menu.options.indices.dropLast()),
    ] where !open.isEmpty {
      let utilities = open.map { menu.utilities[$0] }
      let counts = try LogitRows.customers(wanted.samples / 5, among: utilities, seed: seed)
      let all = counts.reduce(0, +)
      drawn.add(
        "chi-square" + label,
        counts: counts,
        expected: Logit.shares(utilities).map { $0 * Double(all) }
      )
    }
  }

  private static func customers(
    _ count: Int,
    among utilities: [Double],
    seed: UInt64
  ) throws -> [Int] {
    let names = utilities.indices.map { "option-\($0)" }
    let nodes = try names.map { name in
      let service = try Law.deterministic(0.001)
      return NodeInputs(
        id: name,
        kind: .station(StationNodeInputs(servers: .unlimited, service: .all(service)))
      )
    }
    let options = zip(names, utilities).map { ChoiceInputs.Option(node: $0, constant: $1) }
    let source = SourceInputs(
      id: "source",
      classes: [("chooser", 1)],
      arrivals: .gaps(try .exponential(mean: 1)),
      first: .choice(ChoiceInputs(options: options, perPresent: 0))
    )
    let inputs = NetworkInputs(
      title: "choice",
      timeUnit: "unit",
      classes: [CustomerClass(id: "chooser")],
      nodes: nodes,
      sources: [source],
      run: RunInputs(warmUp: 0, length: Double(count), replications: 1, seed: seed)
    )
    return Network(try NetworkPlan(inputs), replication: 0).run().nodes.map(\.all.arrived)
  }

  /// Rows that a formula answers.
  private mutating func judge(_ row: ExactRow) {
    let words = RowWords(row.name)
    if row.name == "logsum" {
      drawn.add(row.name, exact: row.value, formula: Logit.logsum(menu.utilities))
    } else if words.begin(with: "value", "of", "time"), let time = menu["time"],
      let cost = menu["cost"]
    {
      drawn.add(row.name, exact: row.value, formula: 60 * time.weight / cost.weight)
    } else if words.begin(with: "consumer", "surplus"), let change = menu.change(in: wanted),
      let cost = menu["cost"]
    {
      let gain = Logit.logsum(menu.utilities(after: change)) - Logit.logsum(menu.utilities)
      drawn.add(row.name, exact: row.value, formula: gain / -cost.weight)
    } else if words.begin(with: "own"), words.words.count >= 4, words.words[2] == "elasticity",
      let attribute = menu[words.words[1]],
      let place = menu.options.firstIndex(of: words.words[3...].joined(separator: "_"))
    {
      let share = Logit.shares(menu.utilities)[place]
      let elasticity = attribute.weight * attribute.values[place] * (1 - share)
      drawn.add(row.name, exact: row.value, formula: elasticity)
    } else if words.begin(with: "ratio") {
      judgeRatio(row)
    }
  }

  /// The ratio of two shares after others closed, `ratio_A_B_after_C_closed`.
  private mutating func judgeRatio(_ row: ExactRow) {
    let sides = row.name.dropFirst("ratio_".count).split(separator: "_after_")
    guard let pair = sides.first else { return }
    let closed = sides.dropFirst().joined()
    let open = menu.options.indices.filter { !closed.contains(menu.options[$0]) }
    let shares = Logit.shares(open.map { menu.utilities[$0] })
    for (place, one) in open.enumerated() {
      for (otherPlace, other) in open.enumerated()
      where menu.options[one] + "_" + menu.options[other] == pair {
        drawn.add(row.name, exact: row.value, formula: shares[place] / shares[otherPlace])
      }
    }
  }

  /// A constant added to every utility changes no share.
  private mutating func judgeShifts() {
    let shares = Logit.shares(menu.utilities)
    for shift in [-1000.0, 1000] {
      let shifted = menu.utilities.map { $0 + shift }
      let moved = Logit.shares(shifted)
      for (place, option) in menu.options.enumerated() {
        // The sum of shift and utility itself rounds: to 1e-13 near a thousand.
        drawn.add(
          "shift \(Int(shift)) \(option)",
          exact: shares[place],
          formula: moved[place],
          within: 1e-12
        )
      }
      let logsum = Logit.logsum(shifted) - shift
      drawn.add("shift \(Int(shift)) logsum", exact: Logit.logsum(menu.utilities), formula: logsum)
    }
  }
}

/// The options of a logit case and what their utilities are made of.
private struct LogitMenu {
  let options: [String]
  private let constants: [Double]
  private let attributes: [Attribute]

  /// Something that every option has some of, such as travel time.
  struct Attribute {
    let name: String
    let weight: Double
    let values: [Double]
  }

  /// One attribute of one option becomes another.
  struct Change {
    let option: Int
    let attribute: String
    let value: Double
    /// What is added to the names of rows about it: `_road`.
    let label: String
  }

  init(_ wanted: AnalyticCase) throws {
    constants = try wanted.numbers("asc")
    options = (wanted.inputs["options"]?.list ?? []).compactMap(\.text)
    let fields = wanted.inputs.sortedFields ?? []
    var attributes: [Attribute] = []
    for (key, value) in fields where key.hasPrefix("beta_") {
      let name = String(key.dropFirst("beta_".count))
      guard let list = fields.first(where: { $0.name.hasPrefix(name + "_") || $0.name == name }),
        let weight = value.number, let values = list.value.numbers, values.count == options.count
      else { throw CaseProblem.input(key, caseID: wanted.id) }
      attributes.append(Attribute(name: name, weight: weight, values: values))
    }
    self.attributes = attributes
    guard constants.count == options.count, !options.isEmpty else {
      throw CaseProblem.input("options", caseID: wanted.id)
    }
  }

  subscript(name: String) -> Attribute? { attributes.first { $0.name == name } }

  var utilities: [Double] {
    options.indices.map { place in
      attributes.reduce(constants[place]) { $0 + $1.weight * $1.values[place] }
    }
  }

  /// The utilities when something has changed.
  func utilities(after change: Change) -> [Double] {
    var changed = utilities
    if let attribute = self[change.attribute] {
      changed[change.option] += attribute.weight * (change.value - attribute.values[change.option])
    }
    return changed
  }

  /// The change that a formula of the case speaks of: "township time 25->10 min".
  func change(in wanted: AnalyticCase) -> Change? {
    for row in wanted.rows where row.name.hasPrefix("share_") {
      let words = wanted.formula(of: row.name).split(separator: " ").map(String.init)
      guard words.count >= 3, words[2].contains("->"), self[words[1]] != nil,
        let option = options.firstIndex(of: words[0]),
        let value = words[2].split(separator: "->").last.flatMap({ Double($0) })
      else { continue }
      let whose = options.filter { row.name.hasPrefix("share_\($0)_") }
      guard let named = whose.max(by: { $0.count < $1.count }) else { continue }
      let label = String(row.name.dropFirst("share_\(named)".count))
      return Change(option: option, attribute: words[1], value: value, label: label)
    }
    return nil
  }
}
