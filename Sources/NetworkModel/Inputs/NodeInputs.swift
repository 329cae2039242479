public import Probability

/// A place where customers are served.
public struct NodeInputs: Sendable {
  /// Its name.
  public var id: String
  /// How it serves.
  public var kind: NodeKind
  /// How many may be present, those in service included.
  public var room: RoomInputs
  /// What happens to whoever finds no room.
  public var whenFull: WhenFull
  /// The chance of turning away at once, by how many are present: the last number holds for more.
  public var balking: [Double]
  /// Where customers go afterwards.
  public var next: PerClass<Routing>

  /// A node.
  public init(
    id: String,
    kind: NodeKind,
    room: RoomInputs = .unlimited,
    whenFull: WhenFull = .refuse,
    balking: [Double] = [],
    next: PerClass<Routing> = .all(.exit)
  ) {
    self.id = id
    self.kind = kind
    self.room = room
    self.whenFull = whenFull
    self.balking = balking
    self.next = next
  }
}

/// How a node serves.
public enum NodeKind: Sendable {
  /// Servers, each with one customer at a time, and a line before them.
  case station(StationNodeInputs)
  /// Servers that divide themselves equally among all who are present, at most one for each.
  case sharing(servers: Int, work: PerClass<Law>)
  /// Units sent to zones by preference.
  case dispatch(DispatchInputs)
}

/// How many may be present at a node.
public enum RoomInputs: Hashable, Sendable {
  /// Everyone may wait.
  case unlimited
  /// So many, those in service included.
  case places(Int)
  /// So many may wait besides those in service.
  case waiting(Int)
}

/// What happens to whoever finds a node full.
public enum WhenFull: Hashable, Sendable {
  /// They leave the network, refused.
  case refuse
  /// They try other nodes in turn; whoever finds all full leaves, refused.
  case overflow([String])
  /// They keep the server they come from until there is room; at a node whose servers divide
  /// themselves they keep only their place. Newcomers from outside and those who gave up waiting
  /// elsewhere are refused.
  case block
}

/// Servers and the line before them.
public struct StationNodeInputs: Sendable {
  /// Who serves.
  public var servers: ServersInputs
  /// How long a service takes at speed 1.
  public var service: PerClass<Law>
  /// Who goes next.
  public var discipline: Discipline
  /// Whether a newcomer may interrupt a service.
  public var preemption: Preemption
  /// How long a customer waits before giving up; without one they wait for ever.
  public var patience: PerClass<Law>?
  /// Where those go who gave up.
  public var afterReneging: Routing
  /// How many servers must stay free when a class begins; classes not listed need none.
  ///
  /// A class that leaves servers free interrupts nobody.
  public var keepFree: [(className: String, servers: Int)]
  /// When servers are away.
  public var absence: AbsenceInputs?

  /// A station.
  public init(
    servers: ServersInputs,
    service: PerClass<Law>,
    discipline: Discipline = .firstInFirstOut,
    preemption: Preemption = .none,
    patience: PerClass<Law>? = nil,
    afterReneging: Routing = .exit,
    keepFree: [(className: String, servers: Int)] = [],
    absence: AbsenceInputs? = nil
  ) {
    self.servers = servers
    self.service = service
    self.discipline = discipline
    self.preemption = preemption
    self.patience = patience
    self.afterReneging = afterReneging
    self.keepFree = keepFree
    self.absence = absence
  }
}

/// Who goes next.
public enum Discipline: Hashable, Sendable {
  /// Whoever has waited longest.
  case firstInFirstOut
  /// Whoever came last.
  case lastInFirstOut
  /// Anyone, with equal chance.
  case random
  /// The class with the lowest priority number; within it whoever has waited longest.
  case priority
}

/// Whether a newcomer may interrupt a service.
public enum Preemption: Hashable, Sendable {
  /// Never.
  case none
  /// Those interrupted go on where they stopped.
  case resume
  /// Those interrupted begin again with the same length of service.
  case restart
}
