import Engine
import Geography
import Probability

extension Finance {
  /// Pays for a consultation or an emergency visit.
  mutating func settleVisit(of patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let kind = world.facilities.kind(episode.facility)
    let condition = Int(episode.condition)
    let chronic = world.conditions.chronic[condition]
    let insurance = insurance(of: episode)
    let terms = visits[kind.lane * 2 + insurance.rawValue]
    let pays = plan.rank[episode.facility.row] < designated
    let bill = Claim.fen(terms.bill * world.conditions.outpatientCost[condition])
    let fee = pays ? terms.fee : 0
    let claimed = pays ? Claim.share(terms.claimable(chronic: chronic), of: bill) : 0
    let covered = Claim.share(terms.covered, of: claimed)
    var claim = Claim(
      charge: bill + fee + terms.surcharge
        + Claim.fen(world.notices.gate.charge(episode, at: kind)),
      claimed: claimed + fee,
      covered: covered + fee
    )
    var paid = Claim.share(terms.ratio, of: covered)
    if kind.isGrassroots { paid = capped(paid, for: episode.person, in: &world) }
    claim.basic = paid + (pays ? terms.feePaid : 0)
    if package > 0, kind.isGrassroots, episode.traits.contains(.contracted) {
      claim.package = Claim.share(package * chronic, of: claim.covered - claim.basic)
    }
    if episode.traits.contains(.contracted), insurance == .resident {
      contractedClaims += claim.fund
    }
    book(claim, of: episode, for: insurance, at: kind, as: .outpatient, in: &world)
  }

  /// Pays for a stay.
  mutating func settleStay(of patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    guard !episode.traits.contains(.background) else { return }
    let kind = world.facilities.kind(episode.facility)
    let usual = usualStay(of: Int(episode.condition), at: kind, in: world)
    let days = kind == .outOfCity ? usual : (world.now - episode.bedSince).inDays
    let weight = world.conditions.inpatientCost[Int(episode.condition)]
    let growth = 1 - inputs.dailyShare + inputs.dailyShare * days / usual
    let dearness = dearness(of: episode, in: &world)
    let bill = Claim.fen(inputs.inpatientBill[kind.lane] * weight * growth * dearness)
    let covered = Claim.share(rules.covered(at: kind), of: bill)
    let insurance = insurance(of: episode)
    let share = rules.inpatientShare(
      at: kind,
      for: insurance,
      filing: filing(of: episode, in: world)
    )
    let above = max(0, covered - deductible(for: episode, at: kind, in: &world))
    var claim = Claim(charge: bill, claimed: bill, covered: covered)
    claim.basic = withinCap(Claim.share(share, of: above), for: episode.person, in: &world)
    if insurance == .resident { addLayers(to: &claim, for: episode.person, in: &world) }
    book(claim, of: episode, for: insurance, at: kind, as: .inpatient, in: &world)
    if insurance == .resident { clearStay(claim, episode, weight, at: kind, in: &world) }
  }

  /// How dear the stay is beside others like it: 1 on average, by the patient's own luck.
  private func dearness(of episode: Episode, in world: inout World) -> Double {
    guard let law = plan.dearness else { return 1 }
    return world.streams.draw(law, at: Purpose.bill.at(episode.need, episode.encounter))
  }

  /// The catastrophic layer on the year's own pay, then medical aid for those who have it.
  private func addLayers(to claim: inout Claim, for person: PersonID, in world: inout World) {
    let benefits = inputs.benefits
    let own = claim.covered - claim.basic
    let before = world.residents[person].benefits.ownPay
    let after = before + (own + 50) / 100
    world.residents[person].benefits.ownPay = after
    let threshold = Int64(benefits.catastrophicThreshold)
    let excess = max(0, after - threshold) - max(0, before - threshold)
    claim.catastrophic = min(own, Claim.share(benefits.catastrophicRatio, of: excess * 100))
    if before <= threshold, after > threshold {
      world.ledger.add(.catastrophicPeople)
      let income = world.residents[person].traits.income
      world.ledger.add(.catastrophicByIncome, lane: income.lane)
    }
    let luck = world.streams.uniform(at: Purpose.medicalAid.at(world.residents.luck(of: person)))
    guard luck < benefits.aidShare else { return }
    claim.aid = Claim.share(benefits.aidRatio, of: own - claim.catastrophic)
  }

  /// What is left of the yearly cap at grassroots facilities.
  private func capped(_ paid: Int64, for person: PersonID, in world: inout World) -> Int64 {
    openYear(of: person, in: &world)
    let before = world.residents[person].benefits.outpatientPaid
    let granted = min(paid, max(0, Claim.fen(inputs.outpatientCap) - before))
    world.residents[person].benefits.outpatientPaid = before + granted
    return granted
  }

  /// What is left of the yearly cap on stays; kept to the yuan.
  private func withinCap(_ paid: Int64, for person: PersonID, in world: inout World) -> Int64 {
    let before = world.residents[person].benefits.inpatientPaid
    let granted = min(paid, max(0, Claim.fen(inputs.benefits.inpatientCap) - before * 100))
    world.residents[person].benefits.inpatientPaid = before + (granted + 50) / 100
    return granted
  }

  /// The deductible falls with the number of stays in the year, and may be due once only when a
  /// referral links the stays.
  private mutating func deductible(
    for episode: Episode,
    at kind: FacilityKind,
    in world: inout World
  ) -> Int64 {
    openYear(of: episode.person, in: &world)
    let before = world.residents[episode.person].stays
    world.residents[episode.person].countStay()
    stays += 1
    guard before > 0 else { return Claim.fen(rules.deductible(at: kind)) }
    repeats += 1
    var factor = inputs.repeatDeductible[min(before, 2) - 1]
    if isLinked(episode, at: kind) { factor *= 1 - rules.oneDeductible }
    return Claim.fen(rules.deductible(at: kind) * factor)
  }

  /// Whether a referral, up or down, links the stay to an earlier one inside the community.
  private func isLinked(_ episode: Episode, at kind: FacilityKind) -> Bool {
    switch kind.tier {
    case .township: episode.traits.contains(.steppedDown) || episode.traits.contains(.referred)
    case .county: episode.traits.contains(.referred)
    default: false
    }
  }

  private func openYear(of person: PersonID, in world: inout World) {
    world.residents[person].openYear(world.today.date.year - plan.firstYear)
  }

  private func filing(of episode: Episode, in world: borrowing World) -> Filing {
    if episode.traits.contains(.referred) || world.notices.filing.includes(episode) {
      return .filed
    }
    return episode.traits.contains(.emergency) ? .emergency : .unfiled
  }

  private func usualStay(of condition: Int, at kind: FacilityKind, in world: borrowing World)
    -> Double
  {
    let stay = world.conditions.stay[condition]
    switch kind.tier {
    case .township: return stay * plan.townshipStay
    case .city, .outOfCity: return stay * plan.cityStay
    default: return stay
    }
  }
}
