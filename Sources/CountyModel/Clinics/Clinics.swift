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

    var word: UInt64 {
      switch self {
      case .sessionEdge(let hours): UInt64(hours.rawValue)
      case .consultationEnds(let patient): 1 << 48 | UInt64(patient.row)
      case .patienceEnds(let patient): 2 << 48 | UInt64(patient.row)
      case .returns(let patient): 3 << 48 | UInt64(patient.row)
      }
    }
  }

  /// Whose opening hours.
  enum Hours: UInt8, BitwiseCopyable, CaseIterable { case grassroots, hospital }

  var clinics: Column<ClinicID, Clinic>
  let inputs: ClinicsInputs
  let levers: ClinicsLevers
  let absence: Double
  let table: [FacilityTable.Clinic]
  let sessions: [[Double]]
  let consultation: [Distribution]
  let patience: [Distribution]
  /// Next edge of the day, 0 to 3, for each kind of hours.
  var nextEdge = [0, 0]
  /// Patients in line, and patients in consultation, for Little's identity.
  var inLine = LevelMeter()
  var inLineTime: Int64 = 0
  var onDuty: [LevelMeter]
  var busy: [LevelMeter]

  init(_ plan: CountyPlan) {
    inputs = plan.inputs.clinics
    levers = plan.levers.clinics
    absence = plan.inputs.workforce.absence
    table = plan.facilities.clinics
    sessions = [inputs.grassrootsSessions, inputs.hospitalSessions]
    let sigma = inputs.consultationSigma
    consultation = inputs.consultation.map {
      Law.lognormal(mean: $0, sd: $0 * Law.variation(ofSigma: sigma))
    }
    let variation = inputs.patienceVariation
    patience = inputs.patience.map { Law.lognormal(mean: $0, sd: $0 * variation) }
    let blank = Clinic(kind: 0, facility: FacilityID(row: 0))
    clinics = Column(repeating: blank, count: table.count)
    for (row, one) in table.enumerated() {
      clinics[ClinicID(row: row)] = Clinic(kind: one.kind.rawValue, facility: one.facility)
    }
    onDuty = Array(repeating: LevelMeter(), count: FacilityKind.allCases.count)
    busy = Array(repeating: LevelMeter(), count: FacilityKind.allCases.count)
  }

  /// A patient stands at the door.
  mutating func receive(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let specialty = world.conditions.specialty[Int(episode.condition)]
    guard let clinic = world.facilities.clinic(at: episode.facility, for: specialty) else {
      return world.handOff(.seeksElsewhere(patient))
    }
    world.episodes[patient].clinic = clinic
    switch clinics[clinic].doors {
    case .closed, .closing: comeBackTomorrow(patient, in: &world)
    case .open, .breakTime: join(patient, lineOf: clinic, in: &world)
    }
  }

  private mutating func join(
    _ patient: EpisodeID,
    lineOf clinic: ClinicID,
    in world: inout World
  ) {
    let sent = world.episodes[patient].traits.contains(.referred)
    world.episodes[patient].since = world.now
    world.episodes[patient].stage = .inLine
    world.lines.append(patient, to: world.linePlan.line(sent ? .referred : .walkIn, of: clinic))
    inLine.change(by: 1, at: world.now, as: .lineTime, lane: 0, in: &world.ledger)
    callNext(at: clinic, in: &world)
    if world.episodes[patient].stage == .inLine {
      let patience = patience(of: patient, in: &world)
      world.schedule(.clinics(.patienceEnds(patient)), for: patient, after: patience)
    }
  }

  /// Calls patients while a physician is free: the referred first, then walk-ins, but reserved
  /// capacity that is held back stays empty.
  mutating func callNext(at clinic: ClinicID, in world: inout World) {
    let sent = world.linePlan.line(.referred, of: clinic)
    let walkIn = world.linePlan.line(.walkIn, of: clinic)
    while clinics[clinic].free > 0, clinics[clinic].doors != .breakTime {
      if let patient = world.lines.removeFirst(of: sent) {
        start(patient, at: clinic, in: &world)
      } else if clinics[clinic].free > clinics[clinic].kept,
        let patient = world.lines.removeFirst(of: walkIn)
      {
        start(patient, at: clinic, in: &world)
      } else {
        return
      }
    }
  }

  private mutating func start(_ patient: EpisodeID, at clinic: ClinicID, in world: inout World) {
    let episode = world.episodes[patient]
    let kind = Int(clinics[clinic].kind)
    let wait = world.now - episode.since
    leaveLine(after: wait, in: &world)
    clinics[clinic].busy += 1
    busy[kind].change(by: 1, at: world.now, as: .busyTime, lane: kind, in: &world.ledger)
    world.episodes[patient].stage = .inConsultation
    let minutes = world.streams.draw(
      consultation[kind],
      at: Purpose.consultation.at(episode.need, episode.encounter)
    )
    world.schedule(.clinics(.consultationEnds(patient)), for: patient, after: .minutes(minutes))
    guard !episode.traits.contains(.background) else { return }
    world.ledger.add(.waits, lane: kind)
    world.ledger.add(.waitTime, lane: kind, Int64(wait.milliseconds))
    world.ledger.enter(wait, in: .consultation, lane: kind)
    if episode.traits.contains(.familyReferred) {
      world.ledger.add(.familyReferredWaits, lane: kind)
      world.ledger.add(.familyReferredWaitTime, lane: kind, Int64(wait.milliseconds))
    }
    if isMorning(episode.since, world.today), table[clinic.row].kind.tier == .county {
      world.ledger.add(.morningWaits)
      world.ledger.add(.morningWaitTime, Int64(wait.milliseconds))
      world.ledger.enter(wait, in: .countyMorning)
    }
    if let specialty = table[clinic.row].specialty {
      world.ledger.add(.specialtyWaits, lane: specialty)
      world.ledger.add(.specialtyWaitTime, lane: specialty, Int64(wait.milliseconds))
    }
    world.choice.learn(wait, at: episode.facility, from: episode.settlement)
  }

  /// Takes a patient out of the line's books.
  mutating func leaveLine(after wait: SimDuration, in world: inout World) {
    inLine.change(by: -1, at: world.now, as: .lineTime, lane: 0, in: &world.ledger)
    inLineTime += Int64(wait.milliseconds)
  }

  /// Patients who come too late return in the next morning's crowd.
  private mutating func comeBackTomorrow(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    world.ledger.add(.turnedAway, lane: Int(clinics[episode.clinic].kind))
    world.episodes[patient].encounter &+= 1
    world.episodes[patient].stage = .travelling
    let address = Purpose.returnVisit.at(episode.need, episode.encounter)
    let hours = hours(of: episode.clinic)
    let edges = sessions[Int(hours.rawValue)]
    let minute = edges[0] + world.streams.uniform(at: address) * (edges[1] - edges[0]) / 2
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
      minutes +=
        inputs.patiencePerMinute
        * world.map.patientMinutes(from: episode.settlement.row, toFacility: episode.facility.row)
    }
    return .minutes(minutes)
  }

  /// Whose hours a clinic keeps.
  func hours(of clinic: ClinicID) -> Hours {
    table[clinic.row].kind.isGrassroots ? .grassroots : .hospital
  }

  private func isMorning(_ instant: SimInstant, _ today: Today) -> Bool {
    (480...600).contains((instant - today.midnight).inMinutes)
  }
}
