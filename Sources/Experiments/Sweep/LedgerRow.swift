public import CountyModel
internal import Geography

extension Shard {
  /// One cell of the two-way ledger of referrals.
  public struct LedgerRow: Sendable, Hashable {
    /// Calendar year.
    public let year: Int
    /// Kind of facility that sends.
    public let from: String
    /// Kind that is asked to take over.
    public let to: String
    /// Why.
    public let reason: String
    /// Referrals made.
    public let requested: Int
    /// Those that the catalogue of tiered care asks for.
    public let appropriate: Int
    /// Those that were followed.
    public let accepted: Int
    /// Those who came.
    public let arrived: Int
    /// Those who came and were sent on.
    public let onward: Int

    /// A cell from its parts.
    public init(
      year: Int,
      from: String,
      to: String,
      reason: String,
      requested: Int,
      appropriate: Int,
      accepted: Int,
      arrived: Int,
      onward: Int
    ) {
      self.year = year
      self.from = from
      self.to = to
      self.reason = reason
      self.requested = requested
      self.appropriate = appropriate
      self.accepted = accepted
      self.arrived = arrived
      self.onward = onward
    }
  }
}

extension Shard.LedgerRow {
  /// The cell in one line: year, sender, receiver, reason, and the five counts in their order.
  var line: String {
    "\(year) \(from) \(to) \(reason) \(requested) \(appropriate) \(accepted) \(arrived) \(onward)"
  }

  /// Reads a line; `nil` when it is none.
  init?(line: String) {
    let words = line.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    guard words.count == 9, let year = Int(words[0]) else { return nil }
    let counts = words[4...].compactMap { Int($0) }
    guard counts.count == 5 else { return nil }
    self.init(
      year: year,
      from: words[1],
      to: words[2],
      reason: words[3],
      requested: counts[0],
      appropriate: counts[1],
      accepted: counts[2],
      arrived: counts[3],
      onward: counts[4]
    )
  }

  /// The cell as a run left it behind.
  public init(_ flow: ReferralFlow) {
    self.init(
      year: flow.year,
      from: Self.kinds[Int(flow.from.rawValue)],
      to: Self.kinds[Int(flow.to.rawValue)],
      reason: Self.reasons[Int(flow.reason.rawValue)],
      requested: flow.requested,
      appropriate: flow.appropriate,
      accepted: flow.accepted,
      arrived: flow.arrived,
      onward: flow.onward
    )
  }

  /// Names of the cases, read from the types once: asking for one is slow.
  private static let kinds = FacilityKind.allCases.map { "\($0)" }
  private static let reasons = ReferralReason.allCases.map { "\($0)" }
}
