import Geography

extension Count {
  /// Episodes with a contact, lanes by kind of the first facility.
  static var firstContacts: Count { Count(.firstContact, 0) }
  /// Needs that ended without care, lanes by `UnmetReason`.
  static var unmet: Count { Count(.firstContact, 1) }
  /// Visits to county outpatients on one's own account, those of them with a time slot, and the days
  /// from booking to slot.
  static var ownVisits: Count { Count(.firstContact, 2) }
  static var slotsBooked: Count { Count(.firstContact, 3) }
  static var slotDays: Count { Count(.firstContact, 4) }
  /// Appointments not kept.
  static var missedSlots: Count { Count(.firstContact, 5) }
  /// Walk-ins sent to the wrong desk first.
  static var misrouted: Count { Count(.firstContact, 6) }
  /// Visits online, lanes by kind of hospital.
  static var onlineVisits: Count { Count(.firstContact, 7) }
  /// Journeys from home to a first contact, and milliseconds they took, lanes by kind of facility.
  static var journeys: Count { Count(.firstContact, 8) }
  static var journeyTime: Count { Count(.firstContact, 9) }
}

extension FirstContact {
  static let measures: [Measure] =
    contactMeasures + bookingMeasures + travelMeasures
    + [
      unmet("need.unmetPrice", .price, "因费用未就诊占比", "Needs unmet for the price"),
      unmet("need.unmetDistance", .distance, "因路远未就诊占比", "Needs unmet for the distance"),
      unmet("need.unmetWait", .wait, "因候诊未就诊占比", "Needs unmet for the wait expected"),
    ]

  private static func unmet(
    _ id: String,
    _ reason: UnmetReason,
    _ zh: String,
    _ en: String
  ) -> Measure {
    Measure(
      id,
      zh: zh,
      en: en,
      unit: .share,
      better: .lower,
      means: "Needs whose person would have sought care but for this one thing / all needs",
      formula: .ratio([Series(.unmet, [reason.rawValue])], over: [Series(.needs)], times: 1)
    )
  }

  private static let contactMeasures: [Measure] = [
    Measure(
      "firstContact.grassrootsShare",
      zh: "基层首诊率",
      en: "First contact at grassroots",
      unit: .share,
      better: .higher,
      means:
        "New episodes whose first contact is a grassroots facility / new episodes with a contact",
      source: "YD-05 基层首诊",
      formula: .ratio(
        [Series(.firstContacts, FacilityKind.grassrootsLanes)],
        over: [Series(.firstContacts)],
        times: 1
      )
    ),
    Measure(
      "need.unmetShare",
      zh: "未就诊需求占比",
      en: "Needs without care",
      unit: .share,
      better: .lower,
      means: "Needs that end in self-care or in giving up / all needs",
      formula: .ratio([Series(.unmet)], over: [Series(.needs)], times: 1)
    ),
    Measure(
      "need.gaveUpShare",
      zh: "候诊放弃占比",
      en: "Needs given up after waiting",
      unit: .share,
      better: .lower,
      means: "Needs that end because the line was too long / all needs",
      formula: .ratio([Series(.unmet, [1])], over: [Series(.needs)], times: 1)
    ),
  ]
}
