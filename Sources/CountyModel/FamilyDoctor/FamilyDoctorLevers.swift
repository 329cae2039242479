/// Levers on family-doctor contracts.
struct FamilyDoctorLevers {
  /// Least contract rates; rates already above them stay.
  let general: Timeline
  let key: Timeline

  init(from levers: inout some LeverReader) {
    general = levers.lever(
      "familyDoctor.general",
      .share,
      0...1,
      neutral: 0,
      zh: "一般人群签约率下限",
      en: "Least contract rate, general population",
      plan: ["LYG-37"]
    )
    key = levers.lever(
      "familyDoctor.key",
      .share,
      0...1,
      neutral: 0,
      zh: "重点人群签约率下限",
      en: "Least contract rate, key groups",
      plan: ["LYG-38"]
    )
  }
}
