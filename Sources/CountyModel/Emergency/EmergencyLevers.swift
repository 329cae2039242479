/// Levers on emergency departments.
struct EmergencyLevers {
  /// County hospitals with all five emergency centres: the general first, then TCM, then MCH.
  let centres: Timeline
  /// Emergency bays of the county hospitals against today.
  let bays: Timeline

  init(from levers: inout some LeverReader) {
    centres = levers.lever(
      "emergency.centres",
      .count,
      0...3,
      neutral: 0,
      zh: "建成五大中心的县级医院类别数",
      en: "Kinds of county hospital with all five emergency centres",
      plan: ["LYG-13", "BZ-08"]
    )
    bays = levers.lever(
      "emergency.bays",
      .number,
      0...3,
      neutral: 1,
      zh: "县级急诊位倍数",
      en: "County emergency bays, multiplier",
      plan: []
    )
  }
}
