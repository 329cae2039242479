import Testing

@testable import Geography

@Suite("Best places for stations")
struct SitingTests {
  /// A small instance whose figures follow from its number.
  private static func instance(
    _ number: Int,
    sites: Int = 9,
    homes: Int = 14,
    stations: Int = 4,
    fixed: Int = 0
  ) throws -> SitingProblem {
    // Lehmer's generator: the figures are the same everywhere and look like nothing in particular.
    var state = UInt64(number) * 2_654_435_761 % 2_147_483_647 + 1
    func draw(_ count: UInt64) -> Double {
      state = state * 48_271 % 2_147_483_647
      return Double(state % count)
    }
    let places = (0..<(sites + homes)).map { _ in (draw(60), draw(60)) }
    return try SitingProblem(
      demand: (0..<homes).map { _ in 1 + draw(900) },
      minutes: (0..<sites).map { site in
        (sites..<(sites + homes)).map { home in
          abs(places[site].0 - places[home].0) + abs(places[site].1 - places[home].1)
        }
      },
      limits: (0..<homes).map { $0 % 3 == 0 ? 15 : 22 },
      standings: (0..<sites).map { $0 < fixed ? .fixed : .candidate },
      crews: (0..<sites).map { $0 % 4 == 0 ? 2 : 1 },
      stations: stations
    )
  }

  /// All sets of the right size that hold every fixed site.
  private static func subsets(of problem: SitingProblem) -> [[Int]] {
    (0..<(1 << problem.sites.count)).compactMap { mask in
      let chosen = problem.sites.filter { mask >> $0 & 1 == 1 }
      let holds = problem.sites.allSatisfy {
        problem.standings[$0] == .candidate || chosen.contains($0)
      }
      return chosen.count == problem.stations && holds ? chosen : nil
    }
  }

  private static let models: [SitingModel] = [
    .maximalCovering, .expectedCovering(busy: 0.3), .median,
  ]

  @Test(
    "Every model finds the best of all subsets, with and without fixed stations",
    arguments: models,
    [0, 2]
  )
  func bruteForce(_ model: SitingModel, _ fixed: Int) throws {
    for number in 1...12 {
      let problem = try Self.instance(number, stations: 2 + number % 4 + fixed, fixed: fixed)
      let values = Self.subsets(of: problem).map { problem.value(of: $0, under: model) }
      let best = try #require(model.isMaximised ? values.max() : values.min())
      let plan = try problem.best(under: model, seconds: 20)
      #expect(abs(plan.value - best) < 1e-9)
      #expect(plan.proof == .optimal)
      #expect(plan.gap == 0)
      #expect(plan.sites.count == problem.stations)
      #expect((0..<fixed).allSatisfy(plan.sites.contains))
    }
  }

  @Test("Two villages and two towns are covered as worked by hand")
  func byHand() throws {
    // Site 0 reaches homes 0 and 1 (300 people), site 1 reaches homes 1 and 2 (600), site 2 reaches
    // home 3 (250). Two sites: 1 and 2 cover 850 of 950; 0 and 1 cover 700; 0 and 2 cover 550.
    let problem = try SitingProblem(
      demand: [100, 200, 400, 250],
      minutes: [[5, 10, 90, 90], [90, 15, 10, 90], [90, 90, 90, 0]],
      limits: [15, 15, 15, 15],
      standings: [.candidate, .candidate, .candidate],
      crews: [1, 1, 1],
      stations: 2
    )
    let covering = try problem.best(under: .maximalCovering, seconds: 5)
    #expect(covering.sites == [1, 2])
    #expect(covering.value == 850.0 / 950)
    // Expected: one crew each, so that 850 people are covered with 0.6; site 0 beside site 1 would
    // give 0.6 · (100 + 400) + 0.84 · 200 = 468 < 510.
    let expected = try problem.best(under: .expectedCovering(busy: 0.4), seconds: 5)
    #expect(expected.sites == [1, 2])
    #expect(abs(expected.value - 510.0 / 950) < 1e-12)
    // Median: sites 1 and 2 cost 100·90 + 200·15 + 400·10 + 0; the home at 90 min cannot be helped.
    let median = try problem.best(under: .median, seconds: 5)
    #expect(median.sites == [1, 2])
    #expect(abs(median.value - 16_000.0 / 950) < 1e-12)
  }

  @Test("When crews are never busy, expected covering is maximal covering")
  func neverBusy() throws {
    for number in 1...6 {
      let problem = try Self.instance(number)
      let plain = try problem.best(under: .maximalCovering, seconds: 20)
      let expected = try problem.best(under: .expectedCovering(busy: 0), seconds: 20)
      #expect(plain.value == expected.value)
    }
  }

  @Test("One more station never makes a best plan worse")
  func monotone() throws {
    for model in Self.models {
      let values = try (1...9).map {
        try Self.instance(5, stations: $0).best(under: model, seconds: 20).value
      }
      let isOrdered = zip(values, values.dropFirst()).allSatisfy {
        model.isMaximised ? $0 <= $1 + 1e-12 : $0 >= $1 - 1e-12
      }
      #expect(isOrdered, "\(values)")
    }
  }

  @Test("No time gives a bound or nothing, and never a false proof")
  func outOfTime() throws {
    let problem = try Self.instance(3, sites: 40, homes: 100, stations: 12)
    for model in Self.models {
      let plan = try problem.best(under: model, seconds: 0.001)
      #expect(plan.sites.count == 12)
      guard case .bounded(let bound) = plan.proof else { continue }
      #expect(model.isMaximised ? bound >= plan.value : bound <= plan.value)
      #expect(plan.gap >= 0)
    }
  }

  @Test("Exchanges alone come within a twentieth of the best of all subsets")
  func exchanges() throws {
    for model in Self.models {
      for number in 1...8 {
        let problem = try Self.instance(number, fixed: 1)
        let best = try problem.best(under: model, seconds: 20).value
        let found = SitingExchange(problem, model).improved(nil)
        let value = problem.value(of: found, under: model)
        #expect(found.contains(0) && found.count == problem.stations)
        #expect(model.isMaximised ? value <= best + 1e-12 : value >= best - 1e-12)
        #expect(abs(value / best - 1) < 0.05)
      }
    }
  }

  @Test("A program that GLPK refuses fails, and the process and the next program go on")
  func refused() throws {
    var twice = IntegerProgram(.most)
    let column = twice.column(cost: 1, in: 0...1, .whole)
    // GLPK calls its error handler, which would abort, for an element that is there twice.
    twice.row([(column, 1), (column, 1)], in: 0...1)
    guard case .failed = twice.solve(seconds: 1) else {
      Issue.record("a doubled element was accepted")
      return
    }
    var impossible = IntegerProgram(.most)
    let one = impossible.column(cost: 1, in: 0...1, .whole)
    impossible.row([(one, 1)], in: 2...3)
    guard case .infeasible = impossible.solve(seconds: 1) else {
      Issue.record("2 to 3 out of 1")
      return
    }
    #expect(try Self.instance(1).best(under: .median, seconds: 20).proof == .optimal)
  }

  @Test("Parts that do not fit each other are refused")
  func refusedParts() {
    #expect(throws: SitingProblemError.stations(1, fixed: 2, sites: 9)) {
      try Self.instance(1, stations: 1, fixed: 2)
    }
    #expect(throws: SitingProblemError.stations(10, fixed: 0, sites: 9)) {
      try Self.instance(1, stations: 10)
    }
    #expect(throws: SitingProblemError.tooLarge(pairs: 1_000_600)) {
      try Self.instance(1, sites: 1, homes: 1_000_600, stations: 1)
    }
  }
}
