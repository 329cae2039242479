import Engine
import Geography

/// What people know of facilities on the morning of a day.
extension FirstContact {
  /// Announces the rule of first contact, and what single facilities have gained in people's eyes.
  mutating func turnDay(in world: inout World) {
    let day = world.today.day
    world.choice.turnDay(
      weekday: world.today.weekday,
      guidance: levers.guidance.value(onDay: day),
      online: levers.online.value(onDay: day)
    )
    world.notices.gate.strength = levers.gatekeeping.value(onDay: day)
    world.notices.gate.penalty = levers.unreferredPrice.value(onDay: day)
    for (row, kind) in world.facilities.kinds.enumerated() {
      let facility = FacilityID(row: row)
      let run = world.notices.services.drugs[row]
      var drugs = drugsGained(at: facility, kind, onDay: day)
      // A clinic that its township runs has part of the township's drugs.
      if run > 0 {
        let township = inputs.drugsByKind[FacilityKind.townshipCentre.lane]
        drugs = max(drugs, run * max(0, township - inputs.drugsByKind[kind.lane]))
      }
      for severity in Severity.allCases {
        var gain = world.notices.services.shift[row]
        gain += inputs.drugs[severity.index] * drugs
        gain += inputs.equipment[severity.index] * world.notices.tests.equipment[row]
        // Minutes at the cashier are minded like minutes in line.
        gain -= inputs.wait[severity.index] * world.notices.process.spared[row]
        world.choice.set(gain, at: facility, for: severity)
      }
    }
  }

  /// Share of the formulary that a common list and a central pharmacy bring to a public grassroots
  /// facility: each closes a part of what is missing against the county hospital.
  private func drugsGained(at facility: FacilityID, _ kind: FacilityKind, onDay day: Int) -> Double
  {
    guard kind.isGrassroots, kind != .privateClinic else { return 0 }
    let missing =
      inputs.drugsByKind[FacilityKind.countyGeneral.lane] - inputs.drugsByKind[kind.lane]
    let list = levers.formulary.value(onDay: day) * inputs.formularyCloses
    let served = rollout[facility.row] < levers.centralPharmacy.value(onDay: day)
    let delivery = served ? inputs.pharmacyCloses : 0
    return max(0, missing) * (1 - (1 - list) * (1 - delivery))
  }
}
