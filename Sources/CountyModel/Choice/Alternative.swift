import Engine
import Geography

/// A facility that a settlement considers, with what its people have learnt about it.
struct Alternative: BitwiseCopyable {
  let facility: FacilityID
  let kind: FacilityKind
  let standing: Standing
  /// One-way travel, minutes.
  let minutes: Float
  /// The same as the map has it.
  let mapMinutes: Double
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
  /// Facilities that a settlement considers; with self-care ten alternatives.
  static let mostAlternatives = 9

  /// The same where a specialty hospital is planned: one more.
  var width: Int { facilities.specialtySites.isEmpty ? Self.mostAlternatives : 10 }

  /// The facilities each settlement considers, with all that stand today open and no site.
  func alternatives() -> [Alternative] {
    let reach = Reach(self)
    return map.settlements.indices.flatMap { reach.alternatives(of: $0, keeping: []) }
  }
}
