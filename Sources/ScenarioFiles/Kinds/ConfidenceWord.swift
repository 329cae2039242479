internal import CountyModel

/// Reads the probability with which a choice shall be right.
enum ConfidenceWord {
  /// What may be promised: one half is a coin, and no number of runs gives certainty.
  static let allowed = 0.51...0.9999

  /// The promised probability; one that cannot be is reported with what it was to be.
  static func read(_ keys: inout MappingReader) -> Double? {
    let wanted = QuantityGrammar.wanted(.share)
    let entry = keys.required("confidence", zh: "置信水平", expected: "a share such as `95%`")
    let value = keys.read(entry, expected: wanted) { scalar throws(ScalarProblem) in
      try QuantityGrammar.value(scalar, in: .share)
    }
    guard let entry, let value, !allowed.contains(value) else { return value }
    // Shares are often written as the number before a per cent sign that is not there.
    let meant = value / 100
    let isPerCent = allowed.contains(meant)
    let written = Visible.quoted(keys.desk.text(of: entry.value))
    keys.desk.report(
      .outOfRange,
      at: keys.desk[entry.value].span,
      value < 1 || isPerCent ? "\(written) is out of range" : "no number of runs makes it certain",
      key: keys.path(of: entry.key),
      expected: QuantityGrammar.text(allowed, in: .share) + ", such as `95%`",
      help: isPerCent ? "did you mean \(QuantityGrammar.text(meant, in: .share))?" : nil
    )
    return nil
  }
}
