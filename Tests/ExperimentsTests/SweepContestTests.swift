import Testing

@testable import Experiments

@Suite("Rounds until the best is chosen")
struct SweepContestTests {
  private static func rule(
    indifference: Double = 0.5,
    from: Int = 6,
    to: Int = 10_000
  ) -> SweepManifest.Best {
    SweepManifest.Best(
      measure: "m",
      indifference: indifference,
      confidence: 0.9,
      from: from,
      to: to
    )
  }

  /// Goes on by a rule, round after round, as a sweep does.
  ///
  /// - Returns: The contest at its end, and the answers of each candidate.
  private func play(
    _ rule: SweepManifest.Best,
    candidates: Int,
    _ answer: (_ candidate: Int, _ replication: Int) -> Double
  ) -> (race: KimNelsonRace, answers: [[Double]]) {
    var answers = (0..<candidates).map { one in (0..<rule.from).map { answer(one, $0) } }
    var race = rule.race(over: answers)
    while let wanted = rule.replications(after: race) {
      for one in race.alive {
        answers[one] += (answers[one].count..<wanted).map { answer(one, $0) }
      }
      race = rule.race(over: answers)
    }
    return (race, answers)
  }

  /// An answer of a candidate under luck that is partly shared, 1 standard deviation of its own.
  private func answer(_ experiment: Int, _ candidate: Int, _ replication: Int) -> Double {
    let row = experiment * 100_000 + replication * 10
    return 2 * Self.normal(row) + Self.normal(row + 1 + candidate)
  }

  /// The nearly normal number of a place: twelve uniforms less six.
  ///
  /// - Source: uniforms by SplitMix64, Steele, Lea and Flood 2014.
  private static func normal(_ place: Int) -> Double {
    (0..<12).reduce(-6) { sum, part in
      var word = UInt64(place * 12 + part) &* 0x9E37_79B9_7F4A_7C15
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return sum + Double((word ^ (word >> 31)) >> 11) * 0x1p-53
    }
  }

  @Test("A best that leads by the zone is chosen at least as often as promised")
  func promise() {
    // Five candidates, the fourth ahead of all others by the zone and no more: at 90 %, 500 contests
    // must choose it at least 450 - 3 √(500 0.9 0.1) = 429 times.
    var (right, spent) = (0, 0)
    for experiment in 0..<500 {
      let (race, answers) = play(Self.rule(), candidates: 5) { candidate, replication in
        (candidate == 3 ? 0.5 : 0) + answer(experiment, candidate, replication)
      }
      #expect(race.isOver)
      if race.best == 3 { right += 1 }
      spent += answers.reduce(0) { $0 + $1.count } - 5 * (answers.map(\.count).max() ?? 0)
    }
    #expect(right >= 429)
    #expect(spent < 0, "dropped candidates get no further replications")
  }

  @Test("Rounds of several replications choose as one replication at a time does")
  func rounds() {
    let rule = Self.rule()
    for experiment in 0..<20 {
      func sample(_ candidate: Int, _ replication: Int) -> Double {
        0.2 * Double(candidate) + answer(experiment, candidate, replication)
      }
      let (race, answers) = play(rule, candidates: 5, sample)
      let procedure = KimNelson(systems: 5, first: 6, indifference: 0.5, confidence: 0.9)
      let single = procedure.best(of: sample)
      #expect(race == single, "\(experiment)")
      // Each was run as long as it was in the contest, and less than twice as long.
      for (candidate, known) in answers.enumerated() {
        let dropped = race.eliminations.first { $0.system == candidate }?.replications
        let needed = dropped ?? race.replications
        #expect(known.count >= needed && known.count <= 2 * needed, "\(experiment) \(candidate)")
      }
    }
  }

  @Test("At the most replications nothing more is asked for, and those that are left stay")
  func undecided() {
    let (race, answers) = play(Self.rule(indifference: 0.01, to: 9), candidates: 3) {
      answer(0, $0, $1)
    }
    #expect(!race.isOver && race.alive == [0, 1, 2])
    #expect(answers.allSatisfy { $0.count == 9 })
  }

  @Test("Where the most replications leave no second look, what does not vary is settled at them")
  func settledAtTheMost() {
    for most in [6, 7, 11, 12, 20] {
      let (race, answers) = play(Self.rule(to: most), candidates: 3) { candidate, replication in
        Double(candidate) + Self.normal(replication)
      }
      #expect(race.isOver && race.best == 2 && race.unvaried == [0, 1], "\(most)")
      #expect(race.replications == min(most, 12), "\(most)")
      #expect(answers.allSatisfy { $0.count == min(most, 12) }, "\(most)")
    }
  }

  @Test(
    "What begins to vary before the most replications, much or little, stays undecided",
    arguments: [1.0, 0.001]
  )
  func variesBeforeTheMost(_ step: Double) {
    let (race, _) = play(Self.rule(indifference: 0.01, to: 9), candidates: 2) {
      $0 == 0 ? 0 : $1 < 6 ? 0.1 : 0.1 + step * Double($1)
    }
    #expect(!race.isOver && race.alive == [0, 1] && race.unvaried.isEmpty)
  }

  @Test("A candidate that comes back into the contest has its missing replications asked for")
  func catchingUp() {
    // The first two have answers for twelve, the third for six: the contest halts at six.
    let answers = (0..<3).map { candidate in
      (0..<(candidate == 2 ? 6 : 12)).map { answer(1, candidate, $0) }
    }
    let rule = Self.rule(indifference: 0.05)
    let race = rule.race(over: answers)
    #expect(race.replications == 6 && race.alive.contains(2))
    #expect(rule.replications(after: race) == 12, "at most as many again")
  }
}
