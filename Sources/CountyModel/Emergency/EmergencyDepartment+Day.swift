import Geography

extension EmergencyDepartment {
  /// Announces the emergency centres of the day, and opens its bays.
  mutating func turnDay(in world: inout World) {
    let day = world.today.day
    let whole = Int(levers.centres.value(onDay: day))
    let factor = levers.bays.value(onDay: day)
    for place in hospitals.indices {
      let hospital = hospitals[place].hospital
      let kind = world.facilities.kind(hospital)
      // A specialty hospital is no centre for anything else.
      let isSpecial = world.facilities.specialtySites.contains(hospital.row)
      world.notices.centres.set(isSpecial ? 0 : centres(of: kind, whole: whole), at: hospital)
      guard kind.tier == .county else { continue }
      open(Int((Double(hospitals[place].allBays) * factor).rounded()), at: place, in: &world)
    }
    world.notices.centres.set(.max, at: world.facilities.outOfCity)
  }

  /// The centres of a kind of hospital, one bit each; the first `whole` kinds have all five.
  private func centres(of kind: FacilityKind, whole: Int) -> UInt8 {
    switch kind {
    case .countyGeneral: whole > 0 ? .max : mask(inputs.centresGeneral)
    case .countyTCM: whole > 1 ? .max : mask(inputs.centresTCM)
    case .countyMCH: whole > 2 ? .max : mask(inputs.centresMCH)
    default: .max
    }
  }

  private func mask(_ flags: [Double]) -> UInt8 {
    flags.enumerated().reduce(0) { $1.element > 0.5 ? $0 | 1 << UInt8($1.offset) : $0 }
  }
}
