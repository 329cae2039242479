/// Levers on outpatient capacity.
struct ClinicsLevers {
  /// Share of county specialists kept for patients sent by family doctors.
  let reserved: Timeline
  /// Share of that capacity which stays idle when no such patient waits; 0 releases all of it.
  let reservedHeld: Timeline
  /// County outpatient physicians against today.
  let countyPhysicians: Timeline

  init(from levers: inout some LeverReader) {
    reserved = levers.lever(
      "clinics.reserved",
      .share,
      0...0.9,
      neutral: 0,
      zh: "预留给家庭医生转诊的专家号源比例",
      en: "Specialist capacity reserved for family-doctor referrals",
      plan: ["TZ-32"]
    )
    reservedHeld = levers.lever(
      "clinics.reservedHeld",
      .share,
      0...1,
      neutral: 0,
      zh: "预留号源不释放比例",
      en: "Share of reserved capacity never released",
      plan: ["TZ-32"]
    )
    countyPhysicians = levers.lever(
      "clinics.countyPhysicians",
      .number,
      0...3,
      neutral: 1,
      zh: "县级门诊医生倍数",
      en: "County outpatient physicians, multiplier",
      plan: []
    )
  }
}
