/// Levers on outpatient capacity.
struct ClinicsLevers {
  /// Share of county specialists kept for patients sent by family doctors.
  let reserved: Timeline
  /// Share of that capacity which stays idle when no such patient waits; 0 releases all of it.
  let reservedHeld: Timeline
  /// How long before the end of its day reserved capacity is released.
  let reservedRelease: Timeline
  /// Share of hospital outpatients who come by time slot, where that is more than today.
  let timeSlots: Timeline
  /// Share of hospital outpatients who pay after treatment.
  let payLater: Timeline
  /// Share of township centres with a reorganised outpatient department.
  let bigOutpatient: Timeline
  /// Minutes for which grassroots clinics stay open longer in the evening.
  let evening: Timeline
  /// Share of wrong turnings that guidance to the right clinic avoids.
  let triage: Timeline
  /// Share of missed appointments that reminders avoid.
  let reminders: Timeline
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
    reservedRelease = levers.lever(
      "clinics.reservedRelease",
      .minutes,
      0...14_400,
      neutral: 0,
      zh: "预留号源在就诊日结束前多久释放",
      en: "How long before the end of its day reserved capacity is released",
      plan: ["TZ-32"]
    )
    timeSlots = levers.lever(
      "clinics.timeSlots",
      .share,
      0...1,
      neutral: 0,
      zh: "县级医院分时段预约诊疗率（高于现状时生效）",
      en: "Time-slot appointments at county hospitals, where above today's share",
      plan: ["LYG-52", "YD-18", "BZ-35"]
    )
    payLater = levers.lever(
      "clinics.payLater",
      .share,
      0...1,
      neutral: 0,
      zh: "门诊先医后付使用率",
      en: "Outpatients who are treated first and pay later",
      plan: ["LYG-51"]
    )
    bigOutpatient = levers.lever(
      "clinics.bigOutpatient",
      .share,
      0...1,
      neutral: 0,
      zh: "实行大门诊的乡镇机构比例",
      en: "Township institutions with a reorganised outpatient department",
      plan: ["YD-14"]
    )
    evening = levers.lever(
      "clinics.evening",
      .minutes,
      0...240,
      neutral: 0,
      zh: "基层延长夜间门诊",
      en: "Evening session at grassroots facilities",
      plan: ["TZ-34"]
    )
    triage = levers.lever(
      "clinics.triage",
      .share,
      0...1,
      neutral: 0,
      zh: "智能导诊避免的错挂号比例",
      en: "Wrong turnings avoided by guidance to the right clinic",
      plan: ["LYG-58"]
    )
    reminders = levers.lever(
      "clinics.reminders",
      .share,
      0...1,
      neutral: 0,
      zh: "就诊提醒避免的爽约比例",
      en: "Missed appointments avoided by reminders",
      plan: []
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
