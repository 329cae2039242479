/// Whether referrals are made, followed and accepted, up and down.
struct ReferralInputs {
  /// Logit of following an up-referral: constant, per minute of travel, per step of severity.
  let attendance: Double
  let attendancePerMinute: Double
  let attendancePerSeverity: Double
  /// Logit per hundred yuan that the patient expects to pay at the destination: visits, stays.
  let attendanceOutOfPocket: [Double]
  /// Yuan at which the price leaves attendance as the other terms have it: visits, stays.
  let attendanceReferencePrice: [Double]
  /// Added when the family doctor can book a reserved slot.
  let attendanceBooked: Double
  /// Added at full follow-up by the family doctor.
  let attendanceFollowed: Double
  /// Chance that the doctor writes a referral when the patient cannot be treated here; the others
  /// are told to go to a hospital on their own.
  let refers: Double
  /// Logit of writing a letter: per minute to the general hospital, per step of severity, and for
  /// patients under contract; `refers` is the chance without them.
  let letterPerMinute: Double
  let letterPerSeverity: Double
  let letterContracted: Double
  /// Share of village cases fit for a township centre that are sent there and not to a hospital.
  let stepwise: Double
  /// Least chance of definitive treatment with which a level suits a case.
  let suitable: Double
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
  /// What the convenient channel with joint wards adds at full strength: logits of offering and of
  /// accepting step-down, and a factor on the remaining stay.
  let channelOffers: Double
  let channelAccepts: Double
  let channelRemainder: Double

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
    attendanceOutOfPocket = figures.numbers(
      "attendanceOutOfPocket",
      .number,
      -5...0,
      count: 2,
      zh: "每百元自付影响：门诊、住院",
      en: "attendance per hundred yuan out of pocket: visits, stays"
    )
    attendanceReferencePrice = figures.numbers(
      "attendanceReferencePrice",
      .yuan,
      0...100_000,
      count: 2,
      zh: "自付影响的参照价格：门诊、住院",
      en: "price out of pocket that leaves attendance as it is: visits, stays"
    )
    attendanceBooked = figures.number(
      "attendanceBooked",
      .number,
      0...10,
      zh: "预约号源影响",
      en: "attendance with a booked slot"
    )
    attendanceFollowed = figures.number(
      "attendanceFollowed",
      .number,
      0...10,
      zh: "家庭医生跟踪影响",
      en: "attendance when the family doctor follows up"
    )
    refers = figures.number("refers", .share, 0...1, zh: "医生开具转诊概率", en: "doctor writes a referral")
    letterPerMinute = figures.number(
      "letterPerMinute",
      .number,
      -1...1,
      zh: "路程对开具转诊单的影响",
      en: "letter per minute to the hospital"
    )
    letterPerSeverity = figures.number(
      "letterPerSeverity",
      .number,
      -10...10,
      zh: "病情对开具转诊单的影响",
      en: "letter per step of severity"
    )
    letterContracted = figures.number(
      "letterContracted",
      .number,
      -10...10,
      zh: "签约对开具转诊单的影响",
      en: "letter for patients under contract"
    )
    stepwise = figures.number(
      "stepwise",
      .share,
      0...1,
      zh: "村级逐级上转比例",
      en: "village cases sent to the township first"
    )
    suitable = figures.number(
      "suitable",
      .share,
      0...1,
      zh: "分级诊疗目录适宜阈值",
      en: "least chance of treatment that suits a level"
    )
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
    channelOffers = figures.number(
      "channelOffers",
      .number,
      -10...10,
      zh: "便捷通道对提出下转的影响",
      en: "step-down offers with the convenient channel"
    )
    channelAccepts = figures.number(
      "channelAccepts",
      .number,
      -10...10,
      zh: "便捷通道对接受下转的影响",
      en: "step-down acceptance with the convenient channel"
    )
    channelRemainder = figures.number(
      "channelRemainder",
      .number,
      0.1...5,
      zh: "联合病房剩余住院日系数",
      en: "remaining stay with joint wards"
    )
  }
}
