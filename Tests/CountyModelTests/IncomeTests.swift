import Engine
import Foundation
import Geography
import Testing

@testable import CountyModel

@Suite("Rich and poor")
struct IncomeTests {
  private static let equal = [40_000, 40_000, 40_000, 40_000, 40_000]
  private static let unequal = [9_215, 20_442, 32_195, 50_220, 95_055]

  @Test("Money weighs as (mean / income)^elasticity; at 0 it weighs the same, to the last bit")
  func weights() {
    let none = MoneyWeights(incomes: [1, 2, 3, 4, 7], elasticity: 0)
    for fifth in IncomeFifth.allCases { #expect(none[fifth] == 1) }
    let full = MoneyWeights(incomes: [1, 2, 3, 4, 5], elasticity: 1)
    let half = MoneyWeights(incomes: [1, 2, 3, 4, 5], elasticity: 0.5)
    for (fifth, weight) in zip(IncomeFifth.allCases, [3, 1.5, 1, 0.75, 0.6]) {
      #expect(abs(full[fifth] - weight) < 1e-12)
      #expect(abs(half[fifth] - weight.squareRoot()) < 1e-12)
    }
  }

  @Test(
    "Each fifth keeps a fifth of the residents, and town leans to the rich by the odds it is given",
    arguments: [0, 0.8, 2],
    [0, 0.22, 0.7]
  )
  func ladder(_ tilt: Double, _ urbanShare: Double) {
    let ladder = IncomeLadder(tilt: tilt, urbanShare: urbanShare)
    let town = Self.shares(of: ladder, in: .urban)
    let village = Self.shares(of: ladder, in: .rural)
    for fifth in IncomeFifth.allCases {
      let all = urbanShare * town[fifth.lane] + (1 - urbanShare) * village[fifth.lane]
      #expect(abs(all - 0.2) < 1e-3)
    }
    let odds = [town, village].map { $0[IncomeFifth.richest.lane] }.map { $0 / (1 - $0) }
    #expect(abs(odds[0] / odds[1] - exp(tilt)) < 0.02 * exp(tilt))
  }

  @Test("A fifth each after births, deaths and moves; whoever stands in one stays")
  func fifths() throws {
    var years = YearsOfTiny(try .asWritten(), days: 400)
    let before = Self.incomes(in: years.world)
    years.run()
    let after = Self.incomes(in: years.world)
    #expect(after == before)
    let present = Double(years.world.residents.present)
    for fifth in IncomeFifth.allCases {
      let share = Double(years.world.residents.count { $0.traits.income == fifth }) / present
      // Four standard errors of a share of 0.2.
      #expect(abs(share - 0.2) < 4 * (0.16 / present).squareRoot())
    }
  }

  @Test("The fifth, the insurance and the key group of a resident do not touch each other")
  func traits() {
    for fifth in IncomeFifth.allCases {
      var traits: Residents.Traits = [.employee]
      traits.income = fifth
      traits.insert(.keyGroup)
      traits.remove(.employee)
      #expect(traits.income == fifth)
      #expect(traits.contains(.keyGroup) && !traits.contains(.employee))
      traits.income = .poorest
      #expect(traits == [.keyGroup])
    }
  }

  @Test("Without elasticity, or where all have the same, no event depends on income")
  func neutral() throws {
    let stretch = Stretch(days: 10, warmUp: 0)
    let alike = try TinyCounty.with(incomes: Self.equal, elasticity: 0).readings(.baseline, stretch)
    for (incomes, elasticity) in [(Self.unequal, 0.0), (Self.equal, 2.0)] {
      let other = try TinyCounty.with(incomes: incomes, elasticity: elasticity)
        .readings(.baseline, stretch)
      #expect(other.fingerprint == alike.fingerprint)
      #expect(other.counts(of: .finance) == alike.counts(of: .finance))
    }
    let felt = try TinyCounty.with(incomes: Self.unequal, elasticity: 1)
      .readings(.baseline, stretch)
    #expect(felt.fingerprint != alike.fingerprint)
    #expect(felt.needs == alike.needs)
  }

  @Test("Only the weight of money and the shift by income tell poor from rich")
  func choices() throws {
    let same = QuietCounty(try TinyCounty.with(incomes: Self.unequal, elasticity: 0))
    let poorAlike = same.manyChoices(income: .poorest)
    let richAlike = same.manyChoices(income: .richest)
    #expect(poorAlike == richAlike)
    let felt = QuietCounty(try TinyCounty.with(incomes: Self.unequal, elasticity: 1))
    for traits in [EpisodeTraits(), .needsBed] {
      let poor = felt.manyChoices(income: .poorest, traits: traits)
      let rich = felt.manyChoices(income: .richest, traits: traits)
      let stay = [poor, rich].map { choices in choices.filter { $0 == nil }.count }
      #expect(stay[0] > stay[1], "\(stay)")
    }
    let shifted = QuietCounty(
      try TinyCounty(exchanging: [
        try TinyCounty.exchange("incomeElasticity", "0"),
        try TinyCounty.exchange("selfCareByIncome", "[10, 0, 0, 0, 0]"),
      ])
    )
    let shy = shifted.manyChoices(income: .poorest)
    let others = shifted.manyChoices(income: .second)
    #expect(shy.filter { $0 == nil }.count > others.filter { $0 == nil }.count + 1_000)
    #expect(others == richAlike)
  }

  /// Share of a setting's residents in each fifth, by luck spread evenly.
  private static func shares(of ladder: IncomeLadder, in setting: Setting) -> [Double] {
    let points = 20_000
    var shares = IncomeFifth.allCases.map { _ in 0.0 }
    for point in 0..<points {
      let luck = (Double(point) + 0.5) / Double(points)
      shares[ladder.fifth(of: luck, in: setting).lane] += 1 / Double(points)
    }
    return shares
  }

  private static func incomes(in world: borrowing World) -> [IncomeFifth] {
    (0..<1_000).map { world.residents[PersonID(row: $0)].traits.income }
  }
}

extension TinyCounty {
  /// Tiny with incomes of each fifth, yuan a year, and an elasticity of the weight of money.
  static func with(incomes: [Int], elasticity: Double) throws -> TinyCounty {
    let bands = incomes.map { "\($0) yuan" }.joined(separator: ", ")
    return try TinyCounty(exchanging: [
      try exchange("incomeBands", "[\(bands)]"),
      try exchange("incomeElasticity", "\(elasticity)"),
    ])
  }

  /// Another value for a figure of Tiny, whatever it is today.
  static func exchange(_ figure: String, _ value: String) throws -> Exchange {
    let file = package.appendingPathComponent("Scenarios/tiny/county.yaml")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix("  \(figure): ") })
    return Exchange(old: String(line), new: "  \(figure): \(value)")
  }
}
