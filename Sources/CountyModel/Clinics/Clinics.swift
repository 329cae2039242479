import Engine
import Geography
import Probability

/// Outpatient clinics from the village to the city: sessions, lines, consultations.
struct Clinics: ~Copyable {
  /// What can fall due here.
  enum Event: BitwiseCopyable {
    case sessionEdge(Hours)
    case consultationEnds(EpisodeID)
    case patienceEnds(EpisodeID)
    case returns(EpisodeID)
    case releasesReserved

    var word: UInt64 {
      switch self {
      case .sessionEdge(let hours): UInt64(hours.rawValue)
      case .consultationEnds(let patient): 1 << 48 | UInt64(patient.row)
      case .patienceEnds(let patient): 2 << 48 | UInt64(patient.row)
      case .returns(let patient): 3 << 48 | UInt64(patient.row)
      case .releasesReserved: 4 << 48
      }
    }
  }

  /// Whose opening hours.
  enum Hours: UInt8, BitwiseCopyable, CaseIterable { case grassroots, hospital }

  /// What the clock rings for in the course of a day.
  enum Edge: Int { case opens, rests, opensAgain, ends, eveningEnds }

  private let lent = LentInPlace()
  var clinics: Column<ClinicID, Clinic>
  let inputs: ClinicsInputs
  let levers: ClinicsLevers
  /// Share of the consultation that follows the result of a test.
  let afterResults: Double
  /// Where in the order of the roll-out a facility stands, `[facility]`.
  let rollout: [Double]
  let table: [FacilityTable.Clinic]
  let sessions: [[Double]]
  let consultation: [Distribution]
  /// Length of a follow-up against a consultation, by kind.
  let followUpLength: [Double]
  let patience: [Distribution]
  /// Next edge of the day for each kind of hours.
  var nextEdge = [Edge.opens, .opens]
  /// Minutes for which grassroots clinics stay open in the evening, today.
  var evening = 0.0
  /// What began in which hour, for a look at queueing formulas.
  var byHour: ClinicHours
  var onDuty: [LevelMeter]
  var busy: [LevelMeter]

  init(_ plan: CountyPlan, streams: borrowing RandomStreams) {
    inputs = plan.inputs.clinics
    afterResults = plan.inputs.diagnostics.afterResults
    rollout = Rollout.bigOutpatient.ranks(of: plan.map.facilities, streams)
    levers = plan.levers.clinics
    table = plan.facilities.clinics
    sessions = [inputs.grassrootsSessions, inputs.hospitalSessions]
    let sigma = inputs.consultationSigma
    consultation = inputs.consultation.map {
      Law.lognormal(mean: $0, sd: $0 * Law.variation(ofSigma: sigma))
    }
    let followUp = plan.inputs.chronicCare.followUpMinutes
    followUpLength = inputs.consultation.map { $0 > 0 ? followUp / $0 : 0 }
    let variation = inputs.patienceVariation
    patience = inputs.patience.map { Law.lognormal(mean: $0, sd: $0 * variation) }
    let blank = Clinic(kind: 0, facility: FacilityID(row: 0))
    clinics = Column(repeating: blank, count: table.count)
    for (row, one) in table.enumerated() {
      clinics[ClinicID(row: row)] = Clinic(kind: one.kind.rawValue, facility: one.facility)
    }
    byHour = ClinicHours(plan.facilities.clinics)
    onDuty = Array(repeating: LevelMeter(), count: FacilityKind.allCases.count)
    busy = Array(repeating: LevelMeter(), count: FacilityKind.allCases.count)
  }

  /// A patient stands at the door, for the first time or with a result.
  mutating func receive(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let specialty = world.conditions.specialty[Int(episode.condition)]
    guard let clinic = world.facilities.clinic(at: episode.facility, for: specialty) else {
      return world.handOff(.seeksElsewhere(patient))
    }
    world.episodes[patient].clinic = clinic
    guard world.notices.services.isOpen(episode.facility) else {
      return findClosed(patient, in: &world)
    }
    let returning = episode.traits.contains(.returning)
    switch clinics[clinic].doors {
    case .closed where returning: bringResultTomorrow(patient, in: &world)
    case .closing where returning: join(patient, lineOf: clinic, in: &world)
    case .closed, .closing: comeBackTomorrow(patient, in: &world)
    case .open, .breakTime: join(patient, lineOf: clinic, in: &world)
    }
  }

  /// The facility has been closed since the patient was sent or asked to come back.
  private func findClosed(_ patient: EpisodeID, in world: inout World) {
    world.episodes[patient].traits.subtract([.booked, .returning, .testDue])
    if world.episodes[patient].traits.contains(.background) {
      return world.handOff(.closed(patient))
    }
    world.handOff(.foundClosed(patient))
  }

  /// The line in which a patient stands.
  func line(of episode: Episode, in world: borrowing World) -> LineID {
    let line: LinePlan.ClinicLine =
      if episode.traits.contains(.returning) {
        .returning
      } else if episode.traits.contains(.referred) {
        .referred
      } else {
        episode.traits.contains(.booked) ? .booked : .walkIn
      }
    return world.linePlan.line(line, of: episode.clinic)
  }

