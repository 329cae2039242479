/// The measures with which a comparison begins; the full list stands in the readings.
public enum Headlines {
  /// By name, in the order of the patient's way through the county.
  public static let measures = [
    "visits.grassrootsShare",
    "visits.inCountyShare",
    "admissions.inCountyShare",
    "fund.inCountyShare",
    "visits.perResident",
    "need.unmetShare",
    "visits.selfReferredShare",
    "admissions.bypassShare",
    "referral.upShare",
    "referral.downShare",
    "wait.countyMorning",
    "beds.occupancy.county",
    "beds.boardingTime",
    "ems.realised",
    "ems.handover",
    "money.pocketPerResident",
  ]
}
