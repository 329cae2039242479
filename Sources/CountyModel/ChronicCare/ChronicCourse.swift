import Geography

/// Chances that a month changes where somebody stands with a disease.
struct ChronicCourse {
  private let inputs: ChronicCareInputs
  /// Chance a year of falling ill, `[disease][band]`.
  private let onset: [[Double]]

  init(_ inputs: ChronicCareInputs) {
    self.inputs = inputs
    onset = [inputs.hypertensionByAge, inputs.diabetesByAge].map { prevalence in
      (0..<AgeBand.count).map { Self.onset(prevalence, $0) }
    }
  }

  /// What a policy adds in a month.
  struct Month {
    /// Share of the undetected found, and of the diagnosed registered, by disease.
    let detection: Double
    let enrolment: [Double]
    /// Share of the register at target in the long run, at no and at all follow-ups.
    let controlWithout: Double
    let controlWith: Double
    let dropOut: Double
    let speed: Double
  }

  /// Rates of a month from shares a year.
  func month(screening: Double, programmes: [Double], control: Double) -> Month {
    Month(
      detection: (inputs.detection + screening) / 12,
      enrolment: programmes.map { (inputs.enrolment + $0) / 12 },
      controlWithout: inputs.controlWithout,
      controlWith: min(1, inputs.controlWith + control),
      dropOut: inputs.dropOut / 12,
      speed: inputs.controlSpeed
    )
  }

  /// Chance a year of falling ill at an age.
  func onset(of disease: ChronicDisease, band: Int) -> Double { onset[Int(disease.rawValue)][band] }

  /// The state after a month, for two draws between 0 and 1; `followed` is the share of the full
  /// schedule that was done, 0 to 1.
  func next(
    after state: ChronicState,
    _ disease: ChronicDisease,
    in month: Month,
    followed: Double,
    luck: (Double, Double)
  ) -> ChronicState {
    let target = month.controlWithout + (month.controlWith - month.controlWithout) * followed
    switch state {
    case .none: return .none
    case .undetected: return luck.0 < month.detection ? .unmanaged : .undetected
    case .unmanaged:
      return luck.0 < month.enrolment[Int(disease.rawValue)] ? .uncontrolled : .unmanaged
    case .uncontrolled:
      if luck.0 < month.dropOut { return .unmanaged }
      return luck.1 < month.speed * target ? .controlled : .uncontrolled
    case .controlled:
      if luck.0 < month.dropOut { return .unmanaged }
      // The lucky are those with a low number, here as above: under better follow-up nobody is worse.
      return luck.1 < 1 - month.speed * (1 - target) ? .controlled : .uncontrolled
    }
  }

  /// Incidence that makes today's prevalence of each band grow into that of the next.
  private static func onset(_ prevalence: [Double], _ band: Int) -> Double {
    let upper = min(band + 1, AgeBand.count - 1)
    let lower = upper - 1
    let middle = (AgeBand.lowestAges[upper] + (AgeBand.lowestAges + [95])[upper + 1]) / 2
    let before = (AgeBand.lowestAges[lower] + AgeBand.lowestAges[upper]) / 2
    let growth = (prevalence[upper] - prevalence[lower]) / Double(middle - before)
    return max(0, growth / max(0.01, 1 - prevalence[band]))
  }
}
