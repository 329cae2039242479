import Engine

/// The members of lines that are served in random order, so that any of them is found at once.
///
/// The order within a bag means nothing: members are only picked by chance.
struct WaitingBags {
  private var members: [[CustomerID]]
  /// Where each customer is in their bag, by row.
  private var positions: [Int] = []

  init(lanes: Int) {
    members = Array(repeating: [], count: lanes)
  }

  func count(of lane: LaneID) -> Int { members[lane.row].count }

  func member(_ position: Int, of lane: LaneID) -> CustomerID { members[lane.row][position] }

  mutating func add(_ customer: CustomerID, to lane: LaneID) {
    while positions.count <= customer.row { positions.append(0) }
    positions[customer.row] = members[lane.row].count
    members[lane.row].append(customer)
  }

  mutating func remove(_ customer: CustomerID, from lane: LaneID) {
    let position = positions[customer.row]
    guard let last = members[lane.row].popLast(), last != customer else { return }
    members[lane.row][position] = last
    positions[last.row] = position
  }
}
