/// Levers on facilities: their grade, their specialty departments, and whether they are there at all.
///
/// A lever that is pulled without names takes the first so many facilities in an order of its own;
/// with `at:` it takes those that the policy names, at 1/2 and above.
struct FacilitiesLevers {
  /// County hospitals that become tertiary: general, then TCM, then MCH.
  let tertiary: PlacedTimeline
  /// Specialties in which each county hospital is strong.
  let keySpecialties: PlacedTimeline
  /// Share of township institutions, and of village clinics and stations, at their standard.
  let standard: PlacedTimeline
  let villageStandard: PlacedTimeline
  /// Share of township institutions that are community hospitals: community centres first.
  let communityHospitals: PlacedTimeline
  /// Sub-centres of the county, and those of them that work as hospitals of level two.
  let subCentres: PlacedTimeline
  let levelTwo: PlacedTimeline
  /// Specialty departments at each township institution.
  let departments: PlacedTimeline
  /// Share of township institutions with a department of a specialty, by specialty.
  let department: [PlacedTimeline]
  /// Village clinics that their township runs, that are merged away, and that it sends a doctor to.
  let villageRun: PlacedTimeline
  let merged: PlacedTimeline
  let posted: PlacedTimeline
  /// Days a week on which a team comes to villages whose clinic was merged.
  let roving: PlacedTimeline
  /// Facilities that are closed, and planned sites that are open.
  let closed: PlacedTimeline
  let opened: PlacedTimeline
  /// Nurses per 1,000 residents.
  let nurses: Timeline
  /// What grades do to demand against the prior.
  let appeal: Timeline
  let shocks: ShockLevers

  init(from levers: inout some LeverReader) {
    var desk = LeverDesk(levers: levers)
    tertiary = desk.count(
      "tertiary",
      0...20,
      zh: "转设三级的县级医院数（综合、中医、妇幼为序）",
      en: "County hospitals that become tertiary: general, TCM, MCH",
      plan: ["LYG-11", "LYG-12", "BZ-02", "BZ-09"]
    )
    keySpecialties = desk.count(
      "keySpecialties",
      0...8,
      zh: "每所县级医院的重点专科数",
      en: "Key specialties of each county hospital",
      plan: ["LYG-15"]
    )
    standard = desk.share(
      "standard",
      zh: "达推荐标准的乡镇机构比例（高于现状时生效）",
      en: "Township institutions at the recommended standard, where above today's share",
      plan: ["LYG-64", "BZ-14", "WD-42", "YD-19", "TZ-23"]
    )
    villageStandard = desk.share(
      "villageStandard",
      zh: "达标准的村级机构比例（高于现状时生效）",
      en: "Village clinics and stations at standard, where above today's share",
      plan: ["BZ-20", "TZ-23", "YD-21"]
    )
    communityHospitals = desk.share(
      "communityHospitals",
      zh: "建成社区医院的乡镇机构比例（社区中心优先，高于现状时生效）",
      en: "Township institutions that are community hospitals, where above today's share",
      plan: ["LYG-64", "BZ-13", "WD-06", "YD-14", "YD-20"]
    )
    subCentres = desk.count(
      "subCentres",
      0...100,
      zh: "县域医疗卫生次中心数",
      en: "County sub-centres",
      plan: ["BZ-12", "WD-07", "WD-15"]
    )
    levelTwo = desk.count(
      "levelTwo",
      0...100,
      zh: "达二级水平的次中心数",
      en: "Sub-centres that work as hospitals of level two",
      plan: ["BZ-15", "WD-07", "YD-14"]
    )
    departments = desk.number(
      "departments",
      0...8,
      zh: "每所乡镇机构的特色科室数",
      en: "Specialty departments at each township institution",
      plan: ["LYG-64", "BZ-15", "WD-38", "YD-26", "TZ-22"]
    )
    department = Specialty.allCases.map { specialty in
      desk.share(
        "department.\(specialty.rawValue)",
        zh: "设\(specialty.zh)特色科室的乡镇机构比例",
        en: "Township institutions with a specialty department: \(specialty.en)",
        plan: Self.rows(of: specialty)
      )
    }
    villageRun = desk.share(
      "villageRun",
      zh: "由乡镇卫生院领办的村卫生室比例",
      en: "Village clinics run by their township centre",
      plan: ["WD-03", "LYG-31"]
    )
    merged = desk.share(
      "merged",
      zh: "合并到邻近村卫生室的村卫生室比例（小者优先）",
      en: "Village clinics merged into the nearest other, smallest first",
      plan: ["BZ-18", "WD-04", "WD-08", "LYG-30"]
    )
    posted = desk.share(
      "posted",
      zh: "由卫生院派驻医师的村卫生室比例（小者优先）",
      en: "Village clinics to which the township sends a doctor, smallest first",
      plan: ["BZ-18", "WD-09"]
    )
    roving = desk.number(
      "roving",
      0...7,
      zh: "已合并村每周巡诊天数",
      en: "Days a week of rounds where the village clinic was merged",
      plan: ["BZ-18", "WD-09"]
    )
    closed = desk.count(
      "closed",
      0...1000,
      zh: "关闭的机构（不点名时为最大的若干乡镇机构）",
      en: "Facilities closed; without names the largest township institutions",
      plan: ["YD-02", "LYG-30"]
    )
    opened = desk.count(
      "opened",
      0...1000,
      zh: "启用的规划选址（不点名时按县文件次序）",
      en: "Planned sites in use; without names in the order of the county file",
      plan: ["BZ-10", "BZ-11", "YD-01", "YD-02", "YD-03"]
    )
    levers = desk.levers
    nurses = levers.lever(
      "facilities.nurses",
      .number,
      0...30,
      neutral: 0,
      zh: "每千人口注册护士（高于现状时生效）",
      en: "Nurses per 1,000 residents, where above today's",
      plan: ["YD-09"]
    )
    appeal = levers.lever(
      "facilities.appeal",
      .number,
      -2...3,
      neutral: 1,
      zh: "达标升级对就诊意愿影响的倍数（先验跨零）",
      en: "Effect of grades on demand, against the prior",
      plan: []
    )
    shocks = ShockLevers(from: &levers)
  }

