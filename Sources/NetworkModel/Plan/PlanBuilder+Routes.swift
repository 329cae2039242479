import Engine

extension PlanBuilder {
  /// Adds a route and everything behind it.
  mutating func add(_ way: Routing, at path: String, to plan: inout NetworkPlan) -> RouteID {
    switch way {
    case .exit: return plan.routes.add(.exit)
    case .to(let name): return plan.routes.add(.node(node(name, at: path)))
    case .itinerary: return plan.routes.add(.itinerary)
    case .become(let name, let then):
      let kind = className(name, at: path + ".class")
      let then = add(then, at: path + ".to", to: &plan)
      return plan.routes.add(.become(kind, then: then))
    case .split(let shares): return addSplit(shares, at: path + ".split", to: &plan)
    case .shortest(let names):
      let (first, count) = addList(names, at: path + ".shortest", to: &plan)
      return plan.routes.add(.shortest(first: first, count: count))
    case .cycle(let names):
      let (first, count) = addList(names, at: path + ".cycle", to: &plan)
      plan.routes.counters += 1
      return plan.routes.add(
        .cycle(first: first, count: count, counter: Int32(plan.routes.counters - 1))
      )
    case .choice(let choice): return addChoice(choice, at: path + ".choice", to: &plan)
    }
  }

  private mutating func addSplit(
    _ shares: [Routing.Share],
    at path: String,
    to plan: inout NetworkPlan
  ) -> RouteID {
    var sum = 0.0
    var chances: [Double] = []
    var ways: [RouteID] = []
    // By where they lead: a customer's luck does not depend on the order in the file.
    for (index, share) in shares.enumerated().sorted(by: { goesBefore($0, $1) }) {
      if !(share.chance >= 0 && share.chance <= 1) {
        note(path + "[\(index)]", "\(share.chance) is no chance; expected 0 to 1")
      }
      sum += share.chance
      chances.append(sum)
      ways.append(add(share.way, at: path + "[\(index)]", to: &plan))
    }
    if sum > 1 + 1e-9 { note(path, "the chances add up to \(sum); expected at most 1") }
    // Shares that add up to one but for rounding leave nobody over.
    if sum > 1 - 1e-9, let last = chances.indices.last { chances[last] = 1 }
    let first = Int32(plan.routes.chances.count)
    plan.routes.chances += chances
    plan.routes.ways += ways
    return plan.routes.add(.split(first: first, count: Int32(chances.count)))
  }

  private func goesBefore(
    _ one: (offset: Int, element: Routing.Share),
    _ other: (offset: Int, element: Routing.Share)
  ) -> Bool {
    let names = (firstNode(of: one.element.way), firstNode(of: other.element.way))
    return (names.0, one.offset) < (names.1, other.offset)
  }

  /// The first node that a way names; none for the way out.
  private func firstNode(of way: Routing) -> String {
    switch way {
    case .exit, .itinerary: ""
    case .to(let name): name
    case .split(let shares): shares.map { firstNode(of: $0.way) }.min() ?? ""
    case .shortest(let names), .cycle(let names): names.first ?? ""
    case .choice(let choice): choice.options.map(\.node).min() ?? ""
    case .become(_, let then): firstNode(of: then)
    }
  }

  private mutating func addList(
    _ names: [String],
    at path: String,
    to plan: inout NetworkPlan
  ) -> (Int32, Int32) {
    if names.isEmpty { note(path, "no node is named") }
    let first = Int32(plan.routes.nodes.count)
    for (index, name) in names.enumerated() {
      plan.routes.nodes.append(node(name, at: path + "[\(index)]"))
      plan.routes.constants.append(0)
    }
    return (first, Int32(names.count))
  }

  private mutating func addChoice(
    _ choice: ChoiceInputs,
    at path: String,
    to plan: inout NetworkPlan
  ) -> RouteID {
    let (first, count) = addList(choice.options.map(\.node), at: path + ".options", to: &plan)
    for (index, option) in choice.options.enumerated() {
      if !option.constant.isFinite {
        note(path + ".options." + option.node, "\(option.constant) is no utility")
      }
      plan.routes.constants[Int(first) + index] = option.constant
    }
    if !choice.perPresent.isFinite {
      note(path + ".perPresent", "\(choice.perPresent) is no utility")
    }
    return plan.routes.add(
      .choice(first: first, count: count, perPresent: choice.perPresent)
    )
  }
}
