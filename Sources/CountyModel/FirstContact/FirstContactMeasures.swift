import Geography

extension Count {
  /// Episodes with a contact, lanes by kind of the first facility.
  static var firstContacts: Count { Count(.firstContact, 0) }
  /// Needs that ended without care: lane 0 by choice, lane 1 after waiting.
  static var unmet: Count { Count(.firstContact, 1) }
}

extension FirstContact {
  static let measures: [Measure] = [
    Measure(
      "firstContact.grassrootsShare",
      zh: "基层首诊率",
      en: "First contact at grassroots",
      unit: .share,
      better: .higher,
      means:
        "New episodes whose first contact is a grassroots facility / new episodes with a contact",
      source: "YD-01 基层首诊",
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
