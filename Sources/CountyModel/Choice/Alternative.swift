import Engine
import Geography

/// A facility that a settlement considers, with what its people have learnt about it.
struct Alternative: BitwiseCopyable {
  let facility: FacilityID
  let kind: FacilityKind
  let standing: Standing
  /// One-way travel, minutes.
  let minutes: Float
  /// Wait that people of the settlement expect, minutes.
  var expectedWait: Float
  /// How much more often than its kind would suggest the settlement's people were helped here.
  var quality: Float = 0

  /// Whether there is such a facility at all.
  enum Standing: UInt8, BitwiseCopyable {
    case considered
    /// Fills the row of a county that has fewer facilities of a kind; never chosen.
    case padding
  }
}

/// An alternative of one settlement.
struct AlternativeID: RowID {
  private let raw: UInt32
  var row: Int { Int(raw) }
  init(row: Int) { raw = UInt32(truncatingIfNeeded: row) }
}

extension CountyPlan {
  /// Most facilities that a settlement considers; with self-care at most ten alternatives.
  static let mostAlternatives = 9

  /// The facilities each settlement considers: the nearest of the village tier, the two nearest of
  /// the township tier, the nearest private clinic, each county hospital, city and out of city.
  func alternatives() -> [Alternative] {
    let inputs = inputs.firstContact
    return map.settlements.indices.flatMap { home -> [Alternative] in
      var chosen = nearest(1, to: home) { $0.tier == .village }
      chosen += nearest(2, to: home) { $0.tier == .township }
      chosen += nearest(1, to: home) { $0 == .privateClinic }
      for kind in [FacilityKind.countyGeneral, .countyTCM, .countyMCH, .cityHospital, .outOfCity] {
        chosen += nearest(1, to: home) { $0 == kind }
      }
      return chosen.map { facility in
        guard let facility else { return padding }
        let kind = map.facilities[facility].kind
        return Alternative(
          facility: FacilityID(row: facility),
          kind: kind,
          standing: .considered,
          minutes: Float(map.patientMinutes(from: home, toFacility: facility)),
          expectedWait: Float(
            kind == .outOfCity ? inputs.outOfCityWait : inputs.firstExpectedWait
          )
        )
      }
    }
  }

  /// In the place of a facility that the county does not have.
  private var padding: Alternative {
    Alternative(
      facility: FacilityID(row: 0),
      kind: facilities.kinds[0],
      standing: .padding,
      minutes: 0,
      expectedWait: 0
    )
  }

  /// The nearest facilities of some kinds; `nil` where the county has fewer.
  private func nearest(
    _ count: Int,
    to home: Int,
    where suits: (FacilityKind) -> Bool
  ) -> [Int?] {
    let suitable = facilities.order.filter { suits(map.facilities[$0].kind) }
    // Of equally near ones the first by kind and id.
    let ranked = suitable.enumerated()
      .map { (map.patientMinutes(from: home, toFacility: $1), $0) }.sorted { $0 < $1 }
    let found: [Int?] = ranked.prefix(count).map { suitable[$0.1] }
    return found + Array(repeating: nil, count: count - found.count)
  }
}
