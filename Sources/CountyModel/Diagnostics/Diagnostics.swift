import Engine
import Geography
import Probability

/// Laboratory, imaging and ECG for outpatients: devices, who works them, lines, and the time until
/// the result, read where the test is done or at a shared diagnosis centre.
struct Diagnostics: ~Copyable {
  /// What can fall due here.
  enum Event: BitwiseCopyable {
    case returnsForTest(EpisodeID)
    case testEnds(EpisodeID)
    case resultReady(EpisodeID)
    case reachesCentre(EpisodeID, at: FacilityID)
    case readingEnds(EpisodeID, at: FacilityID)
    case releasesReserved

    var word: UInt64 {
      switch self {
      case .returnsForTest(let patient): UInt64(patient.row)
      case .testEnds(let patient): 1 << 48 | UInt64(patient.row)
      case .resultReady(let patient): 2 << 48 | UInt64(patient.row)
      // Who reads is left out: its place in the list of facilities says nothing about what happened.
      case .reachesCentre(let patient, _): 3 << 48 | UInt64(patient.row)
      case .readingEnds(let patient, _): 4 << 48 | UInt64(patient.row)
      case .releasesReserved: 5 << 48
      }
    }
  }

  /// The devices for one kind of test at one facility.
  struct Devices: BitwiseCopyable {
    var count: Int16 = 0
    var busy: Int16 = 0
    /// Kept free for patients of family doctors until reserved tests are released.
    var held: Int16 = 0
    /// Patients of family doctors for whom a test is reserved today and still open.
    var reservedLeft: Int32 = 0

    var free: Int16 { count - busy }
  }

  private let lent = LentInPlace()
  var devices: Column<DeviceID, Devices>
  var operators: Column<FacilityID, Operators>
  /// Readers at work at the shared centre of each facility that leads a community.
  var readersBusy: Column<FacilityID, Int16>
  /// The facility whose readers read a facility's tests today, `[facility]`.
  var readingLead: [FacilityID?]
  let inputs: DiagnosticsInputs
  let levers: DiagnosticsLevers
  /// Minutes at the cashier before a test, by kind of facility.
  let cashier: [Double]
  let kinds: [FacilityKind]
  /// First opening and last closing, minutes after midnight: grassroots, then hospitals.
  let openings: [Double]
  let closings: [Double]
  let durations: [Distribution]
  let reading: Distribution
  /// Where in the order of each roll-out a facility stands, `[facility]`.
  let centreRank: [Double]
  let equipmentRank: [Double]
  var busy: [LevelMeter]
  /// Devices that stand free, with somebody in line, for want of an operator.
  var wanting = LevelMeter()
  /// Tests that wait for a reader of a shared centre or are being read there.
  var atReaders = LevelMeter()

  init(_ plan: CountyPlan, streams: borrowing RandomStreams) {
    inputs = plan.inputs.diagnostics
    levers = plan.levers.diagnostics
    cashier = plan.inputs.clinics.cashier
    kinds = plan.facilities.kinds
    let sessions = [plan.inputs.clinics.grassrootsSessions, plan.inputs.clinics.hospitalSessions]
    openings = sessions.map { $0[0] }
    closings = sessions.map { $0[3] }
    let sigma = inputs.minutesSigma
    durations = inputs.minutes.map {
      Law.lognormal(mean: $0, sd: $0 * Law.variation(ofSigma: sigma))
    }
    reading = Law.lognormal(
      mean: inputs.readingMinutes,
      sd: inputs.readingMinutes * Law.variation(ofSigma: sigma)
    )
    centreRank = Rollout.diagnosisCentre.ranks(of: plan.map.facilities, streams)
    equipmentRank = Rollout.equipment.ranks(of: plan.map.facilities, streams)
    devices = Column(repeating: Devices(), count: kinds.count * TestKind.allCases.count)
    operators = Column(repeating: Operators(), count: kinds.count)
    readersBusy = Column(repeating: 0, count: kinds.count)
    readingLead = Array(repeating: nil, count: kinds.count)
    busy = Array(repeating: LevelMeter(), count: TestKind.allCases.count)
  }

  /// A doctor has sent a patient: on to the line, or home until tomorrow when the line is too long
  /// for today.
  mutating func receive(_ patient: EpisodeID, in world: inout World) {
    guard let test = test(of: patient, in: world) else {
      preconditionFailure("only those who need a test are sent for one")
    }
    world.ledger.add(.testsOrdered, lane: test.lane)
    world.episodes[patient].since = world.now
    world.episodes[patient].stage = .awaitingTest
    world.mark(patient)
    guard canBeDoneToday(test, in: world) else { return comeBackTomorrow(patient, in: &world) }
    join(patient, test, in: &world)
  }

