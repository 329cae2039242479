internal import Experiments

/// A point of a sweep whose county cannot be laid out.
struct UnsoundPoint {
  /// How the point is called, such as `point 3`.
  let name: String
  /// What is varied, and how far at this point.
  let values: [(axis: SweepFile.ReadAxis, value: Double)]

  /// Says where the sweep asks for such a county, beside what the county says is wrong.
  func report(on desk: Desk) {
    // Nothing but the geography is laid out anew.
    let moved = values.filter { $0.axis.path.hasPrefix("geography.") }
    guard let first = moved.first else { return }
    let words = moved.map { "\($0.axis.path) = \(DecimalText.text(of: $0.value))" }
    desk.report(
      .outOfRange,
      at: first.axis.span,
      "the county cannot be laid out at \(name), where " + words.joined(separator: ", "),
      key: first.axis.path,
      help: "leave out the values that the county refuses"
    )
  }
}
