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

  /// Little's identity: the integral of patients in beds is the sum of their times there.
  func littleIdentity(at end: SimInstant, in world: borrowing World) -> Readings.Identity {
    let inside = world.sum { episode in
      guard episode.stage == .inBed || episode.stage == .leavingBed else { return 0 }
      return Int64((end - episode.bedSince).milliseconds)
    }
    return Readings.Identity(
      id: "little.beds",
      zh: "床位 Little 恒等式（毫秒）",
      en: "Little's identity, beds, milliseconds",
      left: patientsInBeds.integral,
      right: bedTime + inside
    )
  }
}
