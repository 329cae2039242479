import Engine

/// Family-doctor contracts: who has one today, and how much it is worth.
///
/// A contract binds its resident to the grassroots as strongly as the choice constants say
/// (B-22 to B-25, B-32: an effect on contracted residents, +2 to +4 points of their grassroots
/// share). Contracts beyond what the teams can honour dilute all of them.
struct FamilyDoctors: ~Copyable {
  private let lent = LentInPlace()
  private let inputs: FamilyDoctorInputs
  private let levers: FamilyDoctorLevers
  /// Share of residents in the key groups when the run began.
  private let keyShare: Double

  init(_ plan: CountyPlan, in world: borrowing World) {
    inputs = plan.inputs.familyDoctor
    levers = plan.levers.familyDoctor
    var key = 0
    for row in 0..<world.residents.count {
      let resident = world.residents[PersonID(row: row)]
      if resident.health.isPresent, resident.traits.contains(.keyGroup) { key += 1 }
    }
    keyShare = Double(key) / Double(max(1, world.residents.present))
  }

  /// Announces today's contracts; the most willing sign first, so raising a rate only adds people.
  mutating func turnDay(in world: inout World) {
    let day = world.today.day
    let general = levers.general.floor(over: inputs.general, onDay: day)
    let key = levers.key.floor(over: inputs.key, onDay: day)
    let specialists = levers.specialists.value(onDay: day)
    var notice = ContractNotice(
      general: UInt32(general * 65_536),
      key: UInt32(key * 65_536)
    )
    let served = served(general: general, key: key, onDay: day)
    notice.strength =
      served
      * (1 + inputs.specialistStrength * specialists
        + inputs.effortStrength * levers.effort.value(onDay: day))
    notice.control = inputs.specialistControl * specialists
    notice.followUpReach =
      inputs.publicHealthReach * levers.publicHealthDoctors.value(onDay: day)
    world.notices.contracts = notice
    // Rates are exact properties of the ranks; per ten thousand keeps the ledger whole.
    world.ledger.set(.contractRate, lane: 0, to: Int64((general * 10_000).rounded()))
    world.ledger.set(.contractRate, lane: 1, to: Int64((key * 10_000).rounded()))
    world.ledger.set(.contractsServed, to: Int64((served * 10_000).rounded()))
  }

  /// Share of the contracts that today's teams can honour.
  private func served(general: Double, key: Double, onDay day: Int) -> Double {
    let contracts = 10_000 * (general * (1 - keyShare) + key * keyShare)
    let teams = inputs.teamsPerTenThousand + levers.leadTeams.value(onDay: day)
    return contracts > 0 ? min(1, teams * inputs.peoplePerTeam / contracts) : 1
  }
}
