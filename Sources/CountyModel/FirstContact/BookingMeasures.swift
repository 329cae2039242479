import Geography

extension FirstContact {
  /// Measures of appointments, wrong turnings and visits online.
  static let bookingMeasures: [Measure] = [
    Measure(
      "appointments.share",
      zh: "分时段预约诊疗率",
      en: "Time-slot appointment share",
      unit: .share,
      better: .higher,
      means:
        "Visits to county outpatients by time slot / visits to county outpatients on one's own",
      source: "LYG-52",
      formula: .ratio([Series(.slotsBooked)], over: [Series(.ownVisits)], times: 1)
    ),
    Measure(
      "appointments.days",
      zh: "预约等待天数",
      en: "Wait for an appointment",
      unit: .days,
      better: .lower,
      means: "Days from booking to time slot, mean over bookings",
      source: "B-03",
      formula: .ratio([Series(.slotDays)], over: [Series(.slotsBooked)], times: 1)
    ),
    Measure(
      "appointments.missed",
      zh: "爽约占比",
      en: "Appointments not kept",
      unit: .share,
      better: .lower,
      means: "Appointments not kept / appointments booked",
      source: "C-39",
      formula: .ratio([Series(.missedSlots)], over: [Series(.slotsBooked)], times: 1)
    ),
    Measure(
      "visits.misrouted",
      zh: "挂错科室人次",
      en: "Walk-ins sent to the wrong desk",
      unit: .perYear,
      better: .lower,
      means: "Walk-ins at county outpatients who went to the wrong desk first, per year",
      source: "LYG-58",
      formula: .perYear([Series(.misrouted)], times: 1)
    ),
    Measure(
      "visits.online",
      zh: "互联网诊疗人次",
      en: "Visits online",
      unit: .perYear,
      better: .neutral,
      means: "Visits to internet clinics of county hospitals, per year; in no visit share",
      source: "BZ-35, YD-18",
      formula: .perYear([Series(.onlineVisits)], times: 1)
    ),
    Measure(
      "visits.grassrootsShareOnline",
      zh: "基层就诊率（线上计入医院）",
      en: "Grassroots visit share, online visits counted as hospital visits",
      unit: .share,
      better: .higher,
      means: "Grassroots visits / visits at institutions in the county and online",
      source: "model.md §10, counting rules",
      formula: .ratio(
        [Series(.visits, FacilityKind.grassrootsLanes)],
        over: [Series(.visits, FacilityKind.countyLanes), Series(.onlineVisits)],
        times: 1
      )
    ),
  ]
}
