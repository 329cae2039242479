import Engine
import Geography
import ScenarioFiles
import Testing

@testable import CountyModel

@Suite("Public holidays")
struct PublicHolidayTests {
  /// Tuesday, 1 October 2024; a week later no day is a holiday.
  private static let nationalDay = CivilDate(dayNumber: Stretch.firstOf2024 + 274)

  @Test(
    "The feasts of known years",
    arguments: [
      (2024, 101), (2024, 404), (2024, 501), (2024, 505), (2024, 610), (2024, 917), (2024, 1001),
      (2024, 1007), (2025, 404), (2025, 531), (2025, 1006), (2026, 405), (2026, 619), (2026, 925),
    ]
  )
  func feasts(_ year: Int, _ day: Int) throws {
    let date = try #require(CivilDate(year: year, month: day / 100, day: day % 100))
    #expect(date.isPublicHoliday && date.isHoliday)
  }

  @Test(
    "The days beside them, and every day of a year that is not known, are ordinary",
    arguments: [
      (2024, 102), (2024, 403), (2024, 405), (2024, 430), (2024, 506), (2024, 609), (2024, 611),
      (2024, 918), (2024, 930), (2024, 1008), (2026, 404), (2019, 1001), (2037, 101),
    ]
  )
  func ordinary(_ year: Int, _ day: Int) throws {
    let date = try #require(CivilDate(year: year, month: day / 100, day: day % 100))
    #expect(!date.isHoliday)
  }

  @Test("A year has sixteen holidays, one fewer with Mid-Autumn in the week of National Day")
  func wholeTable() throws {
    #expect(PublicHolidays.years == SpringFestival.years)
    for year in PublicHolidays.years {
      let first = try #require(CivilDate(year: year, month: 1, day: 1))
      let days = (0..<366).map { first.adding(days: $0) }
        .filter { $0.year == year && $0.isPublicHoliday }
      let shared = [2020, 2025, 2028, 2031, 2036].contains(year)
      #expect(days.count == (shared ? 15 : 16), "\(year)")
      #expect(days.allSatisfy { SpringFestival.phase(of: $0) == .ordinary }, "\(year)")
    }
  }

  @Test("At 1 the week of National Day is like the next; below and above, needs follow")
  func needs() throws {
    for (clinic, emergency) in [(1.0, 1.0), (0.5, 1.5)] {
      let county = try TinyCounty(exchanging: [
        TinyCounty.giving("holidayClinic", "\(clinic)"),
        TinyCounty.giving("holidayEmergency", "\(emergency)"),
        TinyCounty.giving("marketCycle", "0"),
        TinyCounty.giving("dayVariation", "0"),
      ])
      let stretch = Stretch(start: Self.nationalDay, days: 14, warmUp: 0)
      let plan = CountyPlan(county.scenario(.baseline, stretch), map: county.map)
      var world = World(plan, seed: 1, replication: 0)
      let rates = needRates(of: plan, in: &world)
      for settlement in plan.map.settlements.indices {
        for day in 0..<7 {
          for (profile, multiplier) in [clinic, emergency, 1].enumerated() {
            let holiday = rates.expected(settlement, profile, onDay: day)
            let ordinary = rates.expected(settlement, profile, onDay: day + 7)
            if multiplier == 1 {
              #expect(holiday == ordinary)
            } else {
              #expect(abs(holiday - multiplier * ordinary) <= 1e-12 * ordinary)
            }
          }
        }
      }
    }
  }

  @Test("What holds on holidays only changes nothing while there are none")
  func noHoliday() throws {
    // From Monday, 4 March 2024.
    let march = Stretch(start: CivilDate(dayNumber: Stretch.firstOf2024 + 63), days: 14, warmUp: 0)
    let plain = try TinyCounty(exchanging: TinyCounty.everyDayAlike).readings(.baseline, march)
    let county = try TinyCounty(exchanging: [
      TinyCounty.giving("holidayClinic", "0.2"), TinyCounty.giving("holidayEmergency", "3"),
      TinyCounty.giving("holidayStaffing", "[10%, 0%]"), TinyCounty.giving("marketCycle", "0"),
    ])
    let readings = county.readings(.baseline, march)
    #expect(readings.fingerprint == plain.fingerprint)
    #expect(readings.counts == plain.counts)
  }

  @Test("County hospitals are emptier in the week of National Day, and nobody is lost")
  func emptier() throws {
    let week = Stretch(start: Self.nationalDay, days: 7, warmUp: 0)
    let plain = try TinyCounty(exchanging: TinyCounty.everyDayAlike).readings(.baseline, week)
    let county = try TinyCounty(exchanging: [
      TinyCounty.giving("holidayClinic", "0.4"), TinyCounty.giving("holidayEmergency", "1"),
      TinyCounty.giving("holidayStaffing", "[100%, 100%]"), TinyCounty.giving("marketCycle", "0"),
    ])
    let readings = county.readings(.baseline, week)
    let lane = FacilityKind.countyGeneral.lane
    let (before, after) = (plain.total(.waits, lane: lane), readings.total(.waits, lane: lane))
    #expect(before > 100)
    #expect(Double(after) < 0.8 * Double(before))
    #expect(readings.identities.allSatisfy { $0.holds })
  }

