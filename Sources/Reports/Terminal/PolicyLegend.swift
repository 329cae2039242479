internal import Experiments

/// Policies by number, so that a table of many stays narrow.
struct PolicyLegend {
  /// `0 Baseline`, `1 Package` …, a line each.
  let text: String
  /// Heads of the columns for these policies.
  let columns: [(head: String, side: TextTable.Side)]

  init(_ edition: Edition, _ policies: [Int]) {
    text = policies.map { "  \($0) \(edition.name(ofPolicy: $0))\n" }.joined()
    columns = policies.map { (String($0), .right) }
  }
}
