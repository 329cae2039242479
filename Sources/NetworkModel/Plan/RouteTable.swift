import Engine

/// All routes of a network in one table of steps.
struct RouteTable: Sendable {
  /// One step of a route.
  enum Step: Sendable, BitwiseCopyable {
    case exit
    case node(NodeID)
    /// A stretch of `chances` and `ways`.
    case split(first: Int32, count: Int32)
    /// A stretch of `nodes`.
    case shortest(first: Int32, count: Int32)
    /// A stretch of `nodes`, and which counter turns it.
    case cycle(first: Int32, count: Int32, counter: Int32)
    /// A stretch of `nodes` and `constants`.
    case choice(first: Int32, count: Int32, perPresent: Double)
    case itinerary
    case become(ClassID, then: RouteID)
  }

  /// The steps.
  var steps: [Step] = []
  /// Cumulative chances of splits.
  var chances: [Double] = []
  /// Where each chance of a split leads.
  var ways: [RouteID] = []
  /// Nodes of lists.
  var nodes: [NodeID] = []
  /// Utilities of nodes in choices, in step with `nodes`.
  var constants: [Double] = []
  /// How many lists are taken in turn.
  var counters = 0

  subscript(route: RouteID) -> Step { steps[route.row] }

  /// Adds a step.
  mutating func add(_ step: Step) -> RouteID {
    steps.append(step)
    return RouteID(row: steps.count - 1)
  }
}
