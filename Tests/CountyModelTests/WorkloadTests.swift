import Geography
import Testing

@testable import CountyModel

@Suite("Visits per physician and day")
struct WorkloadTests {
  private static let run = Result { try TinyCounty.asWritten().readings() }

  @Test("Over a whole county visits are divided by all physicians and by 251 days a year")
  func official() throws {
    let readings = try Self.run.get()
    let visits = FacilityKind.countyLanes.reduce(0) { $0 + readings.total(.visits, lane: $1) }
    let physicianDays = Double(readings.total(.physicianDays, lane: 0)) / 1000
    // Three per 1,000 residents; who dies or moves at midnight may be counted on either side of it.
    let residentDays = Double(readings.total(.residentDays, lane: 0))
    #expect(abs(physicianDays / residentDays / 0.003 - 1) < 0.001)
    let physicians = physicianDays / 28
    let expected = Double(visits) / physicians / (251 * 28 / 365.25)
    let value = try #require(readings.first("visits.perPhysicianDay"))
    #expect(abs(value / expected - 1) < 1e-12)
  }

  @Test("A physician on duty sees as many as the visits and the days of duty say")
  func onDuty() throws {
    let readings = try Self.run.get()
    let lanes = FacilityKind.hospitalLanes
    let visits = lanes.reduce(0) { $0 + readings.total(.visits, lane: $1) }
    let days = lanes.reduce(0) { $0 + readings.total(.dutyDays, lane: $1) }
    // Sixteen physicians at most on each of the 28 days.
    #expect(days > 0 && days <= 16 * 28)
    #expect(readings.first("visits.perDutyDay.county") == Double(visits) / Double(days))
  }

  @Test("More county physicians give more days of duty and leave the grassroots theirs")
  func lever() throws {
    let more = try Policy.pulling(["clinics.countyPhysicians": 1.5])
    let readings = try TinyCounty.asWritten().readings(more)
    let before = try Self.run.get()
    let county = FacilityKind.countyGeneral.lane
    #expect(readings.total(.dutyDays, lane: county) > before.total(.dutyDays, lane: county))
    let village = FacilityKind.villageClinic.lane
    #expect(readings.total(.dutyDays, lane: village) == before.total(.dutyDays, lane: village))
  }
}
