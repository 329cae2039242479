/// Levers on beds.
struct BedsLevers {
  /// Smallest share of grassroots beds for geriatric, rehabilitation and nursing care.
  let careShare: Timeline
  /// County beds against today.
  let countyBeds: Timeline
  /// Share of county beds kept for patients sent by family doctors.
  let reserved: Timeline

  init(from levers: inout some LeverReader) {
    careShare = levers.lever(
      "beds.careShare",
      .share,
      0...1,
      neutral: 0,
      zh: "基层老年、康复、护理床位占比下限",
      en: "Care beds, least share of grassroots beds",
      plan: ["LYG-45"]
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
  }
}
