/// The contest of a sweep's candidates for the best, as far as its results go.
///
/// Kim and Nelson's procedure is played anew over all that is there, replication by replication, so the
/// standing follows from the shards alone. It never looks at a replication beyond the one that decides,
/// although rounds bring several at a time.
struct SweepContest: Sendable {
  /// What is promised.
  let rule: SweepManifest.Best
  /// The measure by which candidates are compared.
  let measure: MeasureTable
  /// The calendar year that is judged, the last one.
  let year: Int
  /// Those that had something to measure in every replication.
  let entered: [SweepCandidate]
  /// Those that had not; they are not compared.
  let unmeasured: [SweepCandidate]
  /// The procedure over those that entered; `nil` for fewer than two.
  let race: KimNelsonRace?

  /// The contest so far; `nil` where nothing is to be chosen, or while tasks are missing.
  init?(of results: SweepResults) {
    let manifest = results.manifest
    guard let rule = manifest.best, results.isComplete, let year = results.years.last,
      let measure = results.measures.first(where: { $0.id == rule.measure })
    else { return nil }
    let sign = measure.better == "lower" ? -1.0 : 1
    var (entered, unmeasured, answers): ([SweepCandidate], [SweepCandidate], [[Double]]) =
      ([], [], [])
    for candidate in manifest.candidates {
      let known = manifest.replications(ofPoint: candidate.point, policy: candidate.policy)
      let values = results.replications(
        of: measure.id,
        point: candidate.point,
        policy: candidate.policy,
        year: year
      ).compactMap(\.self)
      guard known >= rule.from, values.count == known else {
        unmeasured.append(candidate)
        continue
      }
      entered.append(candidate)
      answers.append(values.map { sign * $0 })
    }
    self.rule = rule
    self.measure = measure
    self.year = year
    self.entered = entered
    self.unmeasured = unmeasured
    race = entered.count > 1 ? rule.race(over: answers) : nil
  }

  /// Those that may still be the best, the best mean first, the first of equals before the others.
  var remaining: [SweepCandidate] {
    guard let race else { return entered }
    let means = race.alive.map { Sample(race.observations(of: $0)).mean }
    return zip(race.alive, means)
      .sorted { ($0.1, $1.0) > ($1.1, $0.0) }
      .map { entered[$0.0] }
  }

  /// Those that were dropped for differences which varied in no replication.
  var unvaried: [SweepCandidate] { race?.unvaried.map { entered[$0] } ?? [] }

  /// The one that was chosen; `nil` while it is open.
  var chosen: SweepCandidate? {
    guard let race, race.isOver else { return nil }
    return entered[race.best]
  }
}

extension SweepManifest.Best {
  /// Most candidates: each is compared with every other, and the promise is dearer for each more.
  public static let mostCandidates = 200

  /// Kim and Nelson's procedure over answers of two candidates or more, larger is better.
  ///
  /// It goes as far as all that are still in it have answers; each has `from` or more.
  func race(over answers: [[Double]]) -> KimNelsonRace {
    let procedure = KimNelson(
      systems: answers.count,
      first: from,
      indifference: indifference,
      confidence: confidence
    )
    var race = KimNelsonRace(procedure, pilot: answers.map { Array($0.prefix(from)) }, most: to)
    while !race.isOver {
      let place = race.replications
      let round = race.alive.compactMap { answers[$0].count > place ? answers[$0][place] : nil }
      guard round.count == race.alive.count else { break }
      race.add(round)
    }
    return race
  }

  /// Replications that those still in the race should have next; `nil` when one is chosen, or at the
  /// most.
  ///
  /// A round goes until the next one is dropped if the means stay as they are, a quarter as many again
  /// at least and as many again at most: one at a time would be one round each, and a cluster would
  /// idle.
  func replications(after race: KimNelsonRace) -> Int? {
    guard !race.isOver, race.replications < to else { return nil }
    let known = race.replications
    return min(max(race.nextElimination, known + max(1, known / 4)), 2 * known, to)
  }
}

extension SweepManifest {
  /// What the choice of the best still asks for, by point; empty when one is chosen, at the most
  /// replications, or where nothing is to be chosen.
  func asksForBest(after results: SweepResults) -> [Ask: [Int]] {
    guard let contest = SweepContest(of: results), let race = contest.race,
      let wanted = contest.rule.replications(after: race)
    else { return [:] }
    var asks: [Ask: [Int]] = [:]
    let living = Dictionary(grouping: race.alive.map { contest.entered[$0] }, by: \.point)
    for (point, candidates) in living.sorted(by: { $0.key < $1.key }) {
      let known = Dictionary(grouping: candidates.map(\.policy)) {
        replications(ofPoint: point, policy: $0)
      }
      for (first, runs) in known.sorted(by: { $0.key < $1.key }) where first < wanted {
        let all = runs.count == policies.count
        let ask = Ask(first: first, more: wanted - first, policies: all ? nil : runs)
        asks[ask, default: []].append(point)
      }
    }
    return asks
  }
}
