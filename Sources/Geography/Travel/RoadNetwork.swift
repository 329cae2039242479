internal import HeapModule

/// Adjacency of the road graph, in one flat array a settlement.
struct RoadNetwork {
  /// One end of a road as seen from the other.
  struct Lane {
    let neighbour: Int
    let roadClass: RoadClass
    let kilometres: Double
  }

  let settlementCount: Int
  private let firstLane: [Int]
  private let lanes: [Lane]

  init(roads: [Road], settlementCount: Int) {
    var degree = [Int](repeating: 0, count: settlementCount)
    for road in roads {
      degree[road.a] += 1
      degree[road.b] += 1
    }
    var starts = [0]
    starts.reserveCapacity(settlementCount + 1)
    for count in degree { starts.append(starts[starts.count - 1] + count) }

    var next = starts
    let nowhere = Lane(neighbour: 0, roadClass: .villageRoad, kilometres: 0)
    var filled = [Lane](repeating: nowhere, count: roads.count * 2)
    for road in roads {
      for (from, to) in [(road.a, road.b), (road.b, road.a)] {
        filled[next[from]] = Lane(
          neighbour: to,
          roadClass: road.roadClass,
          kilometres: road.kilometres
        )
        next[from] += 1
      }
    }
    self.settlementCount = settlementCount
    firstLane = starts
    lanes = filled
  }

  /// Least cost from one settlement to every other; nil where no road leads.
  ///
  /// The cost of a stretch follows from its class and kilometres and is never negative.
  ///
  /// - Complexity: O(roads · log settlements), Dijkstra's method.
  func leastCosts(from source: Int, cost: (RoadClass, Double) -> Double) -> [Double?] {
    var best = [Double?](repeating: nil, count: settlementCount)
    var settled = [Bool](repeating: false, count: settlementCount)
    var frontier = Heap<Reached>()
    best[source] = 0
    frontier.insert(Reached(cost: 0, settlement: source))
    while let here = frontier.popMin() {
      if settled[here.settlement] { continue }
      settled[here.settlement] = true
      for lane in lanes[firstLane[here.settlement]..<firstLane[here.settlement + 1]] {
        let candidate = here.cost + cost(lane.roadClass, lane.kilometres)
        if let known = best[lane.neighbour], known <= candidate { continue }
        best[lane.neighbour] = candidate
        frontier.insert(Reached(cost: candidate, settlement: lane.neighbour))
      }
    }
    return best
  }

  /// A settlement reached at a cost; equal costs are ordered by index so that ties never vary.
  private struct Reached: Comparable {
    let cost: Double
    let settlement: Int

    static func < (left: Reached, right: Reached) -> Bool {
      (left.cost, left.settlement) < (right.cost, right.settlement)
    }
  }
}
