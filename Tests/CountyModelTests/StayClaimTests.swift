import Engine
import Geography
import Testing

@testable import CountyModel

/// Stays out of the city, where the bill does not grow with days: 16,000 yuan × weight, 76 % of it
/// in catalogue, deductible 800, then 400, then nothing; 65 % × 0.90 filed.
@Suite("Who pays for a stay")
struct StayClaimTests {
  @Test("Basic insurance pays its share of what is in catalogue and above the deductible")
  func basic() throws {
    var quiet = QuietCounty(try county())
    let weight = try stay(of: 1, in: &quiet)
    let covered = 1_600_000 * weight * 0.76
    #expect(quiet.paid == ((covered - 80_000) * 0.585).rounded())
    #expect(quiet.helped == 0)
  }

  @Test("Own pay of the year above 15,000 yuan is paid at 60 %, once, and only the part above")
  func catastrophic() throws {
    var quiet = QuietCounty(try county())
    var own = 0.0
    var expected = 0.0
    for number in 0..<4 {
      let weight = try stay(of: 1, in: &quiet)
      let covered = 1_600_000 * weight * 0.76
      let deductible = [80_000.0, 40_000, 0, 0][number]
      let fund = ((covered - deductible) * 0.585).rounded()
      let before = max(0, own - 1_500_000)
      own += covered - fund
      expected += fund + (max(0, own - 1_500_000) - before) * 0.6
    }
    #expect(own > 1_500_000)
    // Own pay is kept to the yuan.
    #expect(abs(quiet.paid - expected) < 4 * 100)
    #expect(quiet.total(.catastrophicPeople) == 1)
  }

  @Test("Medical aid bears 70 % of the in-catalogue rest, and the patient what is left")
  func aid() throws {
    var quiet = QuietCounty(try county(aid: "100%"))
    let weight = try stay(of: 1, in: &quiet)
    let covered = (1_600_000 * weight * 0.76).rounded()
    #expect(quiet.helped == ((covered - quiet.paid) * 0.7).rounded())
    let books = quiet.world.books
    #expect(books.charge == books.paid + books.helped + books.pocket)
  }

  @Test("Above the yearly cap basic insurance pays nothing more")
  func cap() throws {
    var quiet = QuietCounty(try county(cap: "3000 yuan", ratio: "0%"))
    for _ in 0..<3 { _ = try stay(of: 1, in: &quiet) }
    #expect(quiet.paid == 300_000)
    _ = try stay(of: 2, in: &quiet)
    #expect(quiet.paid == 600_000)
  }

  @Test("With one deductible, a second stay by referral inside the county pays none")
  func oneDeductible() throws {
    for (strength, second) in [(0.0, 40_000.0), (1, 0)] {
      let policy = try Policy.pulling(["finance.oneDeductible": strength])
      var quiet = QuietCounty(try county(), policy)
      for traits: EpisodeTraits in [[], [.referred]] {
        let patient = try quiet.patient("electiveSurgery", .moderate, traits)
        quiet.world.episodes[patient].person = PersonID(row: 1)
        quiet.world.episodes[patient].facility = try quiet.facility(.countyGeneral)
        quiet.say(.discharged(patient))
      }
      let condition = try #require(
        quiet.plan.conditions.all.firstIndex { $0.id == "electiveSurgery" }
      )
      let weight = quiet.plan.conditions.inpatientCost[condition]
      // No days at all: 40 % of the bill of 7,000 yuan; 90 % of it in catalogue; 65 %.
      let covered = 700_000 * weight * 0.4 * 0.9
      let expected =
        ((covered - 80_000) * 0.65).rounded() + ((covered - second) * 0.65).rounded()
      #expect(quiet.paid == expected)
    }
  }

  /// Somebody comes back from a stay out of the city; returns the weight of the stay.
  private func stay(of person: Int, in quiet: inout QuietCounty) throws -> Double {
    let patient = try quiet.patient("electiveSurgery", .moderate, [.referred])
    quiet.world.episodes[patient].person = PersonID(row: person)
    quiet.world.episodes[patient].facility = try quiet.facility(.outOfCity)
    quiet.say(.discharged(patient))
    return quiet.plan.conditions.inpatientCost[Int(quiet.world.episodes[patient].condition)]
  }

  private func county(
    aid: String = "0%",
    cap: String = "200000 yuan",
    ratio: String = "60%"
  ) throws -> TinyCounty {
    try TinyCounty(exchanging: [
      .init(old: "aidShare: 5%", new: "aidShare: \(aid)"),
      .init(old: "billVariation: 0.6", new: "billVariation: 0"),
      .init(old: "inpatientCap: 200000 yuan", new: "inpatientCap: \(cap)"),
      .init(old: "catastrophicRatio: 60%", new: "catastrophicRatio: \(ratio)"),
    ])
  }
}

extension QuietCounty {
  /// Fen that insurance has paid.
  var paid: Double { Double(world.books.paid) }
  /// Fen that medical aid and the package have paid.
  var helped: Double { Double(world.books.helped) }
}
