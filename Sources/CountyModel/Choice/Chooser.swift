import Geography

/// A person at the moment of choosing.
struct Chooser {
  let episode: Episode
  let usual: FacilityID?
  let costWeight: Double

  init(_ episode: Episode, usual: FacilityID?, treats: ConditionTable) {
    self.episode = episode
    self.usual = usual
    costWeight = treats.outpatientCost[Int(episode.condition)]
  }

  var severity: Int { episode.severity.index }
  var age: Int { Int(episode.age) }
  var needsBed: Bool { episode.traits.contains(.needsBed) }
  var isContracted: Bool { episode.traits.contains(.contracted) }
  var isReferred: Bool { episode.traits.contains(.referred) }
  /// 0 for resident, 1 for employee insurance.
  var insurance: Int { episode.traits.contains(.employee) ? 1 : 0 }

  /// Whether an alternative may be chosen at all.
  func mayChoose(_ one: Alternative, within scope: FacilityChoice.Scope) -> Bool {
    let far = one.kind == .outOfCity && episode.traits.contains(.emergency)
    switch scope {
    case .everywhere: return !far
    case .hospitals: return !one.kind.isGrassroots && !far
    // A transfer may go as far as it takes.
    case .beyond: return !one.kind.countsInCounty
    }
  }

  /// Chance that the condition can be treated there, as people see it.
  func chanceOfTreatment(at kind: FacilityKind, _ treats: ConditionTable) -> Double {
    let chance = treats.treats(episode.condition, episode.severity, at: kind.tier)
    guard needsBed, kind.isGrassroots else { return chance }
    return kind.tier == .township && episode.traits.contains(.townshipBedSuffices) ? chance : 0
  }
}