  @Test("On a holiday the fewer of the weekend's and the holiday's physicians are on duty")
  func staffing() throws {
    let county = try TinyCounty(exchanging: [
      TinyCounty.giving("weekendStaffing", "[75%, 60%]"),
      TinyCounty.giving("holidayStaffing", "[80%, 40%]"),
    ])
    let kinds: [FacilityKind] = [.villageClinic, .townshipCentre, .countyTCM, .cityHospital]
    // 4 April is Qingming, a Thursday; 10 and 12 February, a Saturday and a Monday, are festival.
    let expected: [(day: Int, shares: [Double])] = [
      (403, [1, 1, 1, 1]), (404, [0.8, 0.8, 0.4, 1]), (406, [0.75, 0.75, 0.75, 0.75]),
      (407, [0.6, 0.6, 0.6, 0.6]), (210, [0.75, 0.75, 0.4, 0.75]), (212, [0.8, 0.8, 0.4, 1]),
    ]
    for (day, shares) in expected {
      let date = try #require(CivilDate(year: 2024, month: day / 100, day: day % 100))
      let staffing = DayStaffing(on: date, county.inputs.clinics)
      #expect(kinds.map { staffing.share(at: $0) } == shares, "\(day)")
    }
    let neutral = try TinyCounty(exchanging: [
      TinyCounty.giving("weekendStaffing", "[75%, 60%]"),
      TinyCounty.giving("holidayStaffing", "[100%, 100%]"),
    ])
    for number in 0..<366 {
      let date = CivilDate(dayNumber: Stretch.firstOf2024 + number)
      let week = [1, 1, 1, 1, 1, 0.75, 0.6][date.weekday]
      let staffing = DayStaffing(on: date, neutral.inputs.clinics)
      #expect(kinds.map { staffing.share(at: $0) } == [week, week, week, week])
    }
  }

  @Test("County hospitals without holiday staff close on Qingming, and take no bookings for it")
  func closed() throws {
    let tiny = try TinyCounty(exchanging: [
      TinyCounty.giving("holidayStaffing", "[100%, 0%]")
    ])
    // Monday, 1 April 2024: Qingming is the fourth day.
    let stretch = Stretch(start: CivilDate(dayNumber: Stretch.firstOf2024 + 91), days: 6, warmUp: 0)
    let scenario = tiny.scenario(.baseline, stretch)
    var county = County(scenario, map: tiny.map, seed: stretch.seed, replication: 0)
    var onDuty: [[Int]] = []
    for day in 1...5 {
      county.run(untilDay: day)
      var (hospitals, grassroots) = (0, 0)
      for (row, clinic) in county.world.facilities.clinics.enumerated() {
        let staff = Int(county.departments.clinics.clinics[ClinicID(row: row)].staff)
        if clinic.kind.tier == .county { hospitals += staff }
        if clinic.kind.isGrassroots { grassroots += staff }
      }
      onDuty.append([hospitals, grassroots])
    }
    #expect(onDuty.map { $0[0] == 0 } == [false, false, false, true, false])
    #expect(onDuty.allSatisfy { $0[1] > 0 })

    var quiet = QuietCounty(tiny)
    let clinic = try obstetrics(of: quiet)
    var days = [0, 0, 0, 0, 0]
    while let slot = book(at: clinic, in: &quiet), slot.lead < days.count { days[slot.lead] += 1 }
    #expect(days.map { $0 == 0 } == [false, false, false, true, false])
  }

  @Test("Where nobody goes to a clinic on a holiday, nothing falls due on it, and nothing is lost")
  func due() throws {
    let county = QuietCounty(
      try TinyCounty(exchanging: [TinyCounty.giving("holidayClinic", "0")])
    )
    var calendar = DueCalendar(county.plan)
    calendar.turn(to: Self.nationalDay)
    for person in 0..<100 {
      calendar.enter(
        PersonID(row: person),
        .refill,
        timesAYear: 12,
        phase: (Double(person) + 0.5) / 100,
        month: 2024 * 12 + 9
      )
    }
    let counts = (1...31).map { calendar.count(onDay: $0) }
    #expect(counts[..<7].allSatisfy { $0 == 0 })
    #expect(counts.reduce(0, +) == 100)
  }

  @Test(
    "Figures of holidays that cannot be are refused",
    arguments: [
      ("holidayClinic", "-0.1"), ("holidayClinic", "5.1"), ("holidayEmergency", "-1"),
      ("holidayEmergency", "6"), ("holidayStaffing", "[101%, 100%]"),
      ("holidayStaffing", "[100%, -1%]"), ("holidayStaffing", "[100%]"),
    ]
  )
  func refused(_ key: String, _ value: String) {
    #expect(throws: DiagnosticList.self) {
      try TinyCounty(exchanging: [TinyCounty.giving(key, value)])
    }
  }

  private func needRates(of plan: CountyPlan, in world: inout World) -> NeedRates {
    NeedRates(plan, residents: world.residents, streams: &world.streams)
  }

  private func obstetrics(of county: borrowing QuietCounty) throws -> ClinicID {
    let general = try county.facility(.countyGeneral)
    return try #require(
      county.plan.facilities.clinic(at: general, for: Specialty.obstetrics.index)
    )
  }

  private func book(at clinic: ClinicID, in county: inout QuietCounty) -> SlotBook.Slot? {
    county.world.appointments.book(
      at: clinic,
      wishing: 480,
      from: 0,
      after: 0,
      on: county.world.today
    )
  }
}
