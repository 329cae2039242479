/// What must hold of the crews at the end of every run.
extension Ambulance {
  /// Crews on the way with or to a patient, by their status and by looking at every episode.
  func crewsIdentity(in world: borrowing World) -> Readings.Identity {
    let underWay = status.reduce(Int64(0)) { sum, status in
      switch status {
      case .responding, .onScene, .conveying: sum + 1
      case .offDuty, .standby, .returning, .atDoor, .handover, .turnaround: sum
      }
    }
    return Readings.Identity(
      id: "crews",
      zh: "途中车组 = 车组负责的患者",
      en: "crews on the way = patients in their care",
      left: underWay,
      right: world.count { $0.stage == .withCrew }
    )
  }
}
