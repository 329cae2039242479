import Geography

extension Clinics {
  /// Visits that a physician sees on a day of duty.
  ///
  /// Official figures divide visits by physicians and by 251 working days. Who works 251 days a year
  /// gives 251 days of duty, so that days of duty stand for both. But official figures average over
  /// all physicians, those of the wards too; these are the ones on duty at outpatients, who see
  /// more.
  static let workloadMeasures: [Measure] = [
    perDutyDay(
      "visits.perDutyDay.county",
      "县级医院门诊医师日均诊疗人次",
      "Visits per outpatient physician and day, county hospitals",
      "C-23, C-27",
      FacilityKind.hospitalLanes
    ),
    perDutyDay(
      "visits.perDutyDay.grassroots",
      "基层门诊医师日均诊疗人次",
      "Visits per outpatient physician and day, grassroots",
      "C-24, C-25, C-27",
      FacilityKind.grassrootsLanes
    ),
    perDutyDay(
      "visits.perDutyDay.township",
      "乡镇卫生院、社区卫生服务中心门诊医师日均诊疗人次",
      "Visits per outpatient physician and day, township and community centres",
      "C-24, C-25, C-27",
      FacilityKind.lanes { $0.tier == .township }
    ),
  ]

  private static func perDutyDay(
    _ id: String,
    _ zh: String,
    _ en: String,
    _ source: String,
    _ lanes: [Int]
  ) -> Measure {
    Measure(
      id,
      zh: zh,
      en: en,
      unit: .ratio,
      better: .neutral,
      means: "Visits / days of duty of physicians at outpatients, wards left out",
      source: source,
      formula: .ratio([Series(.visits, lanes)], over: [Series(.dutyDays, lanes)], times: 1)
    )
  }
}
