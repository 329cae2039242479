import Geography

extension Count {
  /// Referrals written, lanes by the kind that refers.
  static var referredUp: Count { Count(.referral, 0) }
  /// Referrals followed, lanes by the kind that receives.
  static var attended: Count { Count(.referral, 1) }
  /// Patients sent on who did not go.
  static var referralLost: Count { Count(.referral, 2) }
  /// Patients told to go to a hospital on their own, lanes by the kind that told them.
  static var sentAlone: Count { Count(.referral, 4) }
  /// Cases that visiting experts kept in the county.
  static var retained: Count { Count(.referral, 3) }
}

extension Referral {
  static let measures: [Measure] = [
    Measure(
      "referral.upShare",
      zh: "基层上转率",
      en: "Up-referral share of grassroots visits",
      unit: .share,
      better: .neutral,
      means: "Referrals written at grassroots facilities / grassroots visits",
      source: "R-10",
      formula: .ratio(
        [Series(.referredUp, FacilityKind.grassrootsLanes)],
        over: [Series(.visits, FacilityKind.grassrootsLanes)],
        times: 1
      )
    ),
    Measure(
      "referral.attendedShare",
      zh: "转诊到诊率",
      en: "Referrals followed",
      unit: .share,
      better: .higher,
      means: "Referrals followed / referrals written",
      formula: .ratio([Series(.attended)], over: [Series(.referredUp)], times: 1)
    ),
    Measure(
      "referral.outOfCounty",
      zh: "县级上转县外人次",
      en: "Referrals out of the county",
      unit: .perYear,
      better: .lower,
      means: "Referrals written at county hospitals, per year",
      formula: .perYear([Series(.referredUp, FacilityKind.hospitalLanes)], times: 1)
    ),
  ]
}
