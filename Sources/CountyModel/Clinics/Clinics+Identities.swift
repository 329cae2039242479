import Engine

extension Clinics {
  /// Little's identity: the integral of patients in line is the sum of their waits; over all clinics,
  /// and for how many of them it holds.
  func littleIdentities(at end: SimInstant, in world: borrowing World) -> [Readings.Identity] {
    var waits = (0..<clinics.count).map { clinics[ClinicID(row: $0)].line.waited }
    world.visitOpen { episode in
      guard episode.stage == .inLine else { return }
      waits[episode.clinic.row] += Int64((end - episode.since).milliseconds)
    }
    let areas = waits.indices.map { clinics[ClinicID(row: $0)].line.area(at: end) }
    return [
      Readings.Identity(
        id: "little.clinics",
        zh: "门诊候诊 Little 恒等式（毫秒）",
        en: "Little's identity, clinic lines, milliseconds",
        left: areas.reduce(0, +),
        right: waits.reduce(0, +)
      ),
      Readings.Identity(
        id: "little.eachClinic",
        zh: "候诊 Little 恒等式成立的门诊数 = 门诊数",
        en: "clinics in which Little's identity holds = clinics",
        left: Int64(zip(areas, waits).count { $0 == $1 }),
        right: Int64(waits.count)
      ),
    ]
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
