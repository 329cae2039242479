/// Where a customer goes next.
public indirect enum Routing: Sendable, Hashable {
  /// Out of the network.
  case exit
  /// To a node.
  case to(String)
  /// By chance; what the shares leave over goes out. Shares are 0 or more, together at most 1.
  case split([Share])
  /// To the node with the fewest present; of equals, to the one listed first.
  case shortest([String])
  /// To the nodes in turn, whoever comes.
  case cycle([String])
  /// By a logit choice among nodes.
  case choice(ChoiceInputs)
  /// To the next stop of the customer's class; after the last, out.
  case itinerary
  /// The customer changes class and goes on.
  case become(className: String, then: Routing)

  /// One way of a split.
  public struct Share: Sendable, Hashable {
    /// The chance of this way.
    public var chance: Double
    /// The way.
    public var way: Routing

    /// A way with its chance.
    public init(chance: Double, way: Routing) {
      self.chance = chance
      self.way = way
    }
  }
}

/// A multinomial logit choice: the utility of a node is its constant plus what its crowd costs,
/// plus a standard Gumbel number of the customer's own for that node.
public struct ChoiceInputs: Sendable, Hashable {
  /// The nodes with their constants.
  public var options: [Option]
  /// Utility for each customer present at the node, divided by its servers on duty; usually
  /// negative, 0 when crowds do not matter.
  public var perPresent: Double

  /// A node that can be chosen.
  public struct Option: Sendable, Hashable {
    /// The node.
    public var node: String
    /// Its utility when empty.
    public var constant: Double

    /// A node with its constant.
    public init(node: String, constant: Double) {
      self.node = node
      self.constant = constant
    }
  }

  /// A choice.
  public init(options: [Option], perPresent: Double) {
    self.options = options
    self.perPresent = perPresent
  }
}
