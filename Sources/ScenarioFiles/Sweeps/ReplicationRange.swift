/// The fewest and the most replications of a rule that goes on until something is settled.
struct ReplicationRange {
  let from: Int
  let to: Int

  /// Reads `from` and `to`, the last keys of a rule; `nil` when they cannot be, which is reported.
  static func read(_ keys: inout MappingReader) -> ReplicationRange? {
    let from = keys.whole(
      keys.required("from", zh: "最少", expected: "a whole number, 2 or more"),
      2...100_000
    )
    let entry = keys.required("to", zh: "最多", expected: "a whole number")
    let to = keys.whole(entry, 2...100_000)
    keys.finish()
    guard let from, let to, let entry else { return nil }
    guard to >= from else {
      keys.desk.report(
        .outOfRange,
        at: keys.desk[entry.value].span,
        "the most replications are fewer than the fewest",
        key: keys.path(of: "to"),
        expected: "\(from) or more"
      )
      return nil
    }
    return ReplicationRange(from: from, to: to)
  }
}
