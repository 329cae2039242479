/// How hypertension and diabetes raise the risk of one kind of event, and what control takes back.
struct ChronicRisk {
  /// Relative risk of those with the disease above target: hypertension, diabetes.
  let raised: [Double]
  /// Risk at target over risk above target.
  let controlled: [Double]

  /// Risk against somebody with neither disease; the two multiply.
  func relative(_ health: Health) -> Double {
    ChronicDisease.allCases.reduce(1) { $0 * relative($1, health[$1]) }
  }

  /// Mean relative risk of an age band at today's census; the diseases are independent there.
  func mean(_ census: ChronicCensus) -> Double {
    ChronicDisease.allCases.reduce(1) { product, disease in
      product
        * ChronicState.allCases.reduce(0) {
          $0 + census.share(disease, $1) * relative(disease, $1)
        }
    }
  }

  private func relative(_ disease: ChronicDisease, _ state: ChronicState) -> Double {
    let place = Int(disease.rawValue)
    switch state {
    case .none: return 1
    case .undetected, .unmanaged, .uncontrolled: return raised[place]
    case .controlled: return raised[place] * controlled[place]
    }
  }
}

/// How an age band stands with chronic disease today.
struct ChronicCensus {
  /// Prevalence of hypertension and diabetes.
  let prevalence: [Double]
  /// Of those with it, diagnosed; of the diagnosed, on a register; of those, at target.
  let detected: [Double]
  let managed: [Double]
  let controlled: [Double]

  /// Share of the band in a state of a disease.
  func share(_ disease: ChronicDisease, _ state: ChronicState) -> Double {
    let place = Int(disease.rawValue)
    let ill = prevalence[place]
    let known = ill * detected[place]
    let listed = known * managed[place]
    switch state {
    case .none: return 1 - ill
    case .undetected: return ill - known
    case .unmanaged: return known - listed
    case .uncontrolled: return listed * (1 - controlled[place])
    case .controlled: return listed * controlled[place]
    }
  }

  /// Refills and follow-ups a year and resident of the band, as the registers stand today.
  func visitsAYear(_ inputs: ChronicCareInputs) -> Double {
    let known = 1 - neither { share($0, .none) + share($0, .undetected) }
    let listed = 1 - neither { 1 - share($0, .uncontrolled) - share($0, .controlled) }
    let scheduled =
      inputs.standardSchedule * inputs.followUpsPerYear
      + (1 - inputs.standardSchedule) * inputs.looseFollowUps
    return known * inputs.refillsPerYear + listed * scheduled * inputs.attendance
  }

  private func neither(_ free: (ChronicDisease) -> Double) -> Double {
    ChronicDisease.allCases.reduce(1) { $0 * free($1) }
  }
}
