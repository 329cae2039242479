import Engine
import Probability

extension Network {
  /// Where a customer's own luck for one visit lives: it depends on who they are, on the node and
  /// on how many nodes they have seen, and on nothing that others do.
  @inline(__always)
  func address(_ purpose: NetworkPurpose, of customer: CustomerID) -> DrawAddress {
    let who = rows[customer]
    let visit = who.key &+ nodePlans[who.node].key &+ UInt64(who.step) &* SplitMix64.step
    return DrawAddress(purpose: purpose.rawValue, entity: SplitMix64.mix(visit))
  }

  /// Where a customer's luck for the way on lives; whoever comes from a source is at no node yet.
  @inline(__always)
  func routeAddress(of customer: CustomerID) -> DrawAddress {
    guard rows[customer].phase == .away else { return address(.route, of: customer) }
    let visit = rows[customer].key &+ UInt64(rows[customer].step) &* SplitMix64.step
    return DrawAddress(purpose: NetworkPurpose.route.rawValue, entity: SplitMix64.mix(visit))
  }

  /// Where the luck of a source's next arrival lives, after so many.
  @inline(__always)
  func address(
    _ purpose: NetworkPurpose,
    of source: SourceID,
    after arrivals: UInt64
  ) -> DrawAddress {
    DrawAddress(purpose: purpose.rawValue, entity: sources[source].key ^ arrivals)
  }

  /// Where a server's own luck for its next absence lives.
  @inline(__always)
  func address(_ purpose: NetworkPurpose, of place: PlaceID) -> DrawAddress {
    let node = nodePlans[places[place].node]
    let server = UInt64(place.row - Int(node.firstPlace))
    let own = node.key &+ server << 32 &+ UInt64(places[place].absences)
    return DrawAddress(purpose: purpose.rawValue, entity: SplitMix64.mix(own))
  }

  /// A length of time from a law, in calendar time, from words that were computed ahead.
  @inline(__always)
  mutating func draw(_ law: LawID, at address: DrawAddress, words: SIMD4<UInt32>) -> SimDuration {
    plan.scale.duration(streams.draw(law, from: plan.laws, at: address, words: words))
  }

  /// A length of time from a law, in calendar time.
  @inline(__always)
  mutating func draw(_ law: LawID, at address: DrawAddress) -> SimDuration {
    plan.scale.duration(streams.draw(law, from: plan.laws, at: address))
  }
}

extension Customer {
  /// What an unused row holds.
  static let nobody = Customer(
    key: 0,
    number: 0,
    source: SourceID(row: 0),
    kind: ClassID(row: 0)
  )

  /// Somebody who has not been anywhere yet.
  init(key: UInt64, number: UInt64, source: SourceID, kind: ClassID) {
    self.key = key
    self.number = number
    self.source = source
    self.kind = kind
    (born, arrived, began, finished) = (.start, .start, .start, .start)
    (work, remaining) = (.zero, .zero)
    (order, step, firstStep, stop) = (0, 0, 0, 0)
    place = PlaceID(row: 0)
    (node, nextNode) = (NodeID(row: 0), NodeID(row: 0))
    nextKind = kind
    phase = .away
  }
}

extension Place {
  /// A server nobody has asked yet.
  static let unused = Place(
    customer: CustomerID(row: 0),
    node: NodeID(row: 0),
    status: .free,
    nextFree: Place.none,
    absences: 0,
    since: .start,
    busySum: .zero
  )
}

extension NodeState {
  /// A node with nobody there.
  static func empty(onDuty: Int) -> NodeState {
    NodeState(
      capacity: Capacity(onDuty: onDuty),
      present: 0,
      waiting: 0,
      held: TimeWeighted(),
      firstFree: Place.none,
      picks: 0,
      busySince: .start,
      busyPeriods: Tally(),
      idle: TimeWeighted(level: onDuty > 0 ? 1 : 0)
    )
  }
}

extension NetworkPlan {
  /// Whether some customers have events of their own: patience, unlimited or pooled servers, or
  /// coming back to a finite source.
  var customersHaveEvents: Bool {
    let fromNodes = nodes.contains { node in
      node.kind == .unlimited || node.kind == .pooled || node.habits.contains(.reneges)
    }
    let fromSources = sources.contains {
      if case .population = $0.arrivals { true } else { false }
    }
    return fromNodes || fromSources
  }

  /// How many customers a network holds when none has events of their own.
  static var mostCustomers: Int { 1 << 24 }

  /// Customers who are there from the beginning.
  var expectedCustomers: Int {
    census.reduce(0) { $0 + $1.count }
      + sources.reduce(0) {
        if case .population(let size, _) = $1.arrivals { $0 + size } else { $0 }
      }
  }

  /// The moments to observe, in the network's unit and in calendar time.
  var observationMoments: [(Double, SimInstant)] {
    inputs.run.observeAt.map { ($0, .start + scale.duration($0)) }
  }
}
