import Engine
import Geography
import Testing

@testable import CountyModel

/// Which KPI a lever on first contact, clinics or tests must move, and which way.
///
/// Paired runs with one seed; `margin` is the least change relative to the run without the lever.
/// That the neutral value changes nothing, and full strength something, is shown for all levers
/// elsewhere (`DeterminismTests`, `ConservationTests`).
struct LeverEffect: Sendable, CustomTestStringConvertible {
  let path: String
  let measure: String
  let way: Way
  let margin: Double
  let level: Double
  let plan: [String]
  /// Levers that both runs pull.
  let with: [String: Double]

  var testDescription: String { "\(path) moves \(measure) \(way)" }

  /// Reads one row of a table: path, measure, way, margin, level, rows of the plans, other levers.
  init?(_ row: Substring) {
    let cells = row.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").map(String.init) }
    guard cells.count >= 6, let path = cells[0].first, let measure = cells[1].first,
      let margin = cells[3].first.flatMap(Double.init),
      let level = cells[4].first.flatMap(Double.init)
    else { return nil }
    self.path = path
    self.measure = measure
    way = cells[2] == ["up"] ? .up : .down
    self.margin = margin
    self.level = level
    plan = cells[5]
    var with: [String: Double] = [:]
    for other in cells.dropFirst(6).joined() {
      let parts = other.split(separator: "=").map(String.init)
      with[parts[0]] = parts.last.flatMap(Double.init)
    }
    self.with = with
  }
}

@Suite("Levers on first contact, clinics and tests", .serialized)
struct ClinicsLeverTests {
  /// Path, measure, way, margin, level, rows of the plans, levers that both runs pull.
  private static let table = """
    clinics.timeSlots            | wait.countyMorning             | down | 0.1  | 0.8  | LYG-52 YD-18 BZ-35
    clinics.timeSlots            | appointments.share             | up   | 0.5  | 0.8  | LYG-52 YD-18 BZ-35
    clinics.reserved             | wait.county.walkIn             | up   | 0.2  | 0.5  | TZ-32 | clinics.reservedHeld=1
    clinics.reservedHeld         | wait.county.walkIn             | up   | 0.2  | 1    | TZ-32 | clinics.reserved=0.5
    clinics.reservedRelease      | wait.county.walkIn             | down | 0.2  | 1440 | TZ-32 | clinics.reserved=0.5 clinics.reservedHeld=1
    clinics.payLater             | visit.countyCashier            | down | 0.5  | 0.6  | LYG-51
    clinics.payLater             | tests.resultCounty             | down | 0.03 | 0.6  | LYG-51
    clinics.bigOutpatient        | visit.townshipCashier          | down | 0.4  | 1    | YD-14
    clinics.evening              | clinic.turnedAway              | down | 0.2  | 120  | TZ-34
    clinics.triage               | visits.misrouted               | down | 0.3  | 0.5  | LYG-58
    firstContact.gatekeeping     | firstContact.grassrootsShare   | up   | 0.1  | 1    | YD-36 LYG-65d TZ-33
    firstContact.unreferredPrice | firstContact.grassrootsShare   | up   | 0.005| 100  | YD-36
    firstContact.online          | visits.grassrootsShareOnline   | down | 0.005| 1    | BZ-35 YD-18 BZ-45
    firstContact.formulary       | visits.grassrootsShare         | up   | 0.005| 1    | LYG-73 TZ-15
    firstContact.centralPharmacy | visits.grassrootsShare         | up   | 0.005| 1    | LYG-74 WD-10 TZ-26
    diagnostics.recognition      | tests.repeatShare              | down | 0.9  | 1    | BZ-41 BZ-24 LYG-58 TZ-12
    diagnostics.centre           | tests.grassrootsShare          | up   | 0.1  | 1    | WD-10 TZ-25 LYG-58
    diagnostics.centreTurnaround | tests.resultTownship           | up   | 0.5  | 3    | WD-10 TZ-25 | diagnostics.centre=1
    diagnostics.equipment        | tests.grassrootsShare          | up   | 0.1  | 1    | BZ-14 YD-16
    diagnostics.villageEquipment | tests.grassrootsShare          | up   | 0.015| 1    | BZ-19 YD-17
    diagnostics.reserved         | tests.waitCounty               | up   | 0.02 | 0.9  | TZ-32 | diagnostics.reservedHeld=1
    diagnostics.reservedRelease  | tests.waitCounty               | down | 0.02 | 1440 | TZ-32 | diagnostics.reserved=0.9 diagnostics.reservedHeld=1
    diagnostics.countyDevices    | tests.waitCounty               | down | 0.2  | 3    | 
    """

  private static let effects = table.split(separator: "\n").compactMap(LeverEffect.init)

  private static let stretch = Stretch(days: 14, warmUp: 7)
  private static let baseline = Result { try TinyCounty.asWritten().readings(.baseline, stretch) }

  @Test("Each lever moves its KPI the way it is meant to", arguments: effects)
  func effect(_ one: LeverEffect) throws {
    let county = try TinyCounty.asWritten()
    let without =
      one.with.isEmpty
      ? try Self.baseline.get() : county.readings(try .pulling(one.with), Self.stretch)
    var levels = one.with
    levels[one.path] = one.level
    let with = county.readings(try .pulling(levels), Self.stretch)
    let measure = try #require(Measure.named(one.measure))
    let before = try #require(without.value(of: measure, inYear: 2024))
    let after = try #require(with.value(of: measure, inYear: 2024))
    let change = (after - before) / before
    #expect(one.way.sign * change > one.margin, "\(before) became \(after)")
  }

  @Test("Each lever carries the rows of the plans that the table names")
  func plans() {
    #expect(Self.effects.count == Self.table.split(separator: "\n").count)
    for one in Self.effects {
      let declared = LeverCatalogue.all.first { $0.path == one.path }
      #expect(declared?.plan == one.plan, "\(one.path)")
    }
  }

  @Test("Strict gatekeeping: hospital visits fall by a tenth to two fifths; Xu 2020 found 23.9 %")
  func gatekeeping() throws {
    let strict = try TinyCounty.asWritten().readings(
      try .pulling(["firstContact.gatekeeping": 1, "firstContact.unreferredPrice": 100]),
      Self.stretch
    )
    let measure = try #require(Measure.named("visits.county"))
    let before = try #require(try Self.baseline.get().value(of: measure, inYear: 2024))
    let after = try #require(strict.value(of: measure, inYear: 2024))
    #expect((-0.4 ... -0.1).contains(after / before - 1), "\(after / before - 1)")
  }
}
