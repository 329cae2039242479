import Engine
import Geography
import Testing

@testable import CountyModel

/// Properties 1, 3, 4 and 8 between any two events, facility by facility, and not only at the end.
@Suite("At every event")
struct EveryEventTests {
  /// Two weeks that begin on Monday, 1 April 2024.
  private static let stretch = Stretch(
    start: CivilDate(dayNumber: Stretch.firstOf2024 + 91),
    days: 14,
    warmUp: 0
  )

  /// The county as it is, one that is short of everything, and one that keeps places back.
  private static let levels: [[String: Double]] = [
    [:],
    ["beds.countyBeds": 0.6, "clinics.countyPhysicians": 0.5, "diagnostics.countyDevices": 0.5],
    ["clinics.reserved": 0.3, "clinics.reservedHeld": 1, "beds.reserved": 0.3],
  ]

  @Test("Nobody and nothing serves more than it can, and time never goes back", arguments: levels)
  func capacities(_ levels: [String: Double]) throws {
    var county = WatchedCounty(try .asWritten(), try .pulling(levels), Self.stretch)
    var now = county.world.now
    var wrong: [String] = []
    while wrong.isEmpty, let event = county.next() {
      county.handle(event)
      if county.world.now < now { wrong.append("the clock goes back") }
      now = county.world.now
      wrong += overloads(in: county)
      if case .dayTurns = event { wrong += forgotten(in: county) }
    }
    #expect(wrong == [])
  }

  @Test("At every hour those in each line, clinic, ward and bay are those in its books")
  func books() throws {
    let policy = try Policy.pulling(Self.levels[1])
    var county = WatchedCounty(try .asWritten(), policy, Self.stretch)
    var next = SimInstant.start
    var wrong: [String] = []
    while wrong.isEmpty, let event = county.next() {
      if county.world.now >= next {
        wrong += discrepancies(in: county)
        next = county.world.now + .hours(1)
      }
      county.handle(event)
    }
    #expect(wrong == [])
  }

  @Test("Within a line whoever came first is called first")
  func firstComeFirstServed() throws {
    let policy = try Policy.pulling(Self.levels[1])
    var county = WatchedCounty(try .asWritten(), policy, Self.stretch)
    county.world.touched = []
    var called: [Int: SimInstant] = [:]
    var (calls, overtaken) = (0, 0)
    while let event = county.next() {
      county.handle(event)
      for patient in county.world.touched ?? [] {
        let episode = county.world.episodes[patient]
        guard episode.stage == .inConsultation else { continue }
        let line = county.departments.clinics.line(of: episode, in: county.world).row
        calls += 1
        if let last = called[line], episode.since < last { overtaken += 1 }
        called[line] = episode.since
      }
      county.world.touched = []
    }
    #expect(calls > 1_000)
    #expect(overtaken == 0)
  }

  @Test("Who gives up was still in line, and who is refused was still waiting")
  func neverServed() throws {
    let policy = try Policy.pulling(Self.levels[1])
    var county = WatchedCounty(try .asWritten(), policy, Self.stretch)
    var (gaveUp, refused, served) = (0, 0, 0)
    while let event = county.next() {
      switch event {
      case .clinics(.patienceEnds(let patient)):
        gaveUp += 1
        if county.world.episodes[patient].stage != .inLine { served += 1 }
      case .emergency(.patienceEnds(let patient)):
        if county.world.episodes[patient].stage != .inBayLine { served += 1 }
      case .beds(.waitEnds(let patient)):
        refused += 1
        let stage = county.world.episodes[patient].stage
        if stage != .boarding && stage != .deferred { served += 1 }
      default: break
      }
      county.handle(event)
    }
    #expect(gaveUp > 0 && refused > 0)
    #expect(served == 0)
  }

