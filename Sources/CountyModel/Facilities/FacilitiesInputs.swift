/// What it makes of a facility to be of a grade, against one without it.
struct FacilityGrade {
  /// Utility in the eyes of those who choose.
  let shift: Double
  /// Share of otherwise untreatable cases that it finishes, by severity.
  let uplift: [Double]
  /// Share of inpatients beyond an ordinary township bed whom it admits, by severity.
  let stays: [Double]
  /// Beds and physicians against one without the grade.
  let beds: Double
  let staff: Double

  /// A facility without a grade.
  static let none = FacilityGrade(
    shift: 0,
    uplift: [0, 0, 0],
    stays: [0, 0, 0],
    beds: 1,
    staff: 1
  )

  private init(shift: Double, uplift: [Double], stays: [Double], beds: Double, staff: Double) {
    self.shift = shift
    self.uplift = uplift
    self.stays = stays
    self.beds = beds
    self.staff = staff
  }

  init(from figures: inout some FigureReader) {
    shift = figures.number("shift", .number, -2...3, zh: "就诊意愿变化", en: "utility of the grade")
    uplift = figures.numbers(
      "uplift",
      .share,
      0...1,
      count: 3,
      zh: "原不能诊治病例中可诊治比例（轻、中、重）",
      en: "otherwise untreatable cases finished, by severity"
    )
    stays = figures.numbers(
      "stays",
      .share,
      0...1,
      count: 3,
      zh: "超出一般卫生院能力的住院可收治比例",
      en: "inpatients beyond a township bed whom it admits"
    )
    beds = figures.number("beds", .number, 0.5...10, zh: "床位倍数", en: "beds, multiplier")
    staff = figures.number("staff", .number, 0.5...10, zh: "所需医师倍数", en: "physicians, multiplier")
  }
}

/// Facilities: their grades today, what a grade is, and what nurses can staff.
struct FacilitiesInputs {
  /// Share at standard, or community hospitals, today: largest first.
  let standardToday: Double
  let villageStandardToday: Double
  let communityHospitalsToday: Double
  let standard: FacilityGrade
  let villageStandard: FacilityGrade
  let communityHospital: FacilityGrade
  let subCentre: FacilityGrade
  let levelTwo: FacilityGrade
  /// A county hospital that becomes tertiary.
  let tertiary: FacilityGrade
  /// What a specialty department at a township, and a key specialty at a county hospital, finishes
  /// of its field, by severity.
  let departmentUplift: [Double]
  let keyUplift: [Double]
  /// A village clinic with a doctor of the township.
  let postedShift: Double
  let postedUplift: [Double]
  /// Physicians on duty whom the township lacks for one who is at a village, and the share of its own
  /// below which it sends nobody.
  let postedCost: Double
  let centreKeeps: Double
  /// Share of the drugs a village lacks against the township that being run by it supplies.
  let runDrugs: Double
  /// Nurses per 1,000 residents today, nurses for one more bed, and the share of added beds for
  /// which there are nurses today.
  let nursesPerThousand: Double
  let nursesPerBed: Double
  let nurseSlack: Double

  init(from figures: inout some FigureReader) {
    func share(_ path: String, _ zh: String, _ en: String) -> Double {
      figures.number(path, .share, 0...1, zh: zh, en: en)
    }
    func shares(_ path: String, _ zh: String, _ en: String) -> [Double] {
      figures.numbers(path, .share, 0...1, count: 3, zh: zh, en: en)
    }
    func number(_ path: String, _ range: ClosedRange<Double>, _ zh: String, _ en: String) -> Double
    {
      figures.number(path, .number, range, zh: zh, en: en)
    }
    func grade(_ path: String) -> FacilityGrade {
      figures.section(path) { FacilityGrade(from: &$0) }
    }
    standardToday = share("standardToday", "乡镇机构达推荐标准现状", "townships at standard today")
    villageStandardToday = share(
      "villageStandardToday",
      "村级机构达标准现状",
      "village clinics at standard today"
    )
    communityHospitalsToday = share(
      "communityHospitalsToday",
      "社区医院现状比例",
      "townships that are community hospitals today"
    )
    standard = grade("standard")
    villageStandard = grade("villageStandard")
    communityHospital = grade("communityHospital")
    subCentre = grade("subCentre")
    levelTwo = grade("levelTwo")
    tertiary = grade("tertiary")
    departmentUplift = shares("departmentUplift", "特色科室可诊治比例", "cases a department finishes")
    keyUplift = shares("keyUplift", "重点专科可诊治比例", "cases a key specialty finishes")
    postedShift = number("postedShift", -2...3, "派驻村医就诊意愿变化", "utility of a posted doctor")
    postedUplift = shares("postedUplift", "派驻村医可诊治比例", "cases a posted doctor finishes")
    postedCost = share("postedCost", "派驻一名医师卫生院减少的医师", "physicians a posting costs")
    centreKeeps = share("centreKeeps", "卫生院至少留下的医师比例", "physicians a centre keeps")
    runDrugs = share("runDrugs", "领办补足缺药比例", "missing drugs that being run supplies")
    nursesPerThousand = number("nursesPerThousand", 0...30, "每千人口注册护士", "nurses per 1,000")
    nursesPerBed = number("nursesPerBed", 0.05...3, "每张新增床位所需护士", "nurses for one more bed")
    nurseSlack = share("nurseSlack", "现有护士可支持的新增床位比例", "added beds with nurses today")
  }
}
