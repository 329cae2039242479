import Geography

extension Count {
  /// Patients who got a bay, and milliseconds waited for it, lanes by kind.
  static var bayWaits: Count { Count(.emergency, 0) }
  static var bayWaitTime: Count { Count(.emergency, 1) }
  /// Patients who left without being seen, were observed, or were sent on to a centre; by kind.
  static var leftUnseen: Count { Count(.emergency, 2) }
  static var observations: Count { Count(.emergency, 3) }
  static var sentToCentre: Count { Count(.emergency, 4) }
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
    Measure(
      "emergency.leftShare",
      zh: "县级急诊未就诊离开率",
      en: "Left without being seen, county emergency",
      unit: .share,
      better: .lower,
      means: "Patients who gave up waiting for a bay / those and the patients who got one",
      formula: .ratio(
        [Series(.leftUnseen, FacilityKind.hospitalLanes)],
        over: [
          Series(.leftUnseen, FacilityKind.hospitalLanes),
          Series(.bayWaits, FacilityKind.hospitalLanes),
        ],
        times: 1
      )
    ),
    Measure(
      "emergency.observations",
      zh: "县级急诊留观人次",
      en: "Emergency observations, county hospitals",
      unit: .perYear,
      better: .neutral,
      means: "Patients kept under observation before release, per year",
      formula: .perYear([Series(.observations, FacilityKind.hospitalLanes)], times: 1)
    ),
    Measure(
      "emergency.sentToCentre",
      zh: "转往县内五大中心人次",
      en: "Sent on to an emergency centre in the county",
      unit: .perYear,
      better: .lower,
      means: "Time-critical patients whose hospital lacked the centre and another had it, per year",
      source: "TZ-18",
      formula: .perYear([Series(.sentToCentre, FacilityKind.hospitalLanes)], times: 1)
    ),
  ]
}
