import Engine
import Geography

extension Diagnostics {
  mutating func handle(_ event: Event, in world: inout World) {
    switch event {
    case .returnsForTest(let patient): returnsForTest(patient, in: &world)
    case .testEnds(let patient): testEnds(patient, in: &world)
    case .resultReady(let patient): resultReady(patient, in: &world)
    case .reachesCentre(let patient, let centre): reachesCentre(patient, at: centre, in: &world)
    case .readingEnds(let patient, let centre): readingEnds(patient, at: centre, in: &world)
    case .releasesReserved: releaseReserved(in: &world)
    }
  }

  private mutating func returnsForTest(_ patient: EpisodeID, in world: inout World) {
    guard let test = test(of: patient, in: world) else { return }
    join(patient, test, in: &world)
  }

  private mutating func testEnds(_ patient: EpisodeID, in world: inout World) {
    guard let test = test(of: patient, in: world) else { return }
    let facility = world.episodes[patient].facility
    devices[test.device].busy -= 1
    operators[facility].busy -= 1
    change(test.kind, by: -1, in: &world)
    world.episodes[patient].stage = .awaitingReport
    if isRead(atCentre: facility, onDay: world.today.day) {
      sendToCentre(patient, test, in: &world)
    } else {
      let minutes = atCashier(test, of: facility, in: world) + inputs.report[test.kind.index]
      world.schedule(.diagnostics(.resultReady(patient)), for: patient, after: .minutes(minutes))
    }
    callNext(test.device, in: &world)
  }

  /// The result is there, wherever the test was read.
  func resultReady(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let lane = kinds[episode.facility.row].lane
    world.ledger.add(.testsReported, lane: lane)
    world.ledger.add(.testTime, lane: lane, Int64((world.now - episode.since).milliseconds))
    world.episodes[patient].traits.insert(.tested)
    world.handOff(.resultsReady(patient))
  }

  /// Minutes at the cashier, who holds the patient up but no device.
  func atCashier(
    _ test: Test,
    of facility: FacilityID,
    in world: borrowing World
  ) -> Double {
    cashier[test.lane] - world.notices.process.spared[facility.row]
  }
}
