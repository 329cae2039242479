import Engine
import Geography

extension Clinics {
  /// Patients who find no physician free, beside the delay formula, where a clinic is near its
  /// steady state.
  ///
  /// A clinic with sessions is never stationary, but its memory is short: a consultation lasts
  /// minutes. An hour is compared when the doors stood open through it and through the hour before,
  /// and neither was busier than four fifths; loads are means over days of a kind, spread by the
  /// variation of daily totals. Slots, priorities and uneven loads within an hour are left out, for
  /// which a margin of five points is kept.
  func shadows() -> [Readings.Shadow] {
    ClinicHours.Group.allCases.compactMap { group in
      var books = SteadyHours()
      for place in byHour.clinics.indices where byHour.groups[place] == group {
        for kind in 0..<ClinicHours.kinds { weigh(place, kind, group, &books) }
      }
      return books.shadow(of: group, heldBack)
    }
  }

  /// Why nothing is compared under a policy that reserves places; `nil` otherwise.
  private var heldBack: Readings.Shadow.Scope? {
    guard levers.reserved.level > 0 else { return nil }
    return .nothing(
      zh: "留有预留号源的医生不接诊他人",
      en: "physicians are kept free for reserved places"
    )
  }

  private func weigh(
    _ place: Int,
    _ kind: Int,
    _ group: ClinicHours.Group,
    _ books: inout SteadyHours
  ) {
    let servers = byHour.staff(place: place, kind: kind)
    let variation = byHour.variation(of: group, kind: kind)
    let time = Double(max(1, byHour.days(of: kind))) * 3_600_000
    for hour in 0..<24 {
      let tally = byHour.tally(place: place, kind: kind, hour: hour)
      books.all += Int64(tally.begun)
      let before = byHour.tally(place: place, kind: kind, hour: hour - 1)
      let (load, earlier) = (Double(tally.work) / time, Double(before.work) / time)
      guard isOpen(through: hour, at: byHour.clinics[place]),
        isOpen(through: hour - 1, at: byHour.clinics[place]),
        servers >= 1, max(load, earlier) <= 0.8 * servers
      else { continue }
      let chance = ErlangShadow.delay(offered: load, servers: servers, variation: variation)
      books.compared += Int64(tally.begun)
      books.waited += Int64(tally.waited)
      books.expected += Double(tally.begun) * chance
    }
  }

  /// Whether a clinic's doors stand open through all of an hour.
  private func isOpen(through hour: Int, at clinic: ClinicID) -> Bool {
    let edges = sessions[Int(hours(of: clinic).rawValue)]
    let (begins, ends) = (Double(hour) * 60, Double(hour + 1) * 60)
    return (begins >= edges[0] && ends <= edges[1]) || (begins >= edges[2] && ends <= edges[3])
  }
}

/// Consultations of the hours in which clinics are near their steady state.
private struct SteadyHours {
  var all: Int64 = 0
  var compared: Int64 = 0
  var waited: Int64 = 0
  var expected = 0.0

  /// Patients who come within one relaxation time of each other count as one trial.
  private static let perTrial = 20.0
  private static let margin = 0.05

  func shadow(
    of group: ClinicHours.Group,
    _ heldBack: Readings.Shadow.Scope?
  ) -> Readings.Shadow? {
    guard all > 0 else { return nil }
    let name = group == .county ? (zh: "县级", en: "county") : (zh: "乡镇", en: "township")
    return Readings.Shadow(
      id: "clinic.\(group)",
      zh: "\(name.zh)门诊到诊需等候占比 = 排队公式",
      en: "\(name.en) outpatients who wait at all = delay formula",
      hits: waited,
      trials: compared,
      independent: Double(compared) / Self.perTrial,
      chance: expected / Double(max(1, compared)),
      margin: Self.margin,
      scope: heldBack ?? scope
    )
  }

  private var scope: Readings.Shadow.Scope {
    let percent = Int((100 * Double(compared) / Double(all)).rounded())
    guard percent > 0 else {
      return .nothing(
        zh: "没有接近稳态的时段：各时段负荷均超过八成或紧邻开闭诊",
        en: "no hour is near a steady state: all are too busy or at the edge of a session"
      )
    }
    return .part(
      zh: "\(percent)%的接诊，其余时段负荷超过八成或紧邻开闭诊",
      en: "\(percent) % of consultations; other hours are too busy or at the edge of a session"
    )
  }
}
