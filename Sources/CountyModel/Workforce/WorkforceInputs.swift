/// Absence, ward rounds, and what a posted physician changes.
struct WorkforceInputs {
  /// Share of physician days lost to leave, training and illness.
  let absence: Double
  /// Minutes a day that a taken bed takes from the sessions of outpatient physicians, 0 to 30: at
  /// township and community centres, at county hospitals.
  let roundMinutes: [Double]
  /// Shift of grassroots utility from the first physician posted to a township centre.
  let postedShift: Double
  /// Share of what the township could not treat that a posted specialist can.
  let postedSkill: Double
  /// What a posted junior, middle-grade, senior physician brings, against the middle grade, 0 to 3.
  let gradeSkill: [Double]
  /// Share of the working week a county posting spends seeing patients at the township.
  let postedClinicShare: Double
  /// Share of a hospital physician's working week spent in outpatient clinics.
  let donorClinicShare: Double
  /// Share of the skill that stays when the posting has ended.
  let residual: Double
  /// Days of one spell of leave or illness.
  let leaveSpell: Double
  /// Days of one training away from the post.
  let trainingLength: Double
  /// Skill a township gains when one of its physicians trains each year.
  let trainingSkill: Double
  /// Days a post stands empty between two postings.
  let postingGap: Double
  /// Days over which a township learns from those posted, and forgets when they have gone.
  let learningTime: Double
  let forgettingTime: Double
  /// Licensed share of village doctors today.
  let licensedShare: Double
  /// Utility and skill of village clinics if all their doctors were licensed against none.
  let licensedShift: Double
  let licensedSkill: Double
  /// Village doctors and township staff per 1,000 residents they serve, and physicians per 1,000
  /// residents of the county.
  let villageDoctorsPerThousand: Double
  let townshipStaffPerThousand: Double
  let physiciansPerThousand: Double
  /// Working days of a year.
  let workingDays: Double

  init(from figures: inout some FigureReader) {
    absence = figures.number("absence", .share, 0...0.9, zh: "缺勤比例", en: "absence")
    workingDays = figures.number(
      "workingDays",
      .number,
      200...366,
      zh: "年工作日数",
      en: "working days of a year"
    )
    roundMinutes = figures.numbers(
      "roundMinutes",
      .minutes,
      0...30,
      count: 2,
      zh: "每张占用床位每日占门诊医生查房时间（乡镇、县级）",
      en: "minutes of rounds per taken bed and day, from outpatient physicians: townships, county"
    )
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
    gradeSkill = figures.numbers(
      "gradeSkill",
      .number,
      0...3,
      count: Posting.Grade.allCases.count,
      zh: "派驻医生按职称的作用（初级、中级、高级，中级为1）",
      en: "effect of a posting by grade: junior, middle, senior, against the middle grade"
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
    leaveSpell = figures.number(
      "leaveSpell",
      .days,
      1...365,
      zh: "缺勤每次天数",
      en: "days of one spell of leave"
    )
    trainingLength = figures.number(
      "trainingLength",
      .days,
      1...365,
      zh: "进修时长",
      en: "days of one training away"
    )
    trainingSkill = figures.number(
      "trainingSkill",
      .share,
      0...1,
      zh: "每院每年一人进修提升的能力",
      en: "skill gained when one per centre trains each year"
    )
    postingGap = figures.number(
      "postingGap",
      .days,
      0...365,
      zh: "轮换空档",
      en: "days between two postings at one post"
    )
    learningTime = figures.number(
      "learningTime",
      .days,
      1...3650,
      zh: "带教见效时间",
      en: "days until most of it is learnt"
    )
    forgettingTime = figures.number(
      "forgettingTime",
      .days,
      1...3650,
      zh: "撤回后消退时间",
      en: "days until most of it is forgotten"
    )
    licensedShare = figures.number(
      "licensedShare",
      .share,
      0...1,
      zh: "乡村医生执业（助理）医师比例",
      en: "licensed share of village doctors"
    )
    licensedShift = figures.number(
      "licensedShift",
      .number,
      -2...2,
      zh: "执业资格对村级效用的影响",
      en: "village utility if all were licensed"
    )
    licensedSkill = figures.number(
      "licensedSkill",
      .share,
      0...1,
      zh: "执业资格提升的诊治能力",
      en: "village skill if all were licensed"
    )
    villageDoctorsPerThousand = figures.number(
      "villageDoctorsPerThousand",
      .number,
      0.05...10,
      zh: "每千人口村医数",
      en: "village doctors per 1,000 residents"
    )
    townshipStaffPerThousand = figures.number(
      "townshipStaffPerThousand",
      .number,
      0.05...10,
      zh: "每千人口卫生院编制",
      en: "township staff per 1,000 residents"
    )
    physiciansPerThousand = figures.number(
      "physiciansPerThousand",
      .number,
      0.05...20,
      zh: "每千人口执业（助理）医师数",
      en: "physicians per 1,000 residents"
    )
  }
}
