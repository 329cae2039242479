import Engine
import Geography

extension Diagnostics {
  mutating func handle(_ event: Event, in world: inout World) {
    switch event {
    case .returnsForTest(let patient): returnsForTest(patient, in: &world)
    case .testEnds(let patient): testEnds(patient, in: &world)
    case .resultReady(let patient): resultReady(patient, in: &world)
    }
  }

  private mutating func returnsForTest(_ patient: EpisodeID, in world: inout World) {
    guard let test = test(of: patient, in: world) else { return }
    join(patient, test, in: &world)
  }

  private mutating func testEnds(_ patient: EpisodeID, in world: inout World) {
    guard let test = test(of: patient, in: world) else { return }
    devices[test.device].busy -= 1
    operators[world.episodes[patient].facility].busy -= 1
    change(test.kind, by: -1, in: &world)
    world.episodes[patient].stage = .awaitingReport
    let minutes = turnaround(test, at: world.episodes[patient].facility, in: world)
    world.schedule(.diagnostics(.resultReady(patient)), for: patient, after: .minutes(minutes))
    callNext(test.device, in: &world)
  }

  private func resultReady(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let lane = kinds[episode.facility.row].lane
    world.ledger.add(.testsReported, lane: lane)
    world.ledger.add(.testTime, lane: lane, Int64((world.now - episode.since).milliseconds))
    world.episodes[patient].traits.insert(.tested)
    world.handOff(.resultsReady(patient))
  }

  /// Minutes from the end of the test to the result: the report, read here or at the shared centre,
  /// and the cashier, who holds the patient up but no device.
  private func turnaround(
    _ test: Test,
    at facility: FacilityID,
    in world: borrowing World
  ) -> Double {
    let day = world.today.day
    let desk = cashier[test.lane] - world.notices.process.spared[facility.row]
    guard isRead(atCentre: facility, onDay: day) else {
      return desk + inputs.report[test.kind.index]
    }
    let slowness = levers.centreTurnaround.value(onDay: day)
    return desk + inputs.centreReport[test.kind.index] * slowness
  }

  /// Whether the shared centre reads a facility's tests.
  func isRead(atCentre facility: FacilityID, onDay day: Int) -> Bool {
    let kind = kinds[facility.row]
    guard kind.isGrassroots, kind != .privateClinic else { return false }
    return centreRank[facility.row] < levers.centre.value(onDay: day)
  }
}
