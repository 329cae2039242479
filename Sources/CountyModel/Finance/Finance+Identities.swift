extension Finance {
  /// Raised = claims + clearings + set-asides (from the ledger) + balance (from the accounts).
  func fundIdentity(in world: borrowing World) -> Readings.Identity {
    let ledger = [Count.visitFund, .stayFund, .clearing, .setAside]
    return Readings.Identity(
      id: "fund",
      zh: "居民医保筹资 = 支付 + 清算 + 提留 + 结余（分）",
      en: "resident fund raised = claims + clearing + set aside + balance, fen",
      left: accounts.raised,
      right: ledger.reduce(accounts.balance) { $0 + world.ledger.total(of: $1) }
    )
  }

  /// What insurance paid, summed by visit and stay, is what the ledger says by facility.
  func claimsIdentity(in world: borrowing World) -> Readings.Identity {
    Readings.Identity(
      id: "claims",
      zh: "医保支付 = 门诊支付 + 住院支付（分）",
      en: "insurance payments = visits + stays, fen",
      left: world.books.paid,
      right: world.ledger.total(of: .outpatientPaid) + world.ledger.total(of: .inpatientPaid)
    )
  }

  /// Budget = charged + kept by the community + returned to the fund + open.
  func communityIdentity() -> Readings.Identity {
    Readings.Identity(
      id: "community",
      zh: "医共体总额 = 列支 + 结余留用（减分担） + 退回基金 + 未清算（分）",
      en: "community budget = charged + kept less borne + returned + open, fen",
      left: purses.total(\.accrued),
      right: purses.total { $0.charged + $0.kept + $0.returned + $0.open }
    )
  }
}