  /// Who or what is busier than it can be.
  private func overloads(in county: borrowing WatchedCounty) -> [String] {
    var wrong: [String] = []
    for row in 0..<county.departments.clinics.clinics.count {
      let clinic = county.departments.clinics.clinics[ClinicID(row: row)]
      let fits = 0 <= clinic.busy && clinic.busy <= clinic.onDuty && clinic.held >= 0
      if !fits || clinic.line.waiting < 0 {
        wrong.append("clinic \(row): \(clinic.busy) of \(clinic.onDuty), \(clinic.line.waiting)")
      }
    }
    for row in 0..<county.departments.beds.wards.count {
      let ward = county.departments.beds.wards[WardID(row: row)]
      // Beds of the day are the same all through these runs, so that none closes under a patient.
      if ward.taken < 0 || ward.taken > ward.beds || ward.reserved < 0 {
        wrong.append("ward \(row): \(ward.taken) of \(ward.beds)")
      }
    }
    for row in 0..<county.departments.diagnostics.devices.count {
      let devices = county.departments.diagnostics.devices[DeviceID(row: row)]
      if devices.busy < 0 || devices.busy > devices.count || devices.held < 0 {
        wrong.append("devices \(row): \(devices.busy) of \(devices.count)")
      }
    }
    for row in 0..<county.departments.diagnostics.operators.count {
      let operators = county.departments.diagnostics.operators[FacilityID(row: row)]
      let short = operators.areCounted && operators.busy > operators.count
      if operators.busy < 0 || short || operators.wanting < 0 {
        wrong.append("operators \(row): \(operators.busy) of \(operators.count)")
      }
    }
    for (place, bays) in county.departments.emergency.hospitals.enumerated()
    where bays.taken < 0 || bays.taken > bays.bays {
      wrong.append("bays \(place): \(bays.taken) of \(bays.bays)")
    }
    return wrong
  }

  /// Open episodes that have been somewhere since a time that is still to come.
  private func forgotten(in county: borrowing WatchedCounty) -> [String] {
    let now = county.world.now
    var wrong = 0
    county.world.visitOpen { if $0.since > now || $0.bedSince > now { wrong += 1 } }
    return wrong == 0 ? [] : ["\(wrong) episodes of the future"]
  }

  /// Where the registers of a clinic, ward or hospital differ from the patients who are there.
  private func discrepancies(in county: borrowing WatchedCounty) -> [String] {
    let clinics = county.departments.clinics.clinics.count
    let wards = county.departments.beds.wards.count
    var waiting = [Int](repeating: 0, count: clinics)
    var seen = waiting
    var lying = [Int](repeating: 0, count: wards)
    var inBays = [Int](repeating: 0, count: county.plan.map.facilities.count)
    county.world.visitOpen { episode in
      switch episode.stage {
      case .inLine: waiting[episode.clinic.row] += 1
      case .inConsultation: seen[episode.clinic.row] += 1
      case .inBed, .leavingBed, .cleaning: lying[episode.ward.row] += 1
      default: break
      }
      if episode.traits.contains(.inBay) { inBays[episode.bay.row] += 1 }
    }
    var wrong: [String] = []
    for row in 0..<clinics {
      let id = ClinicID(row: row)
      let clinic = county.departments.clinics.clinics[id]
      let inLines = county.departments.clinics.waiting(at: id, in: county.world)
      if inLines != waiting[row] || Int(clinic.line.waiting) != waiting[row] {
        wrong.append("clinic \(row): \(inLines) in line, \(waiting[row]) patients")
      }
      if Int(clinic.busy) != seen[row] { wrong.append("clinic \(row): \(clinic.busy) busy") }
    }
    for row in 0..<wards {
      let taken = Int(county.departments.beds.wards[WardID(row: row)].taken)
      if taken != lying[row] { wrong.append("ward \(row): \(taken) taken, \(lying[row]) there") }
    }
    for bays in county.departments.emergency.hospitals
    where bays.taken != inBays[bays.hospital.row] {
      wrong.append("bays of facility \(bays.hospital.row): \(bays.taken) taken")
    }
    return wrong
  }
}
