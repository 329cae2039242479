/// A tournament among slots: each leaf holds one key, each inner node the smaller of its two.
///
/// Changing a leaf replays the matches on the path to the root. The path is known in advance, so
/// the loads overlap, and each match is one compare and one conditional move on a single word.
@frozen
@safe
@usableFromInline
struct WinnerTree: ~Copyable {
  /// No event; larger than every key.
  @inlinable static var none: UInt64 { .max }

  /// The root is at 1, the leaf of slot `s` at `leaves + s`.
  @usableFromInline var keys: FlatBuffer<UInt64>
  /// A power of two.
  @usableFromInline var leaves: Int

  @inlinable
  init(slots: Int) {
    leaves = WinnerTree.leaves(for: slots)
    keys = FlatBuffer(repeating: WinnerTree.none, count: 2 * leaves)
  }

  @inlinable
  static func leaves(for slots: Int) -> Int {
    var leaves = 1
    while leaves < slots { leaves &<<= 1 }
    return leaves
  }

  /// The smallest key.
  @inlinable var winner: UInt64 { keys[1] }

  @inlinable
  func key(of slot: Int) -> UInt64 { keys[leaves &+ slot] }

  /// The smallest key of all other slots: what wins when the key of this one goes.
  @inlinable
  func winner(without slot: Int) -> UInt64 {
    // In bounds: a node's parent and sibling exist down to 2.
    let base = unsafe keys.base
    var node = leaves &+ slot
    var best = WinnerTree.none
    while node > 1 {
      let rival = unsafe base[node ^ 1]
      best = best < rival ? best : rival
      node &>>= 1
    }
    return best
  }

  /// Asks for the nodes of a slot's path that are not at hand anyway.
  @inlinable
  func fetch(_ slot: Int) {
    let leaf = leaves &+ slot
    keys.fetch(leaf)
    keys.fetch(leaf &>> 1)
    keys.fetch(leaf &>> 2)
    keys.fetch(leaf &>> 3)
  }

  /// Writes a slot's key and replays its matches.
  @inlinable
  mutating func replace(_ slot: Int, with key: UInt64) {
    // In bounds: the calendar checks the slot, and a node's parent and sibling exist down to 2.
    let base = unsafe keys.base
    var node = leaves &+ slot
    var best = key
    unsafe base[node] = key
    while node > 1 {
      let rival = unsafe base[node ^ 1]
      best = best < rival ? best : rival
      node &>>= 1
      unsafe base[node] = best
    }
  }

  /// Makes room for more slots and replays every match.
  mutating func grow(to slots: Int) {
    let needed = WinnerTree.leaves(for: slots)
    guard needed > leaves else { return }
    var larger = FlatBuffer<UInt64>(repeating: WinnerTree.none, count: 2 * needed)
    for slot in 0..<leaves { larger[needed + slot] = keys[leaves + slot] }
    for node in stride(from: needed - 1, to: 0, by: -1) {
      larger[node] = min(larger[2 * node], larger[2 * node + 1])
    }
    keys = larger
    leaves = needed
  }
}
