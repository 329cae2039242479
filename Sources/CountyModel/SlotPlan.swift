import Engine

/// The county's own clocks, in the order in which they ring at one instant.
enum Bell: Int, CaseIterable {
  case dayTurns
  case grassrootsSession
  case hospitalSession
  case nightShift
  case chronicDues
  case reservedRelease
  case reservedTestRelease
}

/// Which slot of the calendar belongs to whom.
///
/// Ties at one instant run in slot order, so this is the county's rank order: bells, then needs,
/// then crews, then patients; within each, by stable number.
struct SlotPlan {
  private let firstSource: Int
  private let firstCrew: Int
  /// First slot of the episodes; they come last because their number grows.
  let firstEpisode: Int

  init(sources: Int, crews: Int) {
    firstSource = Bell.allCases.count
    firstCrew = firstSource + sources
    firstEpisode = firstCrew + crews
  }

  func slot(of bell: Bell) -> Slot { Slot(row: bell.rawValue) }
  func slot(of source: SourceID) -> Slot { Slot(row: firstSource + source.row) }
  func slot(of crew: CrewID) -> Slot { Slot(row: firstCrew + crew.row) }
  func slot(of patient: EpisodeID) -> Slot { Slot(row: firstEpisode + patient.row) }

  /// Whose slot it is, if it is a patient's.
  func patient(of slot: Slot) -> EpisodeID? {
    slot.row < firstEpisode ? nil : EpisodeID(row: slot.row - firstEpisode)
  }
}
