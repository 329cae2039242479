import Geography

extension Clinics {
  /// Measures of appointments kept, reserved places and time spent at desks.
  static let accessMeasures: [Measure] = [
    access("wait.county.walkIn", "县级门诊未预约患者候诊", "Mean county wait, walk-ins", lane: 0),
    access("wait.county.booked", "县级门诊预约患者候诊", "Mean county wait, booked", lane: 1),
    access("wait.county.referred", "县级门诊转诊患者候诊", "Mean county wait, referred", lane: 2),
    Measure(
      "wait.result",
      zh: "县级出结果后再次候诊",
      en: "Mean county wait with a result",
      unit: .minutes,
      better: .lower,
      means: "Wait of county outpatients who come back with a result, mean",
      formula: .ratio(
        [Series(.returnWaitTime, FacilityKind.hospitalLanes)],
        over: [Series(.returnWaits, FacilityKind.hospitalLanes)],
        times: 1.0 / 60_000
      )
    ),
    Measure(
      "reserved.use",
      zh: "预留号源利用率",
      en: "Use of reserved consultations",
      unit: .share,
      better: .higher,
      means: "Reserved consultations taken by patients of family doctors / those reserved",
      source: "TZ-32 预留资源利用率",
      formula: .ratio([Series(.reservedUsed)], over: [Series(.reservedPlaces)], times: 1)
    ),
    Measure(
      "clinic.turnedAway",
      zh: "基层闭诊后到达人次",
      en: "Grassroots patients who come after closing",
      unit: .perYear,
      better: .lower,
      means: "Patients who find a grassroots clinic closed and return next morning, per year",
      source: "TZ-34",
      formula: .perYear([Series(.turnedAway, FacilityKind.grassrootsLanes)], times: 1)
    ),
    Measure(
      "visit.countyCashier",
      zh: "县级门诊缴费时间",
      en: "Cashier time, county outpatients",
      unit: .minutes,
      better: .lower,
      means: "Time at the cashier per county outpatient visit, mean",
      source: "LYG-51",
      formula: .ratio(
        [Series(.cashierTime, FacilityKind.hospitalLanes)],
        over: [Series(.visits, FacilityKind.hospitalLanes)],
        times: 1.0 / 60_000
      )
    ),
    Measure(
      "visit.townshipCashier",
      zh: "乡镇门诊缴费时间",
      en: "Cashier time, township outpatients",
      unit: .minutes,
      better: .lower,
      means: "Time at the cashier per township outpatient visit, mean",
      source: "YD-14",
      formula: .ratio(
        [Series(.cashierTime, FacilityKind.lanes { $0.tier == .township })],
        over: [Series(.visits, FacilityKind.lanes { $0.tier == .township })],
        times: 1.0 / 60_000
      )
    ),
  ]

  private static func access(_ id: String, _ zh: String, _ en: String, lane: Int) -> Measure {
    Measure(
      id,
      zh: zh,
      en: en,
      unit: .minutes,
      better: .lower,
      means: "Wait at county outpatients from the door to the first consultation, mean",
      source: "C-38",
      formula: .ratio(
        [Series(.waitTimeByAccess, [lane])],
        over: [Series(.waitsByAccess, [lane])],
        times: 1.0 / 60_000
      )
    )
  }
}
