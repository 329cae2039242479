/// Levers on the choice of first contact.
struct FirstContactLevers {
  /// Utility shift towards grassroots that family doctors' guidance gives their contracted residents.
  let guidance: Timeline

  init(from levers: inout some LeverReader) {
    guidance = levers.lever(
      "firstContact.guidance",
      .number,
      0...2,
      neutral: 0,
      zh: "家庭医生引导基层首诊力度",
      en: "Strength of family-doctor guided first contact",
      plan: ["LYG-65d"]
    )
  }
}
