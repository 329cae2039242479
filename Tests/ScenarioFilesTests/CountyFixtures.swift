/// Counties that could be laid out but for one figure, or for some of one kind.
enum CountyFixtures {
  /// How each is made, by name.
  static let makers: [String: GeneratedFixtures.Maker] = changes.mapValues { maker($0) }

  private static func maker(_ values: [String: String]) -> GeneratedFixtures.Maker {
    { folder, name in try folder.write(text(values), to: name) }
  }

  /// The text of a county with some of its values exchanged.
  static func text(_ values: [String: String]) -> String {
    CountySkeleton.text(overriding: CountySkeleton.layable.merging(values) { $1 })
  }

  /// A weight of 0 for every hour.
  static let noHour = list(of: 24)
  /// A weight of 0 for every day of the week.
  static let noWeekday = list(of: 7)
  /// A share of 0 for every age band.
  static let noAge = list(of: 9)

  private static func list(of count: Int) -> String {
    "[" + Array(repeating: "0", count: count).joined(separator: ", ") + "]"
  }

  /// What is exchanged in each.
  private static let changes: [String: [String: String]] = [
    "118-nobody": ["geography.residents": "0"],
    "126-shares-above": ["conditions.severity": "[0.8, 0.8, 0.8]"],
    "126-shares-below": ["conditions.severity": "[0.5, 0.4, 0.09]"],
    "126-shares-in-decimals": ["conditions.severity": "[0.1, 0.2, 0.7]"],
    "126-age-shares": [
      "geography.ageShares": "[0.06, 0.16, 0.1, 0.13, 0.12, 0.14, 0.13, 0.1, 0.059999]"
    ],
    "128-no-share": ["conditions.severity": "[0, 0, 0]", "geography.ageShares": noAge],
    "128-no-hour": [
      "population.emergencyHours": noHour,
      "population.callHours": noHour,
      "firstContact.hospitalHours": noHour,
      "firstContact.grassrootsHours": noHour,
    ],
    "128-no-weekday": [
      "population.clinicWeekdays": noWeekday,
      "population.emergencyWeekdays": noWeekday,
      "population.callWeekdays": noWeekday,
      "firstContact.hospitalWeekdays": noWeekday,
      "beds.electiveWeekdays": noWeekday,
    ],
    "244-sessions-overlap": [
      "clinics.grassrootsSessions": "[07:00, 14:00, 13:00, 19:30]",
      "clinics.hospitalSessions": "[07:30, 13:31, 13:30, 17:30]",
    ],
    "244-sessions-touch": ["clinics.grassrootsSessions": "[07:00, 12:00, 12:00, 19:30]"],
    "245-sessions-backwards": [
      "clinics.grassrootsSessions": "[12:00, 07:00, 13:00, 19:30]",
      "clinics.hospitalSessions": "[07:30, 12:00, 17:30, 13:30]",
    ],
    "245-hours-backwards": [
      "beds.dischargeHours": "[16:00, 09:30]",
      "beds.plannedHours": "[12:00, 08:00]",
    ],
  ]
}
