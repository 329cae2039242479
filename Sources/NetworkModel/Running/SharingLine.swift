import Engine

/// Customers among whom servers divide themselves equally, at most one server for each.
///
/// What everyone gets is counted once: a customer is done when the amount served to each since the
/// beginning reaches what it was at their coming plus their own work. The line is a heap of those
/// amounts, ties in order of coming.
struct SharingLine {
  /// One customer with the amount at which they are done.
  struct Entry {
    var done: Double
    var order: UInt64
    var customer: CustomerID
  }

  let servers: Int
  private var heap: [Entry] = []
  /// Milliseconds of service that everybody present all along has got.
  private var served = 0.0
  private var settled: SimInstant = .start

  init(servers: Int) {
    self.servers = servers
  }

  var count: Int { heap.count }

  /// What one customer gets of a server.
  private var rate: Double {
    heap.count <= servers ? 1 : Double(servers) / Double(heap.count)
  }

  /// When whoever is done first is done; nothing when nobody is there.
  func nextEnd() -> SimDuration? {
    heap.first.map { first in
      SimDuration.bounded(max(0, first.done - served) / rate)
    }
  }

  /// A customer comes with some work.
  mutating func add(_ customer: CustomerID, work: SimDuration, order: UInt64, at now: SimInstant) {
    settle(to: now)
    heap.append(Entry(done: served + Double(work.milliseconds), order: order, customer: customer))
    var child = heap.count - 1
    while child > 0, isEarlier(child, (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Takes out whoever is done first.
  mutating func removeFirst(at now: SimInstant) -> CustomerID? {
    settle(to: now)
    guard let first = heap.first else { return nil }
    // The end was rounded to a whole millisecond; the amount is known exactly.
    served = first.done
    let last = heap.removeLast()
    guard !heap.isEmpty else {
      served = 0
      return first.customer
    }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in 2 * parent + 1...2 * parent + 2 where child < heap.count {
        if isEarlier(child, least) { least = child }
      }
      guard least != parent else { break }
      heap.swapAt(parent, least)
      parent = least
    }
    return first.customer
  }

  private mutating func settle(to now: SimInstant) {
    if !heap.isEmpty { served += Double((now - settled).milliseconds) * rate }
    settled = now
  }

  private func isEarlier(_ one: Int, _ other: Int) -> Bool {
    (heap[one].done, heap[one].order) < (heap[other].done, heap[other].order)
  }
}
