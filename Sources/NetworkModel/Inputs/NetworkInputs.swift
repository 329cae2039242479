/// Any network of queues: who comes, where they are served, where they go next, how long to look.
///
/// Everything refers to everything else by name; `NetworkPlan` resolves the names and refuses what
/// cannot be. All times are in the network's own unit.
public struct NetworkInputs: Sendable {
  /// What the network is called.
  public var title: String
  /// The unit of all times, in words: `min`.
  public var timeUnit: String
  /// The classes of customers; at least one.
  public var classes: [CustomerClass]
  /// Servers that several nodes share.
  public var pools: [PoolInputs]
  /// Where customers are served; at least one.
  public var nodes: [NodeInputs]
  /// Where customers come from; may be empty when the start has a census.
  public var sources: [SourceInputs]
  /// Who is there when the run begins.
  public var census: [CensusInputs]
  /// How long, how often, what to keep.
  public var run: RunInputs

  /// A network as described; nothing is checked yet.
  public init(
    title: String,
    timeUnit: String,
    classes: [CustomerClass],
    pools: [PoolInputs] = [],
    nodes: [NodeInputs],
    sources: [SourceInputs],
    census: [CensusInputs] = [],
    run: RunInputs
  ) {
    self.title = title
    self.timeUnit = timeUnit
    self.classes = classes
    self.pools = pools
    self.nodes = nodes
    self.sources = sources
    self.census = census
    self.run = run
  }
}

/// A kind of customer.
public struct CustomerClass: Hashable, Sendable {
  /// Its name.
  public var id: String
  /// Lower numbers go first where a node serves by priority; 1 or more.
  public var priority: Int
  /// The nodes it visits in turn, for routes that say `itinerary`; empty when it has none.
  public var itinerary: [String]

  /// A class of customers.
  public init(id: String, priority: Int = 1, itinerary: [String] = []) {
    self.id = id
    self.priority = priority
    self.itinerary = itinerary
  }
}

/// Something that may be the same for all classes or stated for each.
public enum PerClass<Value: Sendable>: Sendable {
  /// The same for all.
  case all(Value)
  /// Stated class by class; classes that are not listed have none.
  case each([(className: String, value: Value)])
}

/// Customers who are at a node when the run begins; their service starts afresh.
///
/// Whose class has an itinerary goes on from the node's first place in it, or else begins it.
public struct CensusInputs: Hashable, Sendable {
  /// The node.
  public var node: String
  /// Their class.
  public var className: String
  /// How many; 1 or more.
  public var count: Int

  /// Customers at a node.
  public init(node: String, className: String, count: Int) {
    self.node = node
    self.className = className
    self.count = count
  }
}
