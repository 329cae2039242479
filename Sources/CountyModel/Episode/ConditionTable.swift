import Geography

/// The conditions as flat tables, for use between events.
struct ConditionTable {
  /// Chances that a patient's own luck decides, for one condition and severity.
  struct Chances: BitwiseCopyable {
    let needsBed: Double
    let townshipBedSuffices: Double
    let elective: Double
    let calls: Double
    let stepDown: Double
  }

  let all: [Condition]
  /// `[condition][severity]`.
  private let chances: [Chances]
  /// Cumulative shares of minor and of minor or moderate, by condition.
  private let severities: [Double]
  /// Chance that a tier treats definitively: `[condition][severity][lane of tier]`.
  private let treats: [Double]
  /// Asked once: the list of tiers of another module is made anew at every call.
  private let tiers = Tier.allCases.count
  /// Places of the conditions of each profile.
  let ofProfile: [[Int]]
  /// Needs per resident and day, `[condition][age]`, before season.
  let perDay: [[Double]]
  let specialty: [Int]
  let ward: [WardKind]
  let stay: [Double]
  let outpatientCost: [Double]
  let inpatientCost: [Double]
  /// Place of the emergency centre among the five, by condition.
  private let centre: [Int?]
  /// Whether visits belong to a course of treatment at a hospital, by condition.
  let isCourse: [Bool]
  /// Length of a consultation against the mean of the kind, by condition.
  let consultation: [Double]
  /// Share of needs that are a filed chronic disease.
  let chronic: [Double]
  /// Cumulative chances of needing each kind of test, `[condition][severity][test]`.
  private let tests: [Double]
  /// Chance of being fit for an online visit, `[condition][severity]`.
  private let online: [Double]

  init(_ conditions: [Condition], ages: [Int], testsBySeverity: [Double]) {
    all = conditions
    treats = conditions.flatMap { condition in
      Severity.allCases.flatMap { severity in
        Tier.allCases.map { tier in
          switch tier {
          case .village, .privateClinic: condition.villageTreats[severity.index]
          case .township: condition.townshipTreats[severity.index]
          case .county: condition.countyTreats[severity.index]
          case .city, .outOfCity: 1.0
          }
        }
      }
    }
    chances = conditions.flatMap { condition in
      Severity.allCases.map { severity in
        Chances(
          needsBed: condition.needsBed[severity.index],
          townshipBedSuffices: condition.townshipBedSuffices,
          elective: condition.elective,
          calls: condition.calls[severity.index],
          stepDown: condition.stepDown
        )
      }
    }
    severities = conditions.flatMap { [$0.severity[0], $0.severity[0] + $0.severity[1]] }
    ofProfile = NeedProfile.allCases.map { profile in
      conditions.indices.filter { conditions[$0].profile == profile }
    }
    let residents = Double(ages.reduce(0, +))
    perDay = conditions.map { condition in
      // Relative rates are scaled so that the county's own age structure gives the incidence.
      let weighted = zip(condition.ages, ages).reduce(0.0) { $0 + $1.0 * Double($1.1) }
      guard weighted > 0 else { return Array(repeating: 0, count: AgeBand.count) }
      let scale = condition.incidence / 1000 / 365.25 * residents / weighted
      return condition.ages.map { $0 * scale }
    }
    specialty = conditions.map(\.specialty.index)
    ward = conditions.map(\.ward)
    stay = conditions.map(\.stay)
    outpatientCost = conditions.map(\.outpatientCost)
    inpatientCost = conditions.map(\.inpatientCost)
    isCourse = conditions.map { $0.course == .hospital }
    consultation = conditions.map(\.consultation)
    chronic = conditions.map(\.chronic)
    centre = conditions.map(\.centre.place)
    tests = conditions.flatMap { condition in
      testsBySeverity.flatMap { factor in
        TestKind.allCases.map { kind in
          min(1, factor * condition.tests[...kind.index].reduce(0, +))
        }
      }
    }
    online = conditions.flatMap { [$0.online, 0, 0] }
  }

  /// Place of the emergency centre that a case needs; minor cases need none.
  func centre(for episode: Episode) -> Int? {
    episode.severity == .minor ? nil : centre[Int(episode.condition)]
  }

  /// The test that a case needs, for a uniform draw; `nil` when none.
  func test(_ condition: UInt8, _ severity: Severity, _ uniform: Double) -> TestKind? {
    let kinds = TestKind.allCases.count
    let row = (Int(condition) * Severity.allCases.count + severity.index) * kinds
    if uniform < tests[row] { return .laboratory }
    if uniform < tests[row + 1] { return .imaging }
    return uniform < tests[row + 2] ? .ecg : nil
  }

  /// Chance that a case can be seen online.
  func online(_ condition: UInt8, _ severity: Severity) -> Double {
    online[Int(condition) * Severity.allCases.count + severity.index]
  }

  /// Chance that a tier treats a condition of a severity definitively.
  @inline(__always)
  func treats(_ condition: UInt8, _ severity: Severity, at tier: Tier) -> Double {
    let row = (Int(condition) * Severity.allCases.count + severity.index) * tiers
    return treats[row + Int(tier.rawValue)]
  }

  /// Severity for a uniform draw.
  func severity(_ condition: Int, _ uniform: Double) -> Severity {
    if uniform < severities[condition * 2] { return .minor }
    return uniform < severities[condition * 2 + 1] ? .moderate : .severe
  }

  /// What a patient's luck decides.
  func chances(_ condition: Int, _ severity: Severity) -> Chances {
    chances[condition * 3 + severity.index]
  }
}
