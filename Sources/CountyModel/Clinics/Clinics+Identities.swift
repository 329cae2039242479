import Engine

extension Clinics {
  /// Little's identity: the integral of patients in line is the sum of their waits.
  func littleIdentity(at end: SimInstant, in world: borrowing World) -> Readings.Identity {
    let waiting = world.sum { episode in
      episode.stage == .inLine ? Int64((end - episode.since).milliseconds) : 0
    }
    return Readings.Identity(
      id: "little.clinics",
      zh: "门诊候诊 Little 恒等式（毫秒）",
      en: "Little's identity, clinic lines, milliseconds",
      left: inLine.integral,
      right: inLineTime + waiting
    )
  }

  /// Busy physicians, by the clinics' registers and by the meters.
  func staffIdentity() -> Readings.Identity {
    let registered = (0..<clinics.count).reduce(Int64(0)) {
      $0 + Int64(clinics[ClinicID(row: $1)].busy)
    }
    return Readings.Identity(
      id: "staff",
      zh: "接诊中医生 = 接诊中患者",
      en: "physicians busy = consultations under way",
      left: registered,
      right: busy.reduce(0) { $0 + $1.level }
    )
  }
}
