/// What must hold of the bays at the end of every run.
extension EmergencyDepartment {
  /// Bays taken, by the hospitals' registers and by looking at every episode.
  func baysIdentity(in world: borrowing World) -> Readings.Identity {
    Readings.Identity(
      id: "bays",
      zh: "占用急诊位 = 急诊位中患者",
      en: "bays taken = patients who hold a bay",
      left: Int64(hospitals.reduce(0) { $0 + $1.taken }),
      right: world.count { $0.traits.contains(.inBay) }
    )
  }
}
