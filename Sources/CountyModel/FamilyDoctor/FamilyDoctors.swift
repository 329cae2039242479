import Engine

/// Family-doctor contracts: who has one today.
struct FamilyDoctors {
  private let inputs: FamilyDoctorInputs
  private let levers: FamilyDoctorLevers

  init(_ plan: CountyPlan) {
    inputs = plan.inputs.familyDoctor
    levers = plan.levers.familyDoctor
  }

  /// Announces today's contracts; the most willing sign first, so raising a rate only adds people.
  mutating func turnDay(in world: inout World) {
    let day = world.today.day
    let general = max(inputs.general, levers.general.value(onDay: day))
    let key = max(inputs.key, levers.key.value(onDay: day))
    world.notices.contracts = ContractNotice(
      general: UInt32(general * 65_536),
      key: UInt32(key * 65_536)
    )
    // Rates are exact properties of the ranks; per ten thousand keeps the ledger whole.
    world.ledger.set(.contractRate, lane: 0, to: Int64((general * 10_000).rounded()))
    world.ledger.set(.contractRate, lane: 1, to: Int64((key * 10_000).rounded()))
  }
}