  private mutating func join(
    _ patient: EpisodeID,
    lineOf clinic: ClinicID,
    in world: inout World
  ) {
    world.episodes[patient].since = world.now
    world.episodes[patient].stage = .inLine
    let episode = world.episodes[patient]
    world.lines.append(patient, to: line(of: episode, in: world))
    clinics[clinic].line.join(at: world.now)
    callNext(at: clinic, in: &world)
    guard world.episodes[patient].stage == .inLine else { return }
    // Nobody leaves without the answer they have been tested for.
    guard !episode.traits.contains(.returning) else { return world.mark(patient) }
    let patience = patience(of: patient, in: &world)
    world.schedule(.clinics(.patienceEnds(patient)), for: patient, after: patience)
  }

  /// Calls patients while a physician is free: the referred first, then those with results, then
  /// the booked and the walk-ins, but reserved capacity that is held back stays empty.
  mutating func callNext(at clinic: ClinicID, in world: inout World) {
    let plan = world.linePlan
    while clinics[clinic].free > 0, clinics[clinic].doors != .breakTime {
      if let patient = world.lines.removeFirst(of: plan.line(.referred, of: clinic))
        ?? world.lines.removeFirst(of: plan.line(.returning, of: clinic))
      {
        start(patient, at: clinic, in: &world)
      } else if clinics[clinic].free > clinics[clinic].kept,
        let patient = world.lines.removeFirst(of: plan.line(.booked, of: clinic))
          ?? world.lines.removeFirst(of: plan.line(.walkIn, of: clinic))
      {
        start(patient, at: clinic, in: &world)
      } else {
        return
      }
    }
  }

  /// How many wait at a clinic.
  func waiting(at clinic: ClinicID, in world: borrowing World) -> Int {
    LinePlan.ClinicLine.allCases.reduce(0) { sum, line in
      sum + world.lines.count(of: world.linePlan.line(line, of: clinic))
    }
  }

  private mutating func start(_ patient: EpisodeID, at clinic: ClinicID, in world: inout World) {
    let episode = world.episodes[patient]
    let kind = Int(clinics[clinic].kind)
    let wait = world.now - episode.since
    clinics[clinic].line.leave(at: world.now, after: wait)
    clinics[clinic].busy += 1
    busy[kind].change(by: 1, at: world.now, as: .busyTime, lane: kind, in: &world.ledger)
    world.episodes[patient].stage = .inConsultation
    let minutes = consultation(with: patient, kind: kind, in: &world)
    world.schedule(.clinics(.consultationEnds(patient)), for: patient, after: .minutes(minutes))
    byHour.begin(at: clinic, came: episode.since, after: wait, minutes: minutes)
    count(patient, after: wait, at: clinic, in: &world)
  }

  /// Minutes of a consultation; where a test is needed they are split, so that the physician's work
  /// is the same in all.
  private mutating func consultation(
    with patient: EpisodeID,
    kind: Int,
    in world: inout World
  ) -> Double {
    let episode = world.episodes[patient]
    let drawn = world.streams.draw(
      consultation[kind],
      at: Purpose.consultation.at(episode.need, episode.encounter)
    )
    let isStranger = episode.traits.contains(.background)
    let length = isStranger ? 1 : world.conditions.consultation[Int(episode.condition)]
    let minutes = world.consultation(drawn * length, of: episode)
    if episode.traits.contains(.followUp) { return minutes * followUpLength[kind] }
    if episode.traits.contains(.returning) { return minutes * afterResults }
    guard !isStranger, orders(testFor: patient, in: &world) else { return minutes }
    world.episodes[patient].traits.insert(.testDue)
    return minutes * (1 - afterResults)
  }

  /// Patients who come too late return in the next morning's crowd.
  private mutating func comeBackTomorrow(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    world.ledger.add(.turnedAway, lane: Int(clinics[episode.clinic].kind))
    world.episodes[patient].encounter &+= 1
    world.episodes[patient].traits.remove(.booked)
    let address = Purpose.returnVisit.at(episode.need, episode.encounter)
    returnTomorrow(patient, luck: world.streams.uniform(at: address), in: &world)
  }

  /// The result came after the physicians had gone home.
  private func bringResultTomorrow(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    world.ledger.add(.resultsNextDay, lane: Int(clinics[episode.clinic].kind))
    let address = Purpose.testReturn.at(episode.need, episode.encounter)
    returnTomorrow(patient, luck: world.streams.uniform(at: address), in: &world)
  }

  private func returnTomorrow(_ patient: EpisodeID, luck: Double, in world: inout World) {
    world.episodes[patient].stage = .travelling
    let edges = sessions[Int(hours(of: world.episodes[patient].clinic).rawValue)]
    let minute = edges[0] + luck * (edges[1] - edges[0]) / 2
    let opening = world.today.nextMidnight + .minutes(minute)
    world.schedule(.clinics(.returns(patient)), for: patient, at: opening)
  }

  /// Patience grows with severity and with the distance travelled.
  private func patience(of patient: EpisodeID, in world: inout World) -> SimDuration {
    let episode = world.episodes[patient]
    let law = patience[episode.severity.index]
    let address = Purpose.patience.at(episode.need, episode.encounter)
    var minutes = world.streams.draw(law, at: address)
    if !episode.traits.contains(.background) {
      let way =
        world.choice.minutes(from: episode.settlement, to: episode.facility)
        ?? world.map.patientMinutes(
          from: episode.settlement.row,
          toFacility: episode.facility.row
        )
      minutes += inputs.patiencePerMinute * way
    }
    return .minutes(minutes)
  }

  /// Whose hours a clinic keeps.
  func hours(of clinic: ClinicID) -> Hours {
    table[clinic.row].kind.isGrassroots ? .grassroots : .hospital
  }
}
