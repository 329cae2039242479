import Engine
import Geography

/// What follows from a scenario and a map before the first event: tables, numbering, calendar.
struct CountyPlan {
  let inputs: CountyInputs
  let levers: Levers
  let map: CountyMap
  let clock: WeekClock
  let horizon: SimInstant
  let firstMeasuredDay: Int
  let periods: MeasuredPeriods
  let conditions: ConditionTable
  let risk: RiskTable
  let facilities: FacilityTable
  let communities: CommunityTable
  let catalogue: CareCatalogue
  let crews: [CrewPost]
  let slots: SlotPlan
  let lines: LinePlan

  init(_ scenario: Scenario, map: CountyMap) {
    var inputs = scenario.inputs
    for site in inputs.sites {
      // What a row leaves open follows from the figures of the county.
      if site.physicians > 0 { inputs.capacities.physicians[site.id] = site.clinics }
      if site.beds > 0 {
        inputs.capacities.beds[site.id] = site.wards(careShare: inputs.beds.careShare)
      }
    }
    self.inputs = inputs
    let today = map
    let map = map.with(inputs.sites)
    var reader = PolicyReader(policy: scenario.policy)
    levers = Levers(from: &reader)
    self.map = map
    let firstDay = scenario.start.adding(days: -scenario.warmUpDays)
    clock = WeekClock(start: firstDay)
    horizon = clock.instant(of: scenario.end)
    firstMeasuredDay = scenario.warmUpDays
    periods = MeasuredPeriods(from: scenario.start, to: scenario.end)
    conditions = ConditionTable(
      scenario.inputs.conditions,
      ages: map.residentsByAge,
      testsBySeverity: scenario.inputs.diagnostics.severity
    )
    risk = RiskTable(
      scenario.inputs.chronicCare,
      conditions: conditions,
      ages: map.residentsByAge
    )
    facilities = FacilityTable(map: map, inputs: inputs)
    communities = CommunityTable(
      scenario.inputs.communities.filter { $0.grouping == .today },
      map: map
    )
    catalogue = CareCatalogue(conditions, map: today, inputs: scenario.inputs)
    crews = CrewPost.all(map: map, inputs: scenario.inputs.ambulance)
    slots = SlotPlan(
      sources: map.settlements.count * NeedProfile.allCases.count + BackgroundSource.allCases.count,
      crews: crews.count
    )
    lines = LinePlan(
      clinics: facilities.clinics.count,
      // Home beds and nursing homes have lines too, one set a township.
      wards: facilities.wards.count + 2 * facilities.townships.count,
      hospitals: facilities.hospitals.count,
      devices: map.facilities.count * TestKind.allCases.count,
      facilities: map.facilities.count
    )
  }
}

extension CountyMap {
  /// Residents of the county in each age band.
  var residentsByAge: [Int] {
    var total = Array(repeating: 0, count: AgeBand.count)
    for settlement in settlements {
      for band in 0..<AgeBand.count { total[band] += settlement.residentsByAge[band] }
    }
    return total
  }
}

/// Numbering of all waiting lines.
struct LinePlan {
  private let clinics: Int
  private let wards: Int
  private let hospitals: Int
  private let devices: Int
  private let facilities: Int

  init(clinics: Int, wards: Int, hospitals: Int, devices: Int, facilities: Int) {
    self.clinics = clinics
    self.wards = wards
    self.hospitals = hospitals
    self.devices = devices
    self.facilities = facilities
  }

  /// Who waits at a clinic: referred patients are called first, then those who come back with a
  /// result, then those who have booked.
  enum ClinicLine: Int, CaseIterable { case referred, returning, booked, walkIn }
  /// Who waits for a device: patients of family doctors first.
  enum TestLine: Int, CaseIterable { case reserved, other }
  /// Who waits for a bed: emergencies first, then step-down and the green channel, then planned
  /// admissions.
  enum WardLine: Int, CaseIterable { case emergency, stepDown, elective }
  /// Who waits for a bay: the critical first.
  enum BayLine: Int, CaseIterable { case critical, other }
  /// Calls that wait for a crew: severe first, patients already in a hospital last.
  enum CallLine: Int, CaseIterable { case severe, other, transfer }

  func line(_ line: ClinicLine, of clinic: ClinicID) -> LineID {
    LineID(row: clinic.row * ClinicLine.allCases.count + line.rawValue)
  }

  func line(_ line: WardLine, of ward: WardID) -> LineID {
    LineID(row: firstWard + ward.row * WardLine.allCases.count + line.rawValue)
  }

  func line(_ line: BayLine, ofHospital place: Int) -> LineID {
    LineID(row: firstBay + place * BayLine.allCases.count + line.rawValue)
  }

  func line(_ line: CallLine) -> LineID { LineID(row: firstCall + line.rawValue) }

  func line(_ line: TestLine, of device: DeviceID) -> LineID {
    LineID(row: firstDevice + device.row * TestLine.allCases.count + line.rawValue)
  }

  /// Tests that wait for a reader of the shared diagnosis centre at a facility.
  func line(ofReadersAt centre: FacilityID) -> LineID { LineID(row: firstReading + centre.row) }

  /// Lines in all.
  var count: Int { firstReading + facilities }

  private var firstWard: Int { clinics * ClinicLine.allCases.count }
  private var firstBay: Int { firstWard + wards * WardLine.allCases.count }
  private var firstCall: Int { firstBay + hospitals * BayLine.allCases.count }
  private var firstDevice: Int { firstCall + CallLine.allCases.count }
  private var firstReading: Int { firstDevice + devices * TestLine.allCases.count }
}
