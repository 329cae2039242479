internal import Yams

/// Counts nodes as a reader would meet them, aliases followed.
struct NodeBudget {
  /// Most nodes that any file may unfold to.
  static let limit = 1_000_000
  private(set) var visits = 0

  /// Whether a tree stays within the budget; stops counting as soon as it does not.
  mutating func covers(_ node: Yams.Node) -> Bool {
    visits += 1
    guard visits <= NodeBudget.limit else { return false }
    switch node {
    case .scalar, .alias: return true
    case .sequence(let items):
      for item in items where !covers(item) { return false }
    case .mapping(let entries):
      for (key, value) in entries where !covers(key) || !covers(value) { return false }
    }
    return true
  }
}
