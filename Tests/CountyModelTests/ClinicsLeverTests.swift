import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("Levers on first contact, clinics and tests", .serialized)
struct ClinicsLeverTests {
  static let rows: [LeverCase] = [
    .init(
      path: "clinics.timeSlots",
      plan: ["LYG-52", "YD-18", "BZ-35"],
      strength: 0.8,
      claim: .moves("wait.countyMorning", .down, least: 2)
    ),
    .init(
      path: "clinics.timeSlots",
      plan: ["LYG-52", "YD-18", "BZ-35"],
      strength: 0.8,
      claim: .moves("appointments.share", .up, least: 0.2)
    ),
    .init(
      path: "clinics.reserved",
      plan: ["TZ-32"],
      strength: 0.5,
      partners: ["clinics.reservedHeld": 1],
      claim: .moves("wait.county.walkIn", .up, least: 20)
    ),
    .init(
      path: "clinics.reservedHeld",
      plan: ["TZ-32"],
      strength: 1,
      partners: ["clinics.reserved": 0.5],
      claim: .moves("wait.county.walkIn", .up, least: 20)
    ),
    .init(
      path: "clinics.reservedRelease",
      plan: ["TZ-32"],
      strength: 1440,
      partners: ["clinics.reserved": 0.5, "clinics.reservedHeld": 1],
      claim: .moves("wait.county.walkIn", .down, least: 20)
    ),
    .init(
      path: "clinics.payLater",
      plan: ["LYG-51"],
      strength: 0.6,
      claim: .moves("visit.countyCashier", .down, least: 7)
    ),
    .init(
      path: "clinics.payLater",
      plan: ["LYG-51"],
      strength: 0.6,
      claim: .moves("tests.resultCounty", .down, least: 2)
    ),
    .init(
      path: "clinics.bigOutpatient",
      plan: ["YD-14"],
      strength: 1,
      claim: .moves("visit.townshipCashier", .down, least: 3)
    ),
    .init(
      path: "clinics.evening",
      plan: ["TZ-34"],
      strength: 120,
      claim: .moves("clinic.turnedAway", .down, least: 400)
    ),
    .init(
      path: "clinics.triage",
      plan: ["LYG-58"],
      strength: 0.5,
      claim: .moves("visits.misrouted", .down, least: 1000)
    ),
    .init(
      path: "clinics.reminders",
      plan: [],
      strength: 0.5,
      claim: .moves("appointments.missed", .down, least: 0.01)
    ),
    .init(
      path: "clinics.countyPhysicians",
      plan: [],
      strength: 2,
      claim: .moves("wait.county", .down, least: 4)
    ),
    .init(
      path: "firstContact.guidance",
      plan: ["LYG-65d", "TZ-33"],
      strength: 2,
      claim: .moves("visits.contractedGrassrootsShare", .up, least: 0.1)
    ),
    .init(
      path: "firstContact.gatekeeping",
      plan: ["YD-36", "LYG-65d", "TZ-33"],
      strength: 1,
      claim: .moves("firstContact.grassrootsShare", .up, least: 0.1)
    ),
    .init(
      path: "firstContact.unreferredPrice",
      plan: ["YD-36"],
      strength: 100,
      claim: .moves("firstContact.grassrootsShare", .up, least: 0.01)
    ),
    .init(
      path: "firstContact.online",
      plan: ["BZ-35", "YD-18", "BZ-45"],
      strength: 1,
      claim: .moves("visits.grassrootsShareOnline", .down, least: 0.005)
    ),
    .init(
      path: "firstContact.formulary",
      plan: ["LYG-73", "TZ-15"],
      strength: 1,
      claim: .moves("visits.grassrootsShare", .up, least: 0.005)
    ),
    .init(
      path: "firstContact.centralPharmacy",
      plan: ["LYG-74", "WD-10", "TZ-26"],
      strength: 1,
      claim: .moves("visits.grassrootsShare", .up, least: 0.005)
    ),
    .init(
      path: "diagnostics.recognition",
      plan: ["BZ-41", "BZ-24", "LYG-58", "TZ-12"],
      strength: 1,
      claim: .moves("tests.repeatShare", .down, least: 0.005)
    ),
    .init(
      path: "diagnostics.centre",
      plan: ["WD-10", "TZ-25", "LYG-58"],
      strength: 1,
      claim: .moves("tests.grassrootsShare", .up, least: 0.03)
    ),
    .init(
      path: "diagnostics.centreTurnaround",
      plan: ["WD-10", "TZ-25"],
      strength: 3,
      partners: ["diagnostics.centre": 1],
      claim: .moves("tests.resultTownship", .up, least: 60)
    ),
    .init(
      path: "diagnostics.equipment",
      plan: ["BZ-14", "YD-16"],
      strength: 1,
      claim: .moves("tests.grassrootsShare", .up, least: 0.03)
    ),
    .init(
      path: "diagnostics.villageEquipment",
      plan: ["BZ-19", "YD-17"],
      strength: 1,
      claim: .moves("tests.grassrootsShare", .up, least: 0.004)
    ),
    .init(
      path: "diagnostics.reserved",
      plan: ["TZ-32"],
      strength: 0.9,
      partners: ["diagnostics.reservedHeld": 1],
      claim: .moves("tests.waitCounty", .up, least: 0.5)
    ),
    .init(
      path: "diagnostics.reservedHeld",
      plan: ["TZ-32"],
      strength: 1,
      partners: ["diagnostics.reserved": 0.9],
      claim: .moves("tests.waitCounty", .up, least: 0.5)
    ),
    .init(
      path: "diagnostics.reservedRelease",
      plan: ["TZ-32"],
      strength: 1440,
      partners: ["diagnostics.reserved": 0.9, "diagnostics.reservedHeld": 1],
      claim: .moves("tests.waitCounty", .down, least: 0.5)
    ),
    .init(
      path: "diagnostics.countyDevices",
      plan: [],
      strength: 3,
      claim: .moves("tests.waitCounty", .down, least: 0.2)
    ),
  ]

  @Test("Each lever is nothing at neutral and moves its measure at strength", arguments: rows)
  func moves(_ row: LeverCase) throws { try LeverTrial.fourWeeks.check(row) }

  @Test("Strict gatekeeping: hospital visits fall by a tenth to two fifths; Xu 2020 found 23.9 %")
  func gatekeeping() throws {
    let stretch = Stretch(days: 14, warmUp: 7)
    let county = try TinyCounty.asWritten()
    let policy = try Policy.pulling([
      "firstContact.gatekeeping": 1, "firstContact.unreferredPrice": 100,
    ])
    let (open, strict) = (county.readings(.baseline, stretch), county.readings(policy, stretch))
    let measure = try #require(Measure.named("visits.county"))
    let before = try #require(open.value(of: measure, inYear: 2024))
    let after = try #require(strict.value(of: measure, inYear: 2024))
    #expect((-0.4 ... -0.1).contains(after / before - 1), "\(after / before - 1)")
  }
}
