import Geography

/// How chronic disease shapes needs: who has a stroke or an infarction, and which needs for refills
/// the registers already account for.
///
/// Rates of the condition catalogue are those of the whole county today. For a condition that
/// chronic disease brings about, needs arise at the rate of somebody at highest risk and are kept
/// with the person's own risk over that; the catalogue's total is unchanged at today's census.
struct RiskTable {
  /// Relative risk by pattern of `Health`, `[risk][pattern]`, over the highest.
  private let share: [Double]
  /// Place among the risks, by condition.
  private let risks: [Int?]
  /// Multiplier of the catalogue's rate, `[condition][band]`.
  private let multipliers: [Double]
  /// Chance of dying of it, `[risk][severity]`.
  private let fatality: [Double]

  /// Ages are the county's residents by age band today.
  init(_ inputs: ChronicCareInputs, conditions: ConditionTable, ages: [Int]) {
    let places = conditions.all.indices
    let ids = [inputs.strokeCondition, inputs.heartCondition]
    risks = places.map { ids.firstIndex(of: conditions.all[$0].id) }
    fatality = inputs.strokeFatality + inputs.heartFatality
    var share: [Double] = []
    var inflation: [[Double]] = []
    for risk in [inputs.stroke, inputs.heart] {
      let relative = Self.patterns.map { risk.relative($0) }
      let highest = relative.max() ?? 1
      share += relative.map { $0 / highest }
      inflation.append(
        (0..<AgeBand.count).map { band in highest / risk.mean(inputs.census(band)) }
      )
    }
    self.share = share
    let risks = risks
    multipliers = places.flatMap { condition in
      if let risk = risks[condition] { return inflation[risk] }
      guard conditions.all[condition].id == inputs.refillCondition else {
        return Array(repeating: 1.0, count: AgeBand.count)
      }
      return Self.unscheduled(conditions.perDay[condition], inputs, ages)
    }
  }

  /// What the registers leave of the catalogue's refills, by age band.
  ///
  /// Where they schedule more than the catalogue knows, the rest comes out of the other ages, so
  /// that the county's total stays.
  private static func unscheduled(
    _ perDay: [Double],
    _ inputs: ChronicCareInputs,
    _ ages: [Int]
  ) -> [Double] {
    var (left, excess) = (0.0, 0.0)
    var shares: [Double] = []
    for (band, people) in ages.enumerated() {
      let rate = perDay[band] * 365.25
      let rest = rate - inputs.census(band).visitsAYear(inputs)
      if rest > 0 { left += rest * Double(people) } else { excess -= rest * Double(people) }
      shares.append(rate > 0 ? max(0, rest / rate) : 1)
    }
    let scale = left > 0 ? max(0, 1 - excess / left) : 0
    return zip(shares, perDay).map { $1 > 0 ? $0 * scale : 1 }
  }

  /// Multiplier of the catalogue's rate of a condition at an age.
  func multiplier(_ condition: Int, band: Int) -> Double {
    multipliers[condition * AgeBand.count + band]
  }

  /// Place of a condition among those that chronic disease brings about.
  func risk(of condition: Int) -> Int? { risks[condition] }

  /// Chance that a need of such a condition becomes an event for somebody of this health.
  func share(_ risk: Int, _ health: Health) -> Double {
    share[risk * Health.patterns + health.pattern]
  }

  /// Chance of dying of such an event.
  func fatality(_ risk: Int, _ severity: Severity) -> Double {
    fatality[risk * Severity.allCases.count + severity.index]
  }

  /// Deaths a year that the catalogue's own events bring to each age band, per resident.
  func deathsByAge(_ conditions: ConditionTable) -> [Double] {
    (0..<AgeBand.count).map { band in
      conditions.all.indices.reduce(0) { sum, condition in
        guard let risk = risks[condition] else { return sum }
        let mean = zip(conditions.all[condition].severity, Severity.allCases).reduce(0.0) {
          $0 + $1.0 * fatality(risk, $1.1)
        }
        return sum + conditions.perDay[condition][band] * 365.25 * mean
      }
    }
  }

  /// Every health that the diseases alone can make.
  private static let patterns: [Health] = (0..<Health.patterns).map { pattern in
    var health = Health()
    for disease in ChronicDisease.allCases {
      let bits = pattern >> (Int(disease.rawValue) * 3) & 7
      health[disease] = ChronicState(rawValue: UInt8(bits)) ?? .none
    }
    return health
  }
}
