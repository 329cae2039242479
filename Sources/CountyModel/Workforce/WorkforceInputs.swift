/// Absence, and what a posted physician changes.
struct WorkforceInputs {
  /// Share of physician days lost to leave, training and illness.
  let absence: Double
  /// Shift of grassroots utility from the first physician posted to a township centre.
  let postedShift: Double
  /// Share of what the township could not treat that a posted specialist can.
  let postedSkill: Double
  /// Share of the working week a county posting spends seeing patients at the township.
  let postedClinicShare: Double
  /// Share of a hospital physician's working week spent in outpatient clinics.
  let donorClinicShare: Double
  /// Share of the skill that stays when the posting has ended.
  let residual: Double

  init(from figures: inout some FigureReader) {
    absence = figures.number("absence", .share, 0...0.9, zh: "缺勤比例", en: "absence")
    postedShift = figures.number(
      "postedShift",
      .number,
      -1...2,
      zh: "派驻医生对基层效用的提升",
      en: "utility shift from a posted doctor"
    )
    postedSkill = figures.number(
      "postedSkill",
      .share,
      0...1,
      zh: "派驻医生提升的诊治能力",
      en: "skill gained from a posted doctor"
    )
    postedClinicShare = figures.number(
      "postedClinicShare",
      .share,
      0...1,
      zh: "派驻医生出诊时间占比",
      en: "clinic share of a posted week"
    )
    donorClinicShare = figures.number(
      "donorClinicShare",
      .share,
      0...1,
      zh: "医院医生门诊时间占比",
      en: "clinic share of a hospital week"
    )
    residual = figures.number(
      "residual",
      .share,
      0...1,
      zh: "派驻结束后留存",
      en: "residual after the posting"
    )
  }
}
