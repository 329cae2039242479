/// Why a need goes without care; the lanes of the count of unmet needs.
enum UnmetReason: Int, CaseIterable {
  /// Nothing alone stood in the way.
  case choice
  /// The line was too long.
  case gaveUp
  /// Without the price, the travel or the wait they expect, they would have gone.
  case price, distance, wait
  /// The appointment was not kept.
  case missedSlot

  init(_ hindrance: FacilityChoice.Hindrance) {
    switch hindrance {
    case .none: self = .choice
    case .price: self = .price
    case .distance: self = .distance
    case .wait: self = .wait
    }
  }
}
