/// The resident fund since the opening, in fen: every payment leaves the balance once.
struct FundAccounts {
  private(set) var raised: Int64 = 0
  private(set) var balance: Int64 = 0

  /// Premiums and subsidies of a day come in.
  mutating func raise(_ amount: Int64) {
    raised += amount
    balance += amount
  }

  /// Anything goes out: a claim, a set-aside, a clearing; a negative clearing comes back.
  mutating func pay(_ amount: Int64) { balance -= amount }
}

/// The prepaid budget of the medical community and what it has been charged with (LYG-22, LYG-23).
///
/// Amounts are weighted with the strength of the lever on their day, so a budget that begins in July
/// is judged on what happened from July on.
struct CommunityBudget {
  private(set) var accrued: Int64 = 0
  private(set) var charged: Int64 = 0
  /// What the community has kept, less what it has borne.
  private(set) var kept: Int64 = 0
  /// What went back to the fund, less what the fund added, in years that are over.
  private(set) var returned: Int64 = 0
  /// What is open in the present year.
  private(set) var open: Int64 = 0
  private var yearAccrued: Int64 = 0
  private var yearKept: Int64 = 0

  mutating func accrue(_ amount: Int64) {
    accrued += amount
    yearAccrued += amount
    open += amount
  }

  mutating func charge(_ amount: Int64) {
    charged += amount
    open -= amount
  }

  /// Settles the year so far; returns what the fund pays the community now, negative if it repays.
  mutating func settle(_ inputs: PaymentInputs) -> Int64 {
    let due = Self.due(of: open + yearKept, budget: yearAccrued, inputs)
    let now = due - yearKept
    kept += now
    yearKept += now
    open -= now
    return now
  }

  /// Part of the next yuan spent that falls to the community, as the year stands: all of it out of a
  /// surplus or in the overspend it bears alone, the shared part beyond.
  func marginalShare(_ inputs: PaymentInputs) -> Double {
    let overspend = -(open + yearKept)
    let first = Claim.share(inputs.overspendFirst, of: yearAccrued)
    return overspend > first ? inputs.overspendShared : 1
  }

  /// Closes the year: what is still open is the fund's.
  mutating func closeYear() {
    returned += open
    open = 0
    yearAccrued = 0
    yearKept = 0
  }

  /// What a community keeps of a surplus, or bears of an overspend (negative).
  static func due(of surplus: Int64, budget: Int64, _ inputs: PaymentInputs) -> Int64 {
    guard surplus < 0 else { return surplus }
    let first = min(-surplus, Claim.share(inputs.overspendFirst, of: budget))
    return -first - Claim.share(inputs.overspendShared, of: -surplus - first)
  }
}