  /// Rows of the plans that name a department: dialysis, breathing, hearts, hormones and stomachs are
  /// medicine; pain and rehabilitation are orthopaedics; eyes, ears and noses are sense.
  private static func rows(of specialty: Specialty) -> [String] {
    switch specialty {
    case .medicine: ["YD-04", "YD-26", "YD-27", "TZ-22"]
    case .orthopaedics: ["WD-38", "WD-39", "YD-26", "TZ-22"]
    case .tcm: ["YD-26", "YD-27", "TZ-22"]
    case .sense: ["WD-39", "YD-04", "YD-14", "YD-26"]
    case .paediatrics: ["WD-40", "TZ-22"]
    case .oncology: ["YD-03"]
    case .surgery, .obstetrics: []
    }
  }
}

/// Declares levers of this department.
private struct LeverDesk<Reader: LeverReader> {
  var levers: Reader

  mutating func share(_ name: String, zh: String, en: String, plan: [String]) -> PlacedTimeline {
    lever(name, .share, 0...1, zh, en, plan)
  }

  mutating func count(
    _ name: String,
    _ range: ClosedRange<Double>,
    zh: String,
    en: String,
    plan: [String]
  ) -> PlacedTimeline {
    lever(name, .count, range, zh, en, plan)
  }

  mutating func number(
    _ name: String,
    _ range: ClosedRange<Double>,
    zh: String,
    en: String,
    plan: [String]
  ) -> PlacedTimeline {
    lever(name, .number, range, zh, en, plan)
  }

  private mutating func lever(
    _ name: String,
    _ unit: FigureUnit,
    _ range: ClosedRange<Double>,
    _ zh: String,
    _ en: String,
    _ plan: [String]
  ) -> PlacedTimeline {
    levers.lever(
      "facilities.\(name)",
      unit,
      range,
      neutral: 0,
      reach: .facilities,
      zh: zh,
      en: en,
      plan: plan
    )
  }
}
