import Engine
import Probability

/// A network with every name resolved and every promise checked, ready to run.
public struct NetworkPlan: Sendable {
  /// The description it was made from.
  public let inputs: NetworkInputs
  /// The ticks of its calendar.
  public let scale: TimeScale

  var laws = LawTable()
  var classes: [ClassPlan] = []
  var nodes: [NodePlan] = []
  /// By node and class: see `leg(of:at:)`.
  var legs: [LegPlan] = []
  var lanes: [LanePlan] = []
  /// Speed of each place.
  var speeds: [Double] = []
  /// Servers on duty at each node when the run begins.
  var onDuty: [Int] = []
  var routes = RouteTable()
  /// Nodes tried in turn when another is full.
  var overflow: [NodeID] = []
  /// Balking chances of all nodes.
  var balking: [Double] = []
  var shifts: [ShiftPlan] = []
  /// What pooled nodes seize, node after node.
  var needs: [NeedPlan] = []
  var pools: [PoolPlan] = []
  /// By node: those that seize from a pool it seizes from, itself included, in order.
  var rivals: [[NodeID]] = []
  var dispatch: [DispatchPlan] = []
  /// Servers of sharing nodes.
  var sharing: [Int] = []
  var sources: [SourcePlan] = []
  var census: [(node: NodeID, className: ClassID, count: Int)] = []

  /// The end of the warm-up and of the run.
  let warm: SimInstant
  let end: SimInstant

  /// Resolves and checks a description.
  ///
  /// - Throws: Everything that is wrong with it, at once.
  public init(_ inputs: NetworkInputs) throws(NetworkProblems) {
    let run = inputs.run
    let length = run.warmUp + run.length
    guard run.warmUp >= 0, run.length > 0, let scale = TimeScale(fitting: length) else {
      throw NetworkProblems(problems: [
        NetworkProblem(
          path: run.warmUp >= 0 ? "run.length" : "run.warmUp",
          message:
            "the run lasts \(run.warmUp) + \(run.length); expected a warm-up of 0 or more, a "
            + "length above 0, together below 4 billion units"
        )
      ])
    }
    self.inputs = inputs
    self.scale = scale
    warm = .start + scale.duration(run.warmUp)
    end = .start + scale.duration(length)
    var builder = PlanBuilder(inputs, scale: scale)
    builder.build(&self)
    guard builder.problems.isEmpty else { throw NetworkProblems(problems: builder.problems) }
  }

  /// The leg of a class at a node.
  func leg(of className: ClassID, at node: NodeID) -> LegID {
    LegID(node, className, of: classes.count)
  }
}

/// A class with its names resolved.
struct ClassPlan: Sendable {
  /// Its own luck.
  var key: UInt64
  var priority: Int32
  var itinerary: [NodeID]
}

/// A pool with its names resolved.
struct PoolPlan: Sendable {
  /// Servers on duty when the run begins.
  var onDuty: Int
  /// The most who are ever on duty.
  var most: Int
  /// The nodes that seize from it.
  var nodes: [NodeID]
}
