internal import Engine
internal import NetworkModel

/// The waits of which rows ask for the share above or below: `P_Wq_gt_0p5`, `P_Wq_gt_2W`.
struct WaitLimits: Sendable {
  /// Names of the rows in the order of the limits.
  private let names: [String]
  /// The waits.
  let values: [Double]

  /// The limits that the rows of a case name.
  ///
  /// In a name `W` stands for the mean sojourn; names that end in `_service` count in mean services.
  init(_ rows: [ExactRow], meanSojourn: Double?, meanService: Double) {
    let found = rows.compactMap { row in
      WaitLimits.limit(in: row.name, meanSojourn, meanService).map { (name: row.name, value: $0) }
    }
    names = found.map(\.name)
    values = found.map(\.value)
  }

  /// The way to estimate a row, if it asks for a share of waits.
  func row(_ exact: ExactRow, node: Int) -> ProbeRow? {
    guard let limit = names.firstIndex(of: exact.name) else { return nil }
    let isBelow = exact.name.contains("_le_")
    return ProbeRow(exact) { readings in
      let flow = readings.nodes[node].all
      let all = flow.waits.count + flow.reneged
      guard all > 0 else { return nil }
      let above = Double(flow.overLimit[limit]) / Double(all)
      return isBelow ? 1 - above : above
    }
  }

  private static func limit(
    in name: String,
    _ meanSojourn: Double?,
    _ meanService: Double
  ) -> Double? {
    guard
      let prefix = ["P_Wq_gt_", "P_Wq_le_", "P_wait_gt_", "P_wait_le_"].first(
        where: { name.hasPrefix($0) }
      )
    else { return nil }
    var text = name.dropFirst(prefix.count)
    let unit = text.hasSuffix("_service") ? meanService : 1
    if text.hasSuffix("_service") { text = text.dropLast("_service".count) }
    if text.hasSuffix("W") {
      let factor = text.dropLast().isEmpty ? 1 : Double(text.dropLast())
      return factor.flatMap { factor in meanSojourn.map { $0 * factor } }
    }
    let number = String(text.map { $0 == "p" ? "." : $0 })
    return Double(number).map { $0 * unit }
  }
}
