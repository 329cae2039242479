import Engine
import Geography

/// A budget for each medical community that has a lead, and one for residents who belong to none.
///
/// A budget follows the insured: their community answers for what they cost, wherever they are
/// treated (LYG-22, LYG-23). A purse belongs to a lead, so that it stays the same when members change.
struct CommunityPurses {
  /// A budget and whose it is.
  struct Purse {
    /// The lead; `nil` for residents without a community.
    let lead: FacilityID?
    var budget = CommunityBudget()
    /// Insured residents, as last counted.
    var insured = 0
    /// Dealings since the last midnight: claims and clearings, fen.
    var chargedToday: Int64 = 0
    /// Part of the next yuan that falls to the community, 0 to 1, as last settled.
    var bears = 1.0
  }

  private(set) var all: [Purse] = [Purse(lead: nil)]
  /// Purse of each settlement today.
  private var places: [Int] = []
  /// Insured residents of each settlement, as last counted.
  private var insured: [Int] = []

  /// Whether several communities have a budget of their own today.
  private(set) var areSeveral = false

  /// Settlements of the county, by row.
  var settlements: Range<Int> { places.indices }

  /// All budgets added up.
  func total(_ part: (CommunityBudget) -> Int64) -> Int64 {
    all.reduce(0) { $0 + part($1.budget) }
  }

  /// Takes over today's grouping: the lead of each settlement's community, `nil` for none.
  mutating func follow(_ leads: [FacilityID?]) {
    places = leads.map { lead in
      guard let lead else { return 0 }
      if let known = all.firstIndex(where: { $0.lead == lead }) { return known }
      all.append(Purse(lead: lead))
      return all.count - 1
    }
    areSeveral = all.indices.dropFirst().count { places.contains($0) } > 1
    share(insured)
  }

  /// Takes over a count of the insured in each settlement.
  mutating func share(_ counts: [Int]) {
    insured = counts
    for place in all.indices { all[place].insured = 0 }
    for (place, count) in zip(places, counts) { all[place].insured += count }
  }

  /// The purse that answers for residents of a settlement.
  func purse(of home: SettlementID) -> Int { places[home.row] }

  /// The purse of a lead; nobody's, 0, without one.
  func purse(ledBy lead: FacilityID?) -> Int {
    guard let lead else { return 0 }
    return all.firstIndex { $0.lead == lead } ?? 0
  }

  /// Charges a purse with what the fund paid.
  mutating func charge(_ amount: Int64, to purse: Int) { all[purse].chargedToday += amount }

  /// Charges all purses by their insured, for what no resident stands behind.
  mutating func chargeAll(_ amount: Int64) {
    for (place, part) in parts(of: amount).enumerated() { all[place].chargedToday += part }
  }

  /// Gives each purse its part of a day's budget.
  mutating func accrue(_ amount: Int64) {
    for (place, part) in parts(of: amount).enumerated() { all[place].budget.accrue(part) }
  }

  /// Settles yesterday's dealings at a strength from 0 to 1.
  ///
  /// - Returns: What the fund pays each community now, negative if it repays.
  mutating func settle(_ strength: Double, _ inputs: PaymentInputs) -> [Int64] {
    all.indices.map { place in
      let charged = Claim.share(strength, of: all[place].chargedToday)
      all[place].budget.charge(charged)
      all[place].bears = all[place].budget.marginalShare(inputs)
      return all[place].budget.settle(inputs)
    }
  }

  /// Forgets yesterday's dealings.
  mutating func forgetDealings() {
    for place in all.indices { all[place].chargedToday = 0 }
  }

  /// Closes the year of every budget.
  mutating func closeYear() {
    for place in all.indices {
      all[place].budget.closeYear()
      all[place].bears = 1
    }
  }

  /// An amount by heads, to the fen: the parts add up to it exactly.
  private func parts(of amount: Int64) -> [Int64] {
    let heads = all.reduce(0) { $0 + $1.insured }
    var (before, counted): (Int64, Int) = (0, 0)
    return all.map { purse in
      counted += purse.insured
      let upTo = heads > 0 ? Claim.share(Double(counted) / Double(heads), of: amount) : 0
      defer { before = upTo }
      return upTo - before
    }
  }
}
