import Geography

/// A person at the moment of choosing.
struct Chooser {
  let episode: Episode
  let usual: FacilityID?
  /// Utility of the usual facility over one like it: habit, and what is remembered of the last visit.
  let habit: Double
  let costWeight: Double
  /// How much money weighs with the person, against somebody of mean income.
  let money: Double
  /// Share of such needs that are a filed chronic disease.
  let chronic: Double
  let specialty: Int
  /// How much a minute on the way, a minute in line, a yuan and a full pharmacy mean.
  let travel: Double
  let wait: Double
  let outOfPocket: Double
  let drugs: Double

  /// Kept inline, with all that a choice asks nine times: out of line each call copied the table
  /// of conditions or the person, a tenth of the instructions between two events of `tiny-county`.
  @inline(__always)
  init(
    _ episode: Episode,
    usual: UsualFacility?,
    treats: ConditionTable,
    minds inputs: FirstContactInputs,
    weighing weights: MoneyWeights
  ) {
    self.episode = episode
    money = weights[episode.income]
    self.usual = usual?.facility
    if let visit = usual?.memory {
      let outcome = visit.failed ? inputs.ownOutcome : 0
      habit = inputs.usual + inputs.ownMemory * visit.surprise + outcome
    } else {
      habit = 0
    }
    costWeight = treats.outpatientCost[Int(episode.condition)]
    chronic = treats.chronic[Int(episode.condition)]
    specialty = treats.specialty[Int(episode.condition)]
    travel = inputs.travel[episode.severity.index]
    wait = inputs.wait[episode.severity.index]
    outOfPocket = inputs.outOfPocket[episode.severity.index] * money
    drugs = inputs.drugs[episode.severity.index]
  }

  var severity: Int { episode.severity.index }
  var age: Int { Int(episode.age) }
  var needsBed: Bool { episode.traits.contains(.needsBed) }
  var isContracted: Bool { episode.traits.contains(.contracted) }
  var isReferred: Bool { episode.traits.contains(.referred) }
  /// 0 for resident, 1 for employee insurance.
  var insurance: Int { episode.traits.contains(.employee) ? 1 : 0 }

  /// Whether an alternative may be chosen at all.
  @inline(__always)
  func mayChoose(_ one: Alternative, within scope: FacilityChoice.Scope) -> Bool {
    let far = one.kind == .outOfCity && episode.traits.contains(.emergency)
    switch scope {
    case .grassroots: return one.kind.isGrassroots
    case .everywhere: return !far
    case .hospitals: return !one.kind.isGrassroots && !far
    // A transfer may go as far as it takes.
    case .beyond: return !one.kind.countsInCounty
    case .townships: return one.kind.tier == .township
    case .generals: return one.kind == .countyGeneral
    }
  }

  /// Chance that the condition can be treated there, as people see it.
  @inline(__always)
  func chanceOfTreatment(
    at facility: FacilityID,
    _ kind: FacilityKind,
    _ treats: ConditionTable,
    _ services: borrowing ServiceNotice
  ) -> Double {
    let usual = treats.treats(episode.condition, episode.severity, at: kind.tier)
    let chance = services.raise(usual, at: facility, episode.severity, of: specialty)
    guard needsBed, kind.isGrassroots else { return chance }
    guard kind.tier == .township else { return 0 }
    if episode.traits.contains(.townshipBedSuffices) { return chance }
    return services.admits(at: facility, episode.severity)
  }
}
