import Engine
import Geography

/// Writes down what happens to each patient, by looking at where episodes stand after each event.
///
/// It reads and never changes the county: with and without it a run is the same, bit for bit.
struct CareJournal {
  /// What is known of the episode in one row of the pool.
  private struct Standing {
    var need: UInt64 = 0
    /// 0 for a row that is not followed.
    var number: UInt32 = 0
    var stage = Episode.Stage.over
  }

  private(set) var page = CarePage()
  private var standings: [Standing] = []
  private var episodes: UInt32 = 0
  private var crews: [CrewStatus] = []
  private var now: Int64 = 0

  /// Takes the page out and begins a new one.
  mutating func takePage() -> CarePage {
    defer { page = CarePage() }
    return page
  }

  /// From here on it is this instant.
  mutating func turn(to instant: SimInstant) { now = Int64(instant.milliseconds) }

  /// What an event itself says, before it is handled.
  mutating func note(_ event: CountyEvent, in world: borrowing World) {
    switch event {
    case .clinics(.consultationEnds(let patient)): write(.consultationEnds, of: patient, in: world)
    case .diagnostics(.testEnds(let patient)): write(.testEnds, of: patient, in: world)
    case .diagnostics(.resultReady(let patient)), .diagnostics(.readingEnds(let patient, _)):
      write(.resultReady, of: patient, in: world)
    default: break
    }
  }

  /// What a handoff says, before it is routed.
  mutating func note(_ handoff: Handoff, in world: borrowing World) {
    switch handoff {
    case .called(let patient): write(.callsAmbulance, of: patient, in: world)
    case .seeksElsewhere(let patient): write(.leavesQueue, of: patient, in: world)
    case .missedSlot(let patient): write(.missesAppointment, of: patient, in: world)
    case .referredUp(let patient): write(.referred, of: patient, in: world)
    case .transferred(let patient, _): write(.transferred, of: patient, in: world)
    case .refusedBed(let patient): write(.refusedBed, of: patient, in: world)
    case .leftBay(let patient) where world.episodes[patient].traits.contains(.inBay):
      write(.leavesBay, of: patient, in: world)
    case .discharged(let patient): write(.discharged, of: patient, in: world)
    case .movedDown(let patient, _): write(.movedDown, of: patient, in: world)
    case .closed(let patient): close(patient, in: world)
    default: break
    }
  }

  /// Where a patient stands now that an event has been handled.
  mutating func look(at patient: EpisodeID, in world: borrowing World) {
    guard let standing = follow(patient, in: world) else { return }
    let stage = world.episodes[patient].stage
    guard stage != standing.stage else { return }
    // Where nobody has to wait, a line is joined and left within one event.
    if let before = Self.before(stage), standing.stage != before.stage {
      write(before.activity, of: patient, in: world)
    }
    standings[patient.row].stage = stage
    if let activity = Self.activity(of: stage) { write(activity, of: patient, in: world) }
  }

  /// What crews are doing now that an event has been handled.
  mutating func look(at ambulance: borrowing Ambulance, in world: borrowing World) {
    if crews.isEmpty { crews = ambulance.status }
    for row in crews.indices {
      let (last, next) = (crews[row], ambulance.status[row])
      crews[row] = next
      guard let (patient, activity) = Self.mission(from: last, to: next) else { continue }
      write(activity, of: patient, by: row, in: world)
    }
  }

  /// A mission's next step and its patient; `nil` when nothing has changed for a patient.
  private static func mission(
    from last: CrewStatus,
    to next: CrewStatus
  ) -> (EpisodeID, CareActivity)? {
    switch (last, next) {
    case (.responding(let one), .responding(let other)) where one == other: nil
    case (.onScene, .onScene), (.conveying, .conveying), (.atDoor, .atDoor): nil
    case (_, .responding(let patient)): (patient, .crewDispatched)
    case (_, .onScene(let patient)): (patient, .crewOnScene)
    case (_, .conveying(let patient)): (patient, .crewLeavesScene)
    case (.atDoor(let patient), .handover): (patient, .handedOver)
    case (.conveying(let patient), .handover): (patient, .handedOver)
    case (_, .atDoor(let patient)): (patient, .crewAtDoor)
    default: nil
    }
  }

  /// The stage that comes before another, and what brings a patient there.
  private static func before(
    _ stage: Episode.Stage
  ) -> (stage: Episode.Stage, activity: CareActivity)? {
    switch stage {
    case .inConsultation: (.inLine, .joinsQueue)
    case .inBay: (.inBayLine, .arrivesEmergency)
    case .inTest: (.awaitingTest, .testOrdered)
    default: nil
    }
  }

  private static func activity(of stage: Episode.Stage) -> CareActivity? {
    switch stage {
    case .travelling: .setsOut
    case .inLine: .joinsQueue
    case .inConsultation: .consultationStarts
    case .inBayLine: .arrivesEmergency
    case .inBay: .bayStarts
    case .boarding: .waitsForBed
    case .deferred: .admissionPlanned
    case .inBed: .admitted
    case .leavingBed: .readyToLeave
    case .awaitingTest: .testOrdered
    case .inTest: .testStarts
    case .over, .deciding, .calling, .withCrew, .cleaning, .awaitingReport: nil
    }
  }

  /// The standing of a patient who is followed; a new episode is written down first.
  private mutating func follow(_ patient: EpisodeID, in world: borrowing World) -> Standing? {
    let episode = world.episodes[patient]
    while standings.count <= patient.row { standings.append(Standing()) }
    if standings[patient.row].number > 0, standings[patient.row].need == episode.need {
      return standings[patient.row]
    }
    guard episode.stage != .over, !episode.traits.contains(.background) else { return nil }
    episodes += 1
    standings[patient.row] = Standing(need: episode.need, number: episodes, stage: .deciding)
    page.episodes.append(CareEpisode(episode, number: episodes))
    if !episode.traits.contains(.census) {
      append(.needArises, episodes, facility: nil, crew: nil)
    }
    return standings[patient.row]
  }

  private mutating func write(
    _ activity: CareActivity,
    of patient: EpisodeID,
    by crew: Int? = nil,
    in world: borrowing World
  ) {
    guard let number = follow(patient, in: world)?.number else { return }
    let facility = UInt16(truncatingIfNeeded: world.episodes[patient].facility.row)
    append(activity, number, facility: facility, crew: crew.map { UInt16(truncatingIfNeeded: $0) })
  }

  private mutating func close(_ patient: EpisodeID, in world: borrowing World) {
    guard patient.row < standings.count, standings[patient.row].number > 0 else { return }
    let isFatal = world.episodes[patient].traits.contains(.fatal)
    write(isFatal ? .dies : .ends, of: patient, in: world)
    standings[patient.row] = Standing()
  }

  private mutating func append(
    _ activity: CareActivity,
    _ episode: UInt32,
    facility: UInt16?,
    crew: UInt16?
  ) {
    page.events.append(
      CareEvent(
        milliseconds: now,
        episode: episode,
        facility: facility,
        crew: crew,
        activity: activity
      )
    )
  }
}

extension CareEpisode {
  /// What the log keeps of an episode.
  fileprivate init(_ episode: Episode, number: UInt32) {
    let cause: Cause =
      if episode.traits.contains(.census) {
        .census
      } else {
        episode.traits.contains(.followUp) ? .followUp : .need
      }
    self.init(
      number: number,
      person: UInt32(truncatingIfNeeded: episode.person.row),
      settlement: UInt16(truncatingIfNeeded: episode.settlement.row),
      condition: episode.condition,
      severity: episode.severity.rawValue,
      age: episode.age,
      cause: cause
    )
  }
}
