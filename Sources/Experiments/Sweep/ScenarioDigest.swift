/// Names what a run depends on by its content, so that equal work is known as equal.
public struct ScenarioDigest {
  private var lines: [String]

  /// Begins with the county and the stretch of days.
  ///
  /// Figures are those of every county as they are used, `path=value`; tables are the SHA-256 of
  /// every file that is no YAML. Neither order matters.
  public init(figures: [String], tables: [String], start: String, end: String, warmUpDays: Int) {
    lines = ["countyflow/resolved/1", start, end, String(warmUpDays)]
    lines += tables.sorted()
    lines += figures.sorted()
  }

  /// The digest of the county under some levers.
  ///
  /// - Parameter levers: Every lever that leaves its neutral value, with its course, in any order.
  /// - Returns: 64 hexadecimal digits.
  public func hash(levers: [String]) -> String {
    let all = lines + ["levers"] + levers.sorted()
    return SHA256.hexadecimal(Array(all.joined(separator: "\n").utf8))
  }
}
