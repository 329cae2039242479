/// Levers on referral rules.
struct ReferralLevers {
  /// Share of direct filing for care out of the city that is closed.
  let certificate: Timeline
  /// Share of would-be referrals out of the county that invited experts retain.
  let retained: Timeline
  /// Step-down: added willingness of hospitals and of families.
  let stepDownOffers: Timeline

  init(from levers: inout some LeverReader) {
    certificate = levers.lever(
      "referral.certificate",
      .share,
      0...1,
      neutral: 0,
      zh: "异地就医直接备案收紧比例",
      en: "Direct out-of-area filing closed",
      plan: ["LYG-65a"]
    )
    retained = levers.lever(
      "referral.retained",
      .share,
      0...1,
      neutral: 0,
      zh: "外请专家会诊减少外转比例",
      en: "Out-referrals retained by audit and invited experts",
      plan: ["LYG-65b", "LYG-65c"]
    )
    stepDownOffers = levers.lever(
      "referral.stepDownOffers",
      .share,
      0...1,
      neutral: 0,
      zh: "提高下转意愿",
      en: "Added willingness to step down",
      plan: ["LYG-65d"]
    )
  }
}
