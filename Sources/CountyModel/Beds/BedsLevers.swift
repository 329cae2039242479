/// Levers on beds.
struct BedsLevers {
  /// Smallest share of grassroots beds for geriatric, rehabilitation and nursing care.
  let careShare: Timeline
  /// County beds against today.
  let countyBeds: Timeline
  /// Share of county beds kept for patients sent by family doctors.
  let reserved: Timeline
  /// Last share of the day in which reserved beds that nobody has used are open to all.
  let reservedReleased: Timeline
  /// Share of hospital patients who may lie in any ward but intensive care.
  let pooling: Timeline
  /// Stay of a patient who lies in another ward than the own, against the own.
  let outlierStay: Timeline
  /// Share of discharges settled at the bedside.
  let bedsideSettlement: Timeline
  /// Share of city admissions without a deposit.
  let zeroDeposit: Timeline
  /// Home beds and nursing-home beds per 10,000 residents.
  let homeBeds: Timeline
  let nursingBeds: Timeline
  /// Share of townships with a joint ward.
  let jointWards: Timeline
  /// Intensive-care beds of the county against today.
  let intensive: Timeline
  /// Occupancy of township medical wards below which they turn into care wards.
  let convertBelow: Timeline
  /// Share of township branches that become nursing homes.
  let branches: Timeline
  /// Share of eligible TCM and rehabilitation inpatients who come by day.
  let dayCare: Timeline
  /// Share of refusals, beyond today's, in which another county hospital is asked first.
  let countySearch: Timeline
  /// Share of county surgical and care beds turned into medical beds in an emergency.
  let surge: Timeline

  init(from levers: inout some LeverReader) {
    careShare = levers.lever(
      "beds.careShare",
      .share,
      0...1,
      neutral: 0,
      zh: "基层老年、康复、护理床位占比下限",
      en: "Care beds, least share of grassroots beds",
      plan: ["LYG-45", "BZ-16", "WD-40"]
    )
    countyBeds = levers.lever(
      "beds.countyBeds",
      .number,
      0...3,
      neutral: 1,
      zh: "县级床位倍数",
      en: "County beds, multiplier",
      plan: []
    )
    reserved = levers.lever(
      "beds.reserved",
      .share,
      0...0.5,
      neutral: 0,
      zh: "预留给家庭医生转诊的床位比例",
      en: "Beds reserved for family-doctor referrals",
      plan: ["TZ-32"]
    )
    func share(_ name: String, zh: String, en: String, plan: [String]) -> Timeline {
      levers.lever("beds.\(name)", .share, 0...1, neutral: 0, zh: zh, en: en, plan: plan)
    }
    func number(
      _ name: String,
      _ range: ClosedRange<Double>,
      neutral: Double,
      zh: String,
      en: String,
      plan: [String]
    ) -> Timeline {
      levers.lever("beds.\(name)", .number, range, neutral: neutral, zh: zh, en: en, plan: plan)
    }
    reservedReleased = share(
      "reservedReleased",
      zh: "预留床位提前释放的时段占比",
      en: "Reserved beds released, last share of the day",
      plan: ["TZ-32"]
    )
    pooling = share(
      "pooling",
      zh: "全院一张床（跨科收治比例）",
      en: "Whole-hospital bed pooling",
      plan: ["LYG-54"]
    )
    outlierStay = number(
      "outlierStay",
      1...2,
      neutral: 1,
      zh: "跨科收治住院日系数",
      en: "Stay outside the own ward, multiplier",
      plan: []
    )
    bedsideSettlement = share(
      "bedsideSettlement",
      zh: "出院床旁结算使用率",
      en: "Bedside discharge settlement",
      plan: ["LYG-56"]
    )
    zeroDeposit = share(
      "zeroDeposit",
      zh: "市级医院入院零押金覆盖率",
      en: "Zero-deposit admission, city hospitals",
      plan: ["LYG-53"]
    )
    homeBeds = number(
      "homeBeds",
      0...200,
      neutral: 0,
      zh: "每万人家庭病床",
      en: "Home beds per 10,000 residents",
      plan: ["LYG-42", "YD-34"]
    )
    nursingBeds = number(
      "nursingBeds",
      0...200,
      neutral: 0,
      zh: "每万人医养结合接续床位",
      en: "Insured nursing-home beds per 10,000 residents",
      plan: ["LYG-44", "BZ-30"]
    )
    jointWards = share(
      "jointWards",
      zh: "联合病房覆盖率",
      en: "Townships with a joint ward",
      plan: ["TZ-21", "LYG-28"]
    )
    intensive = number(
      "intensive",
      0...10,
      neutral: 1,
      zh: "县级重症床位倍数",
      en: "County intensive-care beds, multiplier",
      plan: ["TZ-25"]
    )
    convertBelow = share(
      "convertBelow",
      zh: "床位使用率低于此值的基层病区转为医养",
      en: "Occupancy below which township wards convert to care",
      plan: ["BZ-29"]
    )
    branches = share(
      "branches",
      zh: "卫生院分院转型医养护理院比例",
      en: "Branches converted to nursing homes",
      plan: ["LYG-29"]
    )
    dayCare = share("dayCare", zh: "日间中医医疗替代比例", en: "TCM day care for inpatients", plan: ["WD-35"])
    countySearch = share(
      "countySearch",
      zh: "县域内有能力医院优先收治（在现状之上）",
      en: "Other county hospital asked before leaving, of those not asked today",
      plan: ["TZ-09", "TZ-18"]
    )
    surge = share(
      "surge",
      zh: "平急转换床位比例",
      en: "Emergency conversion of wards",
      plan: ["BZ-07", "TZ-27"]
    )
  }
}
