import Engine

extension Beds {
  /// Patients in beds, counted apart: by the wards' own registers and by looking at every episode.
  func bedsIdentity(in world: borrowing World) -> Readings.Identity {
    let taken = (0..<wards.count).reduce(Int64(0)) { $0 + Int64(wards[WardID(row: $1)].taken) }
    let lying = world.count {
      $0.stage == .inBed || $0.stage == .leavingBed || $0.stage == .cleaning
    }
    return Readings.Identity(
      id: "beds",
      zh: "占用床位 = 在床与待清洁人数",
      en: "beds taken = patients in bed or bed being cleaned",
      left: taken,
      right: lying
    )
  }

  /// Little's identity: the integral of patients in beds is the sum of their times there; and for how
  /// many wards the integral of beds taken is the sum of stays and cleaning.
  func littleIdentities(at end: SimInstant, in world: borrowing World) -> [Readings.Identity] {
    var inside: Int64 = 0
    var used = (0..<wards.count).map { wards[WardID(row: $0)].usedTime }
    world.visitOpen { episode in
      switch episode.stage {
      case .inBed, .leavingBed:
        let stay = Int64((end - episode.bedSince).milliseconds)
        inside += stay
        used[episode.ward.row] += stay
      case .cleaning:
        used[episode.ward.row] += Int64((end - episode.since).milliseconds)
      default: return
      }
    }
    return [
      Readings.Identity(
        id: "little.beds",
        zh: "床位 Little 恒等式（毫秒）",
        en: "Little's identity, beds, milliseconds",
        left: patientsInBeds.integral,
        right: bedTime + inside
      ),
      Readings.Identity(
        id: "little.eachWard",
        zh: "床位 Little 恒等式成立的病区数 = 病区数",
        en: "wards in which Little's identity holds = wards",
        left: Int64(used.indices.count { wards[WardID(row: $0)].takenTime == used[$0] }),
        right: Int64(used.count)
      ),
    ]
  }
}
