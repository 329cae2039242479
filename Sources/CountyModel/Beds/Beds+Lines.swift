import Engine
import Geography

/// Who gets a bed that is ready.
extension Beds {
  /// Gives free beds to those who wait: in the own ward, then in wards that overflow into it, then
  /// anywhere in a hospital that pools its beds.
  mutating func allot(_ ward: WardID, in world: inout World) {
    while wards[ward].free > 0 {
      guard let patient = nextInLine(for: ward, in: &world) else { return }
      world.cancel(patient)
      if world.episodes[patient].traits.contains(.blocked) {
        stepDown(patient, to: ward, in: &world)
      } else {
        occupy(ward, by: patient, in: &world)
      }
    }
  }

  private func nextInLine(for ward: WardID, in world: inout World) -> EpisodeID? {
    switch wards[ward].place {
    case .home: return nil
    case .nursing:
      let wards = stepDownWards(at: wards[ward].facility, in: world)
      return wards.first.flatMap { takeFirst(in: .stepDown, of: $0, for: ward, in: &world) }
    case .ward: break
    }
    for line in LinePlan.WardLine.allCases {
      if let patient = takeFirst(in: line, of: ward, for: ward, in: &world) { return patient }
    }
    let own = WardKind.allCases[Int(wards[ward].ward)]
    for other in WardKind.allCases where overflowing[own.index].contains(other) {
      if let patient = takeBoarder(of: other, for: ward, in: &world) { return patient }
    }
    guard rules.pooling > 0 else { return nil }
    for other in WardKind.allCases where pooling[own.index].contains(other) {
      if let patient = takeBoarder(of: other, for: ward, in: &world, who: .pools) { return patient }
    }
    return nil
  }

  private func takeBoarder(
    of other: WardKind,
    for ward: WardID,
    in world: inout World,
    who: EpisodeTraits = []
  ) -> EpisodeID? {
    guard let neighbour = world.facilities.ward(at: wards[ward].facility, other) else {
      return nil
    }
    return takeFirst(in: .emergency, of: neighbour, for: ward, in: &world, who: who)
  }

  /// The first in a line who may have the bed.
  ///
  /// Everybody in line may have a bed unless some are reserved, or only those who pool are asked;
  /// then whoever may not is passed over and keeps the place.
  /// - Complexity: O(line) when anybody is passed over
  private func takeFirst(
    in line: LinePlan.WardLine,
    of ward: WardID,
    for bed: WardID,
    in world: inout World,
    who: EpisodeTraits = []
  ) -> EpisodeID? {
    let place = world.linePlan.line(line, of: ward)
    var next = world.lines.first(of: place)
    while let patient = next {
      let episode = world.episodes[patient]
      if episode.traits.isSuperset(of: who), hasBed(bed, for: episode, in: world) {
        world.lines.remove(patient, from: place)
        return patient
      }
      next = world.lines.next(after: patient)
    }
    return nil
  }
}
