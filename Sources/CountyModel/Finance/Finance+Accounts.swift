import Engine
import Geography

extension Finance {
  /// Books a claim: in the county's ledger, and for the resident-insured in their fund.
  mutating func book(
    _ claim: Claim,
    of episode: Episode,
    for insurance: Insurance,
    at kind: FacilityKind,
    as service: Service,
    in world: inout World
  ) {
    let visit = service == .outpatient
    let lane = kind.lane
    world.ledger.add(visit ? .outpatientCharge : .inpatientCharge, lane: lane, claim.charge)
    world.ledger.add(visit ? .outpatientPaid : .inpatientPaid, lane: lane, claim.fund)
    world.ledger.add(visit ? .outpatientPocket : .inpatientPocket, lane: lane, claim.pocket)
    world.ledger.add(.pocketByIncome, lane: episode.income.lane, claim.pocket)
    world.books.charge += claim.charge
    world.books.paid += claim.fund
    world.books.pocket += claim.pocket
    if claim.aid + claim.package > 0 {
      world.ledger.add(.helped, lane: 0, claim.aid)
      world.ledger.add(.helped, lane: 1, claim.package)
      world.books.helped += claim.aid + claim.package
    }
    guard insurance == .resident else { return }
    world.ledger.add(visit ? .visitClaims : .stayClaims, lane: lane, claim.claimed)
    world.ledger.add(visit ? .visitFund : .stayFund, lane: lane, claim.fund)
    if !visit { world.ledger.add(.stayCovered, lane: lane, claim.covered) }
    pay(claim.fund, to: kind, for: purses.purse(of: episode.settlement), in: &world)
  }

  /// The fund pays; a community is charged with all but private clinics, all communities where there
  /// is no resident behind it.
  private mutating func pay(
    _ amount: Int64,
    to kind: FacilityKind,
    for purse: Int?,
    in world: inout World
  ) {
    accounts.pay(amount)
    world.ledger.add(.fundBalance, -amount)
    guard kind != .privateClinic else { return }
    if let purse { purses.charge(amount, to: purse) } else { purses.chargeAll(amount) }
    world.ledger.add(.communityBalance, -amount)
  }

  /// The fund pays a provider beyond its bills, or takes back.
  mutating func clear(
    _ amount: Int64,
    to kind: FacilityKind,
    for purse: Int? = nil,
    in world: inout World
  ) {
    guard amount != 0 else { return }
    world.ledger.add(.clearing, lane: kind.lane, amount)
    pay(amount, to: kind, for: purse, in: &world)
  }

  /// Clearing of one stay: points, same price in grassroots groups, and the charge for outflow.
  mutating func clearStay(
    _ claim: Claim,
    _ episode: Episode,
    _ weight: Double,
    at kind: FacilityKind,
    in world: inout World
  ) {
    if terms.points > 0, let place = CasePoints.hospitals.firstIndex(of: kind) {
      // A thousand points are a case of weight 1 at the general hospital's price.
      let price =
        inputs.inpatientBill[kind.lane] / inputs.inpatientBill[FacilityKind.countyGeneral.lane]
      points.add(
        points: Int64((1000 * weight * price * terms.points).rounded()),
        claim: Claim.share(terms.points, of: claim.fund),
        at: place
      )
    }
    let purse = purses.purse(of: episode.settlement)
    if terms.groups > 0, kind.tier == .township {
      let price = Claim.fen(fundPerStay(at: .countyGeneral) * weight)
      let gap = Claim.share(terms.groups, of: max(0, price - claim.fund))
      clear(gap, to: kind, for: purse, in: &world)
    }
    if terms.outflow > 0, !kind.countsInCounty, episode.traits.contains(.referred) {
      let charge = Claim.share(terms.outflow, of: claim.fund)
      clear(-charge, to: leadKind(of: purse, in: world), for: purse, in: &world)
    }
  }

  /// Settles what fell due yesterday: points, heads and the balances of communities.
  mutating func settleYesterday(in world: inout World) {
    if terms.points > 0 {
      for (place, amount) in points.settle().enumerated() {
        clear(amount, to: CasePoints.hospitals[place], in: &world)
      }
    }
    if terms.capitation > 0 {
      let heads = Double(contracted) * inputs.payment.capitationRate / 365.25
      clear(
        Claim.share(terms.capitation, of: Claim.fen(heads) - contractedClaims),
        to: .townshipCentre,
        in: &world
      )
    }
    contractedClaims = 0
    settleCommunities(in: &world)
    if world.today.date.month == 1, world.today.date.day == 1 {
      purses.closeYear()
      points.closeYear()
    }
  }

  private mutating func settleCommunities(in world: inout World) {
    defer { purses.forgetDealings() }
    guard terms.budget > 0 else { return }
    let all = purses.settle(terms.budget, inputs.payment)
    for (purse, due) in all.enumerated() where due != 0 {
      // Not charged again: keeping a surplus does not spend the budget.
      let grassroots = Claim.share(inputs.payment.surplusToGrassroots, of: due)
      for (kind, amount) in [
        (FacilityKind.townshipCentre, grassroots),
        (leadKind(of: purse, in: world), due - grassroots),
      ] {
        world.ledger.add(.clearing, lane: kind.lane, amount)
        world.ledger.add(.fundBalance, -amount)
        accounts.pay(amount)
      }
    }
  }

  /// What leads the community of a purse; the general hospital where there is no community.
  private func leadKind(of purse: Int, in world: borrowing World) -> FacilityKind {
    purses.all[purse].lead.map { world.facilities.kind($0) } ?? .countyGeneral
  }

  /// Raises a day's money and sets aside what is not the community's.
  mutating func raise(in world: inout World) {
    let money = Claim.fen(Double(insured) * inputs.fundPerInsured / 365.25)
    accounts.raise(money)
    world.ledger.add(.fundRaised, money)
    world.ledger.add(.insuredDays, Int64(insured))
    let asides = [inputs.payment.riskReserve, inputs.payment.pharmacies].map {
      Claim.share($0, of: money)
    }
    for (lane, amount) in asides.enumerated() {
      accounts.pay(amount)
      world.ledger.add(.setAside, lane: lane, amount)
    }
    world.ledger.add(.fundBalance, money - asides[0] - asides[1])
    let others = Claim.share(inputs.payment.privateHospitals, of: money)
    let budget = money - asides[0] - asides[1] - others
    world.ledger.add(.communityBudget, budget)
    world.ledger.add(.communityBalance, budget)
    if terms.budget > 0 { purses.accrue(Claim.share(terms.budget, of: budget)) }
    if terms.points > 0 {
      points.accrue(Claim.share(terms.points * inputs.payment.pointsBudget, of: money))
    }
  }

  /// Counts the resident-insured once a year, and those with a contract once a month if need be.
  mutating func countPeople(in world: borrowing World) {
    let date = world.today.date
    if insured == 0 || (date.month == 1 && date.day == 1) {
      let counts = purses.settlements.map { home in
        world.residents.count(in: home) { !$0.traits.contains(.employee) }
      }
      insured = counts.reduce(0, +)
      purses.share(counts)
    }
    guard terms.capitation > 0 else { return contracted = 0 }
    if contracted == 0 || date.day == 1 {
      let notice = world.notices.contracts
      contracted = world.residents.count { !$0.traits.contains(.employee) && notice.include($0) }
    }
  }
}