  /// A test as the department sees it.
  struct Test {
    let kind: TestKind
    let device: DeviceID
    /// Lane of the kind of facility.
    let lane: Int
    /// 0 for grassroots hours, 1 for hospital hours.
    let hours: Int
  }

  func test(of patient: EpisodeID, in world: borrowing World) -> Test? {
    let episode = world.episodes[patient]
    guard let need = world.testNeeded(by: episode) else { return nil }
    let kind = kinds[episode.facility.row]
    return Test(
      kind: need.kind,
      device: DeviceID(row: TestNotice.place(need.kind, at: episode.facility)),
      lane: kind.lane,
      hours: kind.isGrassroots ? 0 : 1
    )
  }

  /// The line in which a patient stands.
  private func line(of patient: EpisodeID, _ test: Test, in world: borrowing World) -> LineID {
    let sent = world.episodes[patient].traits.contains(.familyReferred)
    return world.linePlan.line(sent ? .reserved : .other, of: test.device)
  }

  mutating func join(_ patient: EpisodeID, _ test: Test, in world: inout World) {
    world.lines.append(patient, to: line(of: patient, test, in: world))
    callNext(test.device, in: &world)
  }

  /// Calls patients while a device, and who works it, are free.
  mutating func callNext(_ device: DeviceID, in world: inout World) {
    let facility = TestNotice.facility(ofPlace: device.row)
    guard !operators[facility].areCounted else { return callNext(at: facility, in: &world) }
    while let line = lineServed(by: device, in: world),
      let patient = world.lines.removeFirst(of: line)
    {
      start(patient, in: &world)
    }
  }

  /// The line from which a device would take somebody now: patients of family doctors first, then
  /// the others, but devices that are held back stay empty; `nil` when it would take nobody.
  func lineServed(by device: DeviceID, in world: borrowing World) -> LineID? {
    let free = devices[device].free
    guard free > 0 else { return nil }
    let reserved = world.linePlan.line(.reserved, of: device)
    if !world.lines.isEmpty(reserved) { return reserved }
    let other = world.linePlan.line(.other, of: device)
    guard !world.lines.isEmpty(other), free > devices[device].held else { return nil }
    return other
  }

  /// Takes a device and an operator together, so that nobody holds the one and waits for the other.
  mutating func start(_ patient: EpisodeID, in world: inout World) {
    guard let test = test(of: patient, in: world) else { return }
    let episode = world.episodes[patient]
    devices[test.device].busy += 1
    operators[episode.facility].busy += 1
    change(test.kind, by: 1, in: &world)
    world.episodes[patient].stage = .inTest
    let wait = Int64((world.now - episode.since).milliseconds)
    world.ledger.add(.testWaits, lane: test.lane)
    world.ledger.add(.testWaitTime, lane: test.lane, wait)
    if episode.traits.contains(.familyReferred), devices[test.device].reservedLeft > 0 {
      devices[test.device].reservedLeft -= 1
      world.ledger.add(.reservedTestsUsed)
    }
    let minutes = world.streams.draw(
      durations[test.kind.index],
      at: Purpose.testTime.at(episode.need, episode.encounter)
    )
    world.schedule(.diagnostics(.testEnds(patient)), for: patient, after: .minutes(minutes))
  }

  /// Whether the line, as it is, will be done before the doors close.
  private func canBeDoneToday(_ test: Test, in world: borrowing World) -> Bool {
    let others = waiting(for: test.device, in: world)
    let count = max(1, Double(devices[test.device].count))
    let atDevice = Double(others + 1) * inputs.minutes[test.kind.index] / count
    let minutes = max(atDevice, minutesForOperators(with: test, in: world))
    let now = (world.now - world.today.midnight).inMinutes
    let evening = test.hours == 0 ? world.notices.process.evening : 0
    if now + minutes <= closings[test.hours] + evening { return true }
    // Who is sent in the last minutes is still examined while nobody else waits to be.
    return others == 0 && !waitsForOperator(at: test.device, in: world)
  }

  /// Patients in the lines of a device.
  func waiting(for device: DeviceID, in world: borrowing World) -> Int {
    world.lines.count(of: world.linePlan.line(.reserved, of: device))
      + world.lines.count(of: world.linePlan.line(.other, of: device))
  }

  private func comeBackTomorrow(_ patient: EpisodeID, in world: inout World) {
    guard let test = test(of: patient, in: world) else { return }
    let episode = world.episodes[patient]
    world.ledger.add(.testsNextDay, lane: test.lane)
    let address = Purpose.testReturn.at(episode.need, episode.encounter &+ 128)
    let minute = openings[test.hours] + 60 * world.streams.uniform(at: address)
    let instant = world.today.nextMidnight + .minutes(minute)
    world.schedule(.diagnostics(.returnsForTest(patient)), for: patient, at: instant)
  }
}
