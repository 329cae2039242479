import Testing

@testable import CountyModel

@Suite("Every lever of every department")
struct LeverTableTests {
  /// The tables of all departments.
  private static let rows: [LeverCase] = [
    AmbulanceLeverTests.rows, BedsLeverTests.rows, ClinicsLeverTests.rows,
    CommunityLeverTests.rows, FacilitiesLeverTests.rows, FinanceLeverTests.rows,
    PeopleLeverTests.rows, ReferralLeverTests.rows, WorkforceLeverTests.rows,
  ].flatMap { $0 }

  /// Levers without a row, and why.
  private static let exempt = [
    "facilities.opened": "tiny plans no sites; `FacilityDoorTests` opens two in a county that does",
    "community.beds":
      "all of tiny is one community; `CommunityBedTests` pulls it in a county that is not",
  ]

  @Test("A lever has a row that says what it must do, or a reason why it has none")
  func complete() {
    let known = Set(Self.rows.map(\.path))
    let excused = Set(Self.exempt.keys)
    let declared = Set(LeverCatalogue.all.map(\.path))
    #expect(declared.subtracting(known).subtracting(excused).sorted() == [])
    #expect(known.union(excused).subtracting(declared).sorted() == [])
    #expect(known.intersection(excused).sorted() == [])
  }

  @Test("A row names a measure that is declared")
  func measures() {
    for row in Self.rows {
      guard case .moves(let id, _, margin: _, least: _) = row.claim else { continue }
      #expect(Measure.named(id) != nil, "\(row.path): \(id)")
    }
  }

  @Test("A row pulls the partners of a lever within their ranges")
  func partners() {
    for row in Self.rows {
      for (path, strength) in row.partners.sorted(by: { $0.key < $1.key }) {
        let lever = LeverCatalogue.all.first { $0.path == path }
        #expect(lever?.range.contains(strength) == true, "\(row.path): \(path)")
      }
    }
  }
}
