import Engine
import Geography
import Testing

@testable import CountyModel

/// What must be true of choices whatever the coefficients: properties 20 and 32, and permuted places.
@Suite("Who moves when one alternative changes")
struct ChoiceMetamorphicTests {
  @Test("Closing a facility moves those who chose it, and nobody else")
  func closing() throws {
    var county = QuietCounty(try .asWritten())
    let general = try county.facility(.countyGeneral)
    let before = county.manyChoices()
    for severity in Severity.allCases { county.world.choice.set(-1e9, at: general, for: severity) }
    let after = county.manyChoices()
    #expect(before.contains(general))
    #expect(!after.contains(general))
    for (old, new) in zip(before, after) where old != general { #expect(new == old) }
  }

  @Test("The same utility added to every alternative moves nobody")
  func constant() throws {
    let tiny = try TinyCounty.asWritten()
    var shifted = tiny
    shifted.inputs.solved.selfCare += 0.5
    var county = QuietCounty(shifted)
    for row in county.plan.map.facilities.indices {
      for severity in Severity.allCases {
        county.world.choice.set(0.5, at: FacilityID(row: row), for: severity)
      }
    }
    #expect(county.manyChoices() == QuietCounty(tiny).manyChoices())
  }

  @Test("A facility that moves away never gains anybody; who never chose it stays")
  func farther() throws {
    let tiny = try TinyCounty.asWritten()
    let city = FacilityID(
      row: try #require(tiny.map.facilities.firstIndex { $0.kind == .cityHospital })
    )
    var moved = tiny
    moved.map = tiny.map.exchanging { $0.kind == .cityHospital ? $0.standing(farther: 30) : $0 }
    let (before, after) = (QuietCounty(tiny).manyChoices(), QuietCounty(moved).manyChoices())
    #expect(after.filter { $0 == city }.count < before.filter { $0 == city }.count)
    for (old, new) in zip(before, after) where old != city { #expect(new == old) }
  }

  @Test("Where facilities change places, choices change")
  func permuted() throws {
    let tiny = try TinyCounty.asWritten()
    let places = tiny.map.facilities.map(\.settlement)
    var permuted = tiny
    var next = places.indices.reversed().makeIterator()
    permuted.map = tiny.map.exchanging { one in
      guard let place = next.next(), one.kind.isGrassroots else { return one }
      return one.standing(at: places[place])
    }
    let (before, after) = (QuietCounty(tiny).manyChoices(), QuietCounty(permuted).manyChoices())
    #expect(before != after)
  }
}

extension CountyMap {
  /// The same county with other facilities.
  func exchanging(_ exchange: (Facility) -> Facility) -> CountyMap {
    CountyMap(
      border: border,
      towns: towns,
      settlements: settlements,
      roads: roads,
      facilities: facilities.map(exchange),
      stations: stations,
      candidateStations: candidateStations,
      travel: travel
    )
  }
}

extension Facility {
  /// The same facility, some minutes farther away for everybody.
  func standing(farther minutes: Double) -> Facility {
    with(settlement: settlement, onwardMinutes: onwardMinutes + minutes)
  }

  /// The same facility at another settlement.
  func standing(at place: Int) -> Facility {
    with(settlement: place, onwardMinutes: onwardMinutes)
  }

  private func with(settlement: Int, onwardMinutes: Double) -> Facility {
    Facility(
      id: id,
      name: name,
      nameEn: nameEn,
      kind: kind,
      settlement: settlement,
      town: town,
      catchment: catchment,
      onwardMinutes: onwardMinutes,
      onwardKilometres: onwardKilometres
    )
  }
}
