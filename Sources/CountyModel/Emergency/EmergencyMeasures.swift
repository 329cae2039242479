import Geography

extension Count {
  /// Patients who got a bay, and milliseconds waited for it, lanes by kind.
  static var bayWaits: Count { Count(.emergency, 0) }
  static var bayWaitTime: Count { Count(.emergency, 1) }
}

extension EmergencyDepartment {
  static let measures: [Measure] = [
    Measure(
      "emergency.wait",
      zh: "县级急诊平均等待",
      en: "Mean wait for an emergency bay, county",
      unit: .minutes,
      better: .lower,
      means: "From the door until a bay is free, mean over patients who got one",
      formula: .ratio(
        [Series(.bayWaitTime, FacilityKind.hospitalLanes)],
        over: [Series(.bayWaits, FacilityKind.hospitalLanes)],
        times: 1 / 60_000
      )
    ),
    Measure(
      "emergency.visits",
      zh: "县级急诊人次",
      en: "Emergency visits, county hospitals",
      unit: .perYear,
      better: .neutral,
      means: "Patients who got a bay, per year",
      formula: .perYear([Series(.bayWaits, FacilityKind.hospitalLanes)], times: 1)
    ),
  ]
}
