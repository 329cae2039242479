import Geography
import Testing

@testable import CountyModel

@Suite("The way to a first contact")
struct TravelMeasureTests {
  private static let run = Result { try TinyCounty.asWritten().readings() }

  @Test("Journeys are the first contacts but those by ambulance; hospitals lie further away")
  func journeys() throws {
    let readings = try Self.run.get()
    for kind in FacilityKind.allCases {
      let journeys = readings.total(.journeys, lane: kind.lane)
      let contacts = readings.total(.firstContacts, lane: kind.lane)
      #expect(journeys <= contacts, "\(kind)")
      // Nothing opens or closes here, and ambulances go to hospitals.
      if kind.isGrassroots { #expect(journeys == contacts, "\(kind)") }
    }
    let grassroots = try #require(readings.first("visits.travel.grassroots"))
    let hospital = try #require(readings.first("visits.travel.hospital"))
    #expect(grassroots > 0 && hospital > grassroots)
  }

  @Test("No mean journey is longer than the longest that people consider")
  func bounds() throws {
    let county = try TinyCounty.asWritten()
    let plan = CountyPlan(county.scenario(.baseline, Stretch()), map: county.map)
    let considered = plan.alternatives().filter { $0.standing == .considered }
    let ways = considered.filter { $0.kind.isGrassroots }.map(\.mapMinutes)
    let (least, most) = (try #require(ways.min()), try #require(ways.max()))
    let mean = try #require(try Self.run.get().first("visits.travel.grassroots"))
    #expect(mean >= least - 1e-3 && mean <= most + 1e-3)
  }
}
