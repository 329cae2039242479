import Geography
import Testing

@Suite("Facilities of the county")
struct FacilityTests {
  let facts = Ganyu.facts
  let map: CountyMap

  init() throws {
    map = try Ganyu.map.get()
  }

  private func all(_ kind: FacilityKind) -> [Facility] {
    map.facilities.filter { $0.kind == kind }
  }

  @Test("There are as many of each kind as asked", arguments: FacilityKind.allCases)
  func counts(of kind: FacilityKind) {
    switch kind {
    case .cityHospital: #expect(all(kind).count == 2)
    case .outOfCity: #expect(all(kind).count == 1)
    default: #expect(all(kind).count == facts.facilities.of(kind))
    }
  }

  @Test("Every facility has its own name in files")
  func ids() {
    #expect(Set(map.facilities.map(\.id)).count == map.facilities.count)
    let stations = (map.stations + map.candidateStations).map(\.id)
    #expect(Set(stations).count == stations.count)
  }

  @Test("Every village has its clinic and every town its health centre in the middle")
  func siting() {
    let villages = map.settlements.indices.filter { map.settlements[$0].setting == .rural }
    #expect(all(.villageClinic).map(\.settlement).sorted() == villages)
    #expect(all(.townshipCentre).map(\.settlement) == map.towns.map(\.centreSettlement))
  }

  @Test("County hospitals stand in the seat, each at its own place")
  func hospitals() {
    let hospitals = map.facilities.filter { $0.kind.tier == .county }
    #expect(hospitals.allSatisfy { map.towns[$0.town].isSeat })
    #expect(Set(hospitals.map(\.settlement)).count == hospitals.count)
  }

  @Test("Catchments of a tier add up to the county", arguments: Tier.allCases)
  func catchments(of tier: Tier) {
    let people = map.facilities.filter { $0.kind.tier == tier }.reduce(0) { $0 + $1.catchment }
    #expect(people == facts.residents)
  }

  @Test("Nobody lives more than 45 minutes from a health centre")
  func healthCentresAreNear() {
    let doors = map.facilities.filter { $0.kind.tier == .township }.map(\.settlement)
    let access = map.coverage.accessWithin(minutes: 45, of: doors)
    #expect(access.total == 1)
  }

  @Test("The journey to a city hospital is the journey to the seat and on")
  func onward() throws {
    let hospital = try #require(map.facilities.firstIndex { $0.kind == .cityHospital })
    let seat = map.facilities[hospital].settlement
    let toSeat = map.travel.patientMinutes(from: 100, to: seat)
    #expect(map.patientMinutes(from: 100, toFacility: hospital) == toSeat + 48)
    #expect(map.facilities.allSatisfy { ($0.onwardMinutes == 0) == $0.kind.countsInCounty })
  }
}
