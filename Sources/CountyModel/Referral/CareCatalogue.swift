import Geography

/// Which level of care suits a case: the catalogue of tiered care (LYG-59, TZ-11).
///
/// A case belongs to the lowest level that treats it definitively with at least a given chance. The
/// catalogue follows from what facilities can do and so never contradicts it.
struct CareCatalogue {
  /// Whether a village clinic or a township centre suits a case without a bed,
  /// `[condition][severity]`.
  private let village: [Bool]
  private let township: [Bool]
  /// Whether a county hospital suits a case, `[condition][severity]`.
  private let county: [Bool]
  /// Minutes by road to the nearest township facility and to the nearest general hospital, by
  /// settlement.
  let townshipMinutes: [Float]
  let hospitalMinutes: [Float]
  /// When grassroots facilities see patients, minutes after midnight.
  let opening: ClosedRange<Double>

  /// Levels of the catalogue.
  enum Level: UInt8, BitwiseCopyable, Comparable {
    case village, township, county, beyond

    static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }
  }

  init(_ conditions: ConditionTable, map: CountyMap, inputs: CountyInputs) {
    let threshold = inputs.referral.suitable
    func suits(_ tier: Tier) -> [Bool] {
      conditions.all.indices.flatMap { condition in
        Severity.allCases.map { severity in
          conditions.treats(UInt8(condition), severity, at: tier) >= threshold
        }
      }
    }
    village = suits(.village)
    township = suits(.township)
    county = suits(.county)
    townshipMinutes = Self.minutes(on: map) { $0.tier == .township }
    hospitalMinutes = Self.minutes(on: map) { $0 == .countyGeneral }
    let sessions = inputs.clinics.grassrootsSessions
    opening = sessions[0]...sessions[3]
  }

  /// The lowest level that suits a case; a case that needs a bed suits a township when a township
  /// bed is good enough for it.
  func level(of episode: Episode) -> Level {
    let row = Int(episode.condition) * Severity.allCases.count + episode.severity.index
    if episode.traits.contains(.needsBed) {
      if episode.traits.contains(.townshipBedSuffices) { return .township }
    } else {
      if village[row] { return .village }
      if township[row] { return .township }
    }
    return county[row] ? .county : .beyond
  }

  /// Whether the case is one for the grassroots.
  func suitsGrassroots(_ episode: Episode) -> Bool { level(of: episode) < .county }

  private static func minutes(on map: CountyMap, to suits: (FacilityKind) -> Bool) -> [Float] {
    let doors = map.facilities.indices.filter { suits(map.facilities[$0].kind) }
    return map.settlements.indices.map { home in
      Float(doors.map { map.patientMinutes(from: home, toFacility: $0) }.min() ?? 0)
    }
  }
}

extension Tier {
  /// Level of the catalogue at which a facility of the tier works.
  var level: CareCatalogue.Level {
    switch self {
    case .village, .privateClinic: .village
    case .township: .township
    case .county: .county
    case .city, .outOfCity: .beyond
    }
  }
}
