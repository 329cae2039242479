import Geography

/// The rules of the day for beds.
struct BedRules {
  private(set) var careShare = 0.0
  private(set) var countyBeds = 1.0
  private(set) var intensive = 1.0
  private(set) var surge = 0.0
  private(set) var reserved = 0.0
  /// Minutes after midnight until which unused reserved beds are held.
  private(set) var heldUntil = 1440.0
  private(set) var pooling = 0.0
  private(set) var outlierStay = 1.0
  private(set) var bedside = 0.0
  private(set) var zeroDeposit = 0.0
  private(set) var homeBeds = 0.0
  private(set) var nursingBeds = 0.0
  private(set) var jointWards = 0.0
  private(set) var convertBelow = 0.0
  private(set) var branches = 0.0
  private(set) var dayCare = 0.0
  private(set) var countySearch = 0.0

  init() {}

  init(_ levers: BedsLevers, _ inputs: BedsInputs, onDay day: Int) {
    careShare = Self.floor(levers.careShare, above: inputs.careShare, onDay: day)
    countyBeds = levers.countyBeds.value(onDay: day)
    intensive = levers.intensive.value(onDay: day)
    surge = levers.surge.value(onDay: day)
    reserved = levers.reserved.value(onDay: day)
    heldUntil = 1440 * (1 - levers.reservedReleased.value(onDay: day))
    pooling = levers.pooling.value(onDay: day)
    outlierStay = levers.outlierStay.value(onDay: day)
    bedside = levers.bedsideSettlement.value(onDay: day)
    zeroDeposit = levers.zeroDeposit.value(onDay: day)
    homeBeds = levers.homeBeds.value(onDay: day)
    nursingBeds = levers.nursingBeds.value(onDay: day)
    jointWards = levers.jointWards.value(onDay: day)
    convertBelow = levers.convertBelow.value(onDay: day)
    branches = levers.branches.value(onDay: day)
    dayCare = levers.dayCare.value(onDay: day)
    let today = inputs.searchesCounty
    countySearch = today + levers.countySearch.value(onDay: day) * (1 - today)
  }

  /// A floor that ramps from what holds today, not from nothing.
  private static func floor(
    _ lever: Timeline,
    above today: Double,
    onDay day: Int
  ) -> Double {
    let value = lever.value(onDay: day)
    guard lever.level > today, value > 0 else { return today }
    return today + (lever.level - today) * value / lever.level
  }
}
