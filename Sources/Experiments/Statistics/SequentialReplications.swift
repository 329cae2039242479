/// Adds replications until one measure is known well enough and stays so.
///
/// - Source: Hoad, Robinson and Davies 2010, *Automated selection of the number of replications for
///   a discrete-event simulation*: stop at the first n whose precision holds, and still holds for
///   `kLimit` more; for n above 100, `kLimit` grows to ⌊kLimit n / 100⌋.
public struct SequentialReplications: Sendable, Hashable {
  /// When one number of replications is enough.
  public let rule: RelativePrecision
  /// Replications to begin with; 3 or more.
  public let first: Int
  /// The most replications.
  public let most: Int
  /// How many further replications the precision must hold for.
  public let lookAhead: Int

  /// A plan from its parts.
  public init(rule: RelativePrecision, first: Int = 5, most: Int = 1000, lookAhead: Int = 5) {
    precondition(first > 1 && most >= first && lookAhead >= 0, "a plan needs replications")
    self.rule = rule
    self.first = first
    self.most = most
    self.lookAhead = lookAhead
  }

  /// What to do next.
  public enum Decision: Sendable, Hashable {
    /// The replications suffice; the precision has held since `n`.
    case enough(since: Int)
    /// Run until there are so many.
    case runUntil(Int)
    /// The most were run, and the precision is not reached.
    case gaveUp
  }

  /// Judges the replications so far.
  ///
  /// - Complexity: O(n²) in the number of replications, which are few.
  public func decision(after values: [Double]) -> Decision {
    guard values.count >= first else { return .runUntil(first) }
    var since: Int?
    for n in first...values.count {
      let holds = rule.isReached(by: Array(values.prefix(n)))
      since = holds ? since ?? n : nil
      if let since, n - since >= limit(at: since) { return .enough(since: since) }
    }
    guard values.count < most else { return .gaveUp }
    guard let since else { return .runUntil(values.count + 1) }
    return .runUntil(min(most, since + limit(at: since)))
  }

  private func limit(at n: Int) -> Int { lookAhead * max(n, 100) / 100 }
}
