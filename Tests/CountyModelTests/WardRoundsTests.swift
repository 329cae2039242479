import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("Ward rounds")
struct WardRoundsTests {
  /// Tiny with so many minutes a bed at townships and at county hospitals.
  private func tiny(_ township: Double, _ county: Double) throws -> TinyCounty {
    // What the file says goes into a comment.
    let minutes = "roundMinutes: [\(township) min, \(county) min] # ["
    return try TinyCounty(exchanging: [.init(old: "roundMinutes: [", new: minutes)])
  }

  /// What the second morning finds at one facility.
  private struct Morning {
    var beds = 0
    /// Physicians on the wards, and at the desks.
    var rounds = 0.0
    var staff = 0
  }

  /// The second morning of a facility whose beds are all taken.
  private func second(_ county: TinyCounty, at kind: FacilityKind) throws -> Morning {
    var quiet = QuietCounty(county)
    let facility = try quiet.facility(kind)
    quiet.fillWards(of: facility)
    quiet.run(untilMinute: 24 * 60 + 1)
    var morning = Morning()
    for (row, ward) in quiet.plan.facilities.wards.enumerated() where ward.facility == facility {
      morning.beds += Int(quiet.departments.beds.wards[WardID(row: row)].taken)
    }
    for (row, clinic) in quiet.plan.facilities.clinics.enumerated()
    where clinic.facility == facility {
      morning.rounds += quiet.world.notices.staffing.rounds[row]
      morning.staff += Int(quiet.departments.clinics.clinics[ClinicID(row: row)].staff)
    }
    return morning
  }

  @Test("Rounds are taken beds times minutes over the minutes of the sessions; the city has none")
  func arithmetic() throws {
    let county = try tiny(3, 6)
    let hospital = try second(county, at: .countyGeneral)
    #expect(hospital.beds > 50)
    #expect(abs(hospital.rounds - Double(hospital.beds) * 6 / 510) < 1e-9)
    let township = try second(county, at: .townshipCentre)
    #expect(township.beds > 0)
    #expect(abs(township.rounds - Double(township.beds) * 3 / 690) < 1e-9)
    #expect(try second(county, at: .cityHospital).rounds == 0)
  }

  @Test("Rounds take physicians from the clinics of a full hospital; without minutes nobody goes")
  func fewerAtDesks() throws {
    let none = try second(tiny(0, 0), at: .countyGeneral)
    #expect(none.rounds == 0)
    #expect(try second(tiny(0, 0), at: .townshipCentre).rounds == 0)
    let long = try second(tiny(30, 30), at: .countyGeneral)
    #expect(long.staff < none.staff, "\(long.staff) of \(none.staff)")
  }

  @Test("On the first morning the wards are empty and everybody is at the desks")
  func firstMorning() throws {
    let quiet = QuietCounty(try tiny(30, 30))
    #expect(quiet.world.notices.staffing.rounds.allSatisfy { $0 == 0 })
  }

  @Test("Minutes above the range are refused, and so is a list of one")
  func refused() {
    #expect(throws: (any Error).self) { try tiny(31, 3) }
    #expect(throws: (any Error).self) {
      try TinyCounty(exchanging: [.init(old: "roundMinutes: [", new: "roundMinutes: [1 min] # [")])
    }
  }

  @Test("Long rounds: county waits rise over three replications, and the books close")
  func waits() throws {
    let april = CivilDate(dayNumber: Stretch.firstOf2024 + 91)
    var stretch = Stretch(start: april, days: 42, warmUp: 2)
    let (without, with) = (try tiny(0, 0), try tiny(10, 10))
    var rise = 0.0
    for replication in 0..<3 {
      stretch.replication = UInt32(replication)
      let before = without.readings(.baseline, stretch)
      let after = with.readings(.baseline, stretch)
      rise += try #require(after.first("wait.county")) - #require(before.first("wait.county"))
      for identity in after.identities { #expect(identity.holds, "\(identity.en)") }
    }
    #expect(rise > 0)
  }
}
