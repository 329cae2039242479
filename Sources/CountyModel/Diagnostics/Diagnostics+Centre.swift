import Engine
import Geography
import Probability

/// Shared diagnosis centres: tests are done at grassroots and reported from elsewhere.
///
/// A centre belongs to the facility that leads a medical community. Its physicians read the images
/// and electrocardiograms of the members in the order in which these arrive, day and night; samples
/// are carried and analysed, and take their stated time.
extension Diagnostics {
  /// Whether a shared centre reads a facility's tests.
  func isRead(atCentre facility: FacilityID, onDay day: Int) -> Bool {
    let kind = kinds[facility.row]
    guard kind.isGrassroots, kind != .privateClinic else { return false }
    return centreRank[facility.row] < levers.centre.value(onDay: day)
  }

  /// Looks up whose readers read whose tests today.
  mutating func assignReaders(in world: borrowing World) {
    guard inputs.readers > 0 else { return }
    for row in readingLead.indices {
      readingLead[row] = world.notices.communities.leadOrFirst(for: FacilityID(row: row))
    }
  }

  /// A test is over and its centre is to report: at once to the readers, or, where there are none,
  /// after the stated time.
  ///
  /// The stated time is that of a centre whose readers are free: what the reading takes of it on
  /// average comes off the way there, and back when it is read.
  mutating func sendToCentre(_ patient: EpisodeID, _ test: Test, in world: inout World) {
    let facility = world.episodes[patient].facility
    let slowness = levers.centreTurnaround.value(onDay: world.today.day)
    let stated = inputs.centreReport[test.kind.index] * slowness
    let desk = atCashier(test, of: facility, in: world)
    world.ledger.add(.centreTests, lane: test.lane)
    guard test.kind != .laboratory, let centre = readingLead[facility.row] else {
      let delay = SimDuration.minutes(desk + stated)
      world.ledger.add(.centreTime, delay.milliseconds)
      return world.schedule(.diagnostics(.resultReady(patient)), for: patient, after: delay)
    }
    let delay = SimDuration.minutes(desk + max(0, stated - inputs.readingMinutes))
    world.ledger.add(.centreTime, delay.milliseconds)
    world.schedule(
      .diagnostics(.reachesCentre(patient, at: centre)),
      for: patient,
      after: delay
    )
  }

  /// A test joins the line of a centre, or is read at once.
  mutating func reachesCentre(
    _ patient: EpisodeID,
    at centre: FacilityID,
    in world: inout World
  ) {
    atReaders.change(by: 1, at: world.now, as: .centreTime, lane: 0, in: &world.ledger)
    if Int(readersBusy[centre]) < inputs.readers {
      read(patient, at: centre, in: &world)
    } else {
      world.lines.append(patient, to: world.linePlan.line(ofReadersAt: centre))
    }
  }

  /// A report is written; the reader turns to the test that has waited longest.
  mutating func readingEnds(
    _ patient: EpisodeID,
    at centre: FacilityID,
    in world: inout World
  ) {
    readersBusy[centre] -= 1
    atReaders.change(by: -1, at: world.now, as: .centreTime, lane: 0, in: &world.ledger)
    if let next = world.lines.removeFirst(of: world.linePlan.line(ofReadersAt: centre)) {
      read(next, at: centre, in: &world)
    }
    resultReady(patient, in: &world)
  }

  private mutating func read(
    _ patient: EpisodeID,
    at centre: FacilityID,
    in world: inout World
  ) {
    readersBusy[centre] += 1
    let episode = world.episodes[patient]
    let address = Purpose.reading.at(episode.need, episode.encounter)
    let minutes = world.streams.draw(reading, at: address)
    world.schedule(
      .diagnostics(.readingEnds(patient, at: centre)),
      for: patient,
      after: .minutes(minutes)
    )
  }

  /// Tests at the readers by the meter, and by the lines and the readers at work.
  func readersIdentity(in world: borrowing World) -> Readings.Identity {
    let inside = (0..<readersBusy.count).reduce(Int64(0)) { sum, row in
      let centre = FacilityID(row: row)
      let line = world.linePlan.line(ofReadersAt: centre)
      return sum + Int64(readersBusy[centre]) + Int64(world.lines.count(of: line))
    }
    return Readings.Identity(
      id: "readers",
      zh: "共享中心在读检查 = 等候阅读 + 阅读中",
      en: "tests at a centre's readers = waiting + being read",
      left: atReaders.level,
      right: inside
    )
  }
}
