import Geography
import Testing

@Suite("Facts that cannot be")
struct RefusedFactsTests {
  @Test("A county without a seat is refused")
  func noSeat() {
    let towns = Ganyu.towns.filter { $0.role == .outlying }
    #expect(throws: GenerationError.seats(0)) {
      try SyntheticCounty.generate(from: Ganyu.county(named: "某县", "Some", towns: towns))
    }
  }

  @Test("Two towns of one name are refused")
  func repeatedTown() {
    #expect(throws: GenerationError.repeatedTown("Dunshang")) {
      try SyntheticCounty.generate(
        from: Ganyu.county(named: "某县", "Some", towns: Ganyu.towns + Ganyu.towns.suffix(1))
      )
    }
  }

  @Test("An outline that does not enclose the stated area is refused")
  func areaMismatch() {
    let square = [(0, 0), (10, 0), (10, 10), (0, 10)].map { Point(x: $0.0, y: $0.1) }
    #expect(throws: GenerationError.areaMismatch(statedSquareKm: 1514, outlineSquareKm: 100)) {
      try SyntheticCounty.generate(
        from: Ganyu.county(named: "某县", "Some", outline: .polygon(square))
      )
    }
  }

  @Test("A town placed outside the border is refused by name")
  func townInTheSea() {
    let moved = Ganyu.outline.map { Point(x: $0.x - 2.5, y: $0.y) }
    #expect(throws: GenerationError.townOutsideCounty("Zhewang")) {
      try SyntheticCounty.generate(
        from: Ganyu.county(named: "某县", "Some", outline: .polygon(moved))
      )
    }
  }

  @Test("A message says what is wrong and what would be right")
  func message() {
    let error = GenerationError.outOfRange(
      figure: "urban share",
      value: 1.5,
      expected: "a number from 0.0 to 1.0"
    )
    #expect(error.description == "urban share is 1.5; expected a number from 0.0 to 1.0")
  }
}
