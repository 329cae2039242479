import Engine
import Probability

/// Resolves names and gathers every problem on the way.
struct PlanBuilder {
  let inputs: NetworkInputs
  let scale: TimeScale
  let nodeNames: [String]
  let classNames: [String]
  let poolNames: [String]
  var problems: [NetworkProblem] = []

  init(_ inputs: NetworkInputs, scale: TimeScale) {
    self.inputs = inputs
    self.scale = scale
    nodeNames = inputs.nodes.map(\.id)
    classNames = inputs.classes.map(\.id)
    poolNames = inputs.pools.map(\.id)
  }

  /// Fills a plan; whether it may be used is told by `problems`.
  mutating func build(_ plan: inout NetworkPlan) {
    checkNames()
    guard problems.isEmpty else { return }
    addClasses(to: &plan)
    addPools(to: &plan)
    for node in inputs.nodes.indices { addNode(node, to: &plan) }
    addRivals(to: &plan)
    for source in inputs.sources.indices { addSource(source, to: &plan) }
    addCensus(to: &plan)
    checkRun()
    guard problems.isEmpty else { return }
    checkSize(of: plan)
    checkReach(of: plan)
  }

  mutating func note(
    _ path: String,
    _ message: String,
    found: String? = nil,
    among candidates: [String] = []
  ) {
    problems.append(
      NetworkProblem(path: path, message: message, found: found, candidates: candidates)
    )
  }

  mutating func node(_ name: String, at path: String) -> NodeID {
    if let row = nodeNames.firstIndex(of: name) { return NodeID(row: row) }
    note(path, "there is no node \(name)", found: name, among: nodeNames)
    return NodeID(row: 0)
  }

  mutating func className(_ name: String, at path: String) -> ClassID {
    if let row = classNames.firstIndex(of: name) { return ClassID(row: row) }
    note(path, "there is no class \(name)", found: name, among: classNames)
    return ClassID(row: 0)
  }

  /// The value for each class, nothing where it is not stated.
  mutating func spread<Value>(_ values: PerClass<Value>, at path: String) -> [Value?] {
    switch values {
    case .all(let value): return classNames.map { _ in value }
    case .each(let list):
      var spread = [Value?](repeating: nil, count: classNames.count)
      for (name, value) in list {
        spread[className(name, at: path + ".byClass." + name).row] = value
      }
      return spread
    }
  }

  /// Adds a law of times that must not be negative.
  mutating func time(_ law: Law, at path: String, to plan: inout NetworkPlan) -> LawID {
    if law.support.lowerBound < 0 {
      note(path, "the law reaches down to \(law.support.lowerBound); a time is 0 or more")
    }
    return plan.laws.add(law)
  }

  private mutating func checkNames() {
    if classNames.isEmpty { note("classes", "there is no class; expected at least one") }
    if nodeNames.isEmpty { note("nodes", "there is no node; expected at least one") }
    let lists = [
      ("classes", classNames), ("nodes", nodeNames), ("pools", poolNames),
      ("sources", inputs.sources.map(\.id)),
    ]
    for (list, names) in lists {
      if names.count > 4096 {
        note(list, "there are \(names.count) of them; at most 4096 can be told apart")
      }
      var seen: Set<String> = []
      for name in names where !seen.insert(name).inserted {
        note(list + "." + name, "the name \(name) is given twice")
      }
    }
    for name in nodeNames where ["exit", "itinerary"].contains(name) {
      note("nodes." + name, "\(name) means something in routes; give the node another name")
    }
    if inputs.sources.isEmpty, inputs.census.isEmpty {
      note("sources", "nobody ever comes; expected a source or a census")
    }
  }

  private mutating func addClasses(to plan: inout NetworkPlan) {
    for kind in inputs.classes {
      let path = "classes." + kind.id
      if !(1...1000).contains(kind.priority) {
        note(path + ".priority", "priority is \(kind.priority); expected 1 to 1000")
      }
      var stops: [NodeID] = []
      for (index, stop) in kind.itinerary.enumerated() {
        stops.append(node(stop, at: path + ".itinerary[\(index)]"))
      }
      if stops.count > 10_000 {
        note(path + ".itinerary", "there are \(stops.count) stops; expected at most 10000")
      }
      plan.classes.append(
        ClassPlan(
          key: StableName.key("class", kind.id),
          priority: Int32(clamping: kind.priority),
          itinerary: stops
        )
      )
    }
  }

  private mutating func addCensus(to plan: inout NetworkPlan) {
    for (index, group) in inputs.census.enumerated() {
      let path = "census[\(index)]"
      if !(1...1_000_000).contains(group.count) {
        note(path + ".count", "count is \(group.count); expected 1 to 1000000")
      }
      plan.census.append(
        (
          node(group.node, at: path + ".node"), className(group.className, at: path + ".class"),
          group.count
        )
      )
    }
  }

  /// Refuses what the calendar has no room for.
  private mutating func checkSize(of plan: NetworkPlan) {
    let layout = SlotLayout(plan)
    let people = plan.customersHaveEvents ? max(1, plan.expectedCustomers) : 0
    if people > layout.mostCustomers || layout.total > 1 << 20 {
      note(
        "nodes",
        "there are \(plan.speeds.count) servers and \(people) customers from the beginning; expected"
          + " twice the servers and the customers to be below a million together"
      )
    }
  }

  private mutating func checkRun() {
    let run = inputs.run
    if !(1...1_000_000).contains(run.replications) {
      note("run.replications", "replications is \(run.replications); expected 1 to 1000000")
    }
    for (index, percentile) in run.percentiles.enumerated()
    where !(percentile > 0 && percentile < 100) {
      note(
        "run.percentiles[\(index)]",
        "\(percentile) is no percentile; expected between 0 and 100"
      )
    }
    for (index, limit) in run.waitLimits.enumerated() where !(limit >= 0 && limit.isFinite) {
      note("run.waitLimits[\(index)]", "\(limit) is no wait; expected 0 or more")
    }
    var before = 0.0
    for (index, moment) in run.observeAt.enumerated() {
      if !(moment >= before && moment <= run.warmUp + run.length) {
        note(
          "run.observeAt[\(index)]",
          "\(moment) is out of order or past the end; expected rising moments within the run"
        )
      }
      before = moment
    }
  }
}
