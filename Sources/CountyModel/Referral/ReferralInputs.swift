/// Whether referrals are made, followed and accepted, up and down.
struct ReferralInputs {
  /// Logit of following an up-referral: constant, per minute of travel, per step of severity.
  let attendance: Double
  let attendancePerMinute: Double
  let attendancePerSeverity: Double
  /// Added when the family doctor can book a reserved slot.
  let attendanceBooked: Double
  /// Chance that the doctor writes a referral when the patient cannot be treated here; the others
  /// are told to go to a hospital on their own.
  let refers: Double
  /// Share of out-of-city patients without a referral who file in time all the same.
  let filesDirectly: Double
  /// Chance that the ward offers step-down to one who is eligible.
  let offers: Double
  /// Chance that the family accepts.
  let accepts: Double
  /// Share of the stay spent before the patient is stable.
  let acuteShare: Double
  /// Remaining stay in a township bed against the remaining stay at the hospital.
  let remainderFactor: Double

  init(from figures: inout some FigureReader) {
    attendance = figures.number(
      "attendance",
      .number,
      -10...10,
      zh: "转诊就诊常数",
      en: "constant of attendance"
    )
    attendancePerMinute = figures.number(
      "attendancePerMinute",
      .number,
      -1...0,
      zh: "每分钟路程影响",
      en: "attendance per minute"
    )
    attendancePerSeverity = figures.number(
      "attendancePerSeverity",
      .number,
      0...10,
      zh: "病情影响",
      en: "attendance per step of severity"
    )
    attendanceBooked = figures.number(
      "attendanceBooked",
      .number,
      0...10,
      zh: "预约号源影响",
      en: "attendance with a booked slot"
    )
    refers = figures.number("refers", .share, 0...1, zh: "医生开具转诊概率", en: "doctor writes a referral")
    filesDirectly = figures.number(
      "filesDirectly",
      .share,
      0...1,
      zh: "自行备案比例",
      en: "files without a referral"
    )
    offers = figures.number("offers", .share, 0...1, zh: "医院提出下转概率", en: "step-down offered")
    accepts = figures.number("accepts", .share, 0...1, zh: "家属接受下转概率", en: "step-down accepted")
    acuteShare = figures.number(
      "acuteShare",
      .share,
      0.05...1,
      zh: "急性期占住院日比例",
      en: "acute share of the stay"
    )
    remainderFactor = figures.number(
      "remainderFactor",
      .number,
      0.1...5,
      zh: "下转后住院日系数",
      en: "remaining stay factor"
    )
  }
}
