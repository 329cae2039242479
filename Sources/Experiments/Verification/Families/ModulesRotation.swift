internal import CountyModel
internal import Engine
internal import NetworkModel
internal import Probability

/// Postings: when a visiting doctor comes next, how many are there, whether a post is filled.
extension VerificationFamily {
  static let rotation: [VerificationFamily] = [
    VerificationFamily("posting rotation coverage") { wanted, _ in
      [.direct { _, seed in try RotationRows(wanted, seed: seed).rows }]
    }
  ]
}

/// The rows of a rotation case; their names say which calendar, team or post is meant.
private struct RotationRows {
  private let wanted: AnalyticCase
  private let seed: UInt64
  private var drawn: DrawnRows

  var rows: [JudgedRow] { drawn.rows }

  init(_ wanted: AnalyticCase, seed: UInt64) throws {
    self.wanted = wanted
    self.seed = seed
    drawn = DrawnRows(wanted)
    for (number, row) in wanted.rows.enumerated() { try judge(row, number) }
  }

  private mutating func judge(_ row: ExactRow, _ number: Int) throws {
    let words = RowWords(row.name)
    let formula = wanted.formula(of: row.name)
    switch words.words.first {
    case "wait":
      if let calendar = RotationRows.calendar(of: words) {
        let missed = words.number(after: "missed") ?? 0
        judgeWait(row, calendar, held: 1 - missed / 100, number)
      }
    case "mean":
      if let held = RowWords.number(after: "prob", in: formula), words.begin(with: "mean", "gap") {
        judgeGaps(row, held: held, number)
      }
    case "cover": try judgeCover(row, words, number)
    case "availability":
      if let filled = words.number(after: "post"), let vacant = words.number(after: "vacant") {
        try judgeAvailability(row, filled: filled, vacant: vacant)
      }
    case "P":
      if let day = words.number(after: "day"),
        let filled = RowWords.number(after: "on mean", in: formula),
        let vacant = RowWords.number(after: "off mean", in: formula)
      {
        try judgeVacancy(row, filled: filled, vacant: vacant, day: day)
      }
    case "site": judgeSites(row, words)
    default: break
    }
  }

  /// The visits of a row about waits; nothing for calendars nobody knows.
  private static func calendar(of words: RowWords) -> VisitCalendar? {
    if let sites = words.number(after: "rotation").flatMap({ Int(exactly: $0) }) {
      return .weeklyInTurn(among: sites)
    }
    if words.begin(with: "wait", "weekly") { return .weeklyInTurn(among: 1) }
    let week = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let days = words.words.compactMap { week.firstIndex(of: $0) }
    return days.isEmpty ? nil : VisitCalendar(cycle: 7, visits: days)
  }

  /// Patients who fall ill at any moment of the cycle alike.
  private mutating func judgeWait(
    _ row: ExactRow,
    _ calendar: VisitCalendar,
    held: Double,
    _ number: Int
  ) {
    let streams = RandomStreams(seed: seed, replication: 0)
    var waits = Tally()
    for patient in 0..<wanted.samples {
      let luck = streams.uniform(at: DrawAddress(row: number, sample: patient))
      let moment = luck * Double(calendar.cycle)
      waits.add(
        calendar.wait(from: moment) { visit in
          let address = DrawAddress(row: number, sample: patient, occurrence: visit + 1)
          return held >= 1 || streams.uniform(at: address) < held
        }
      )
    }
    drawn.add(row.name, exact: row.value, mean: waits)
    if held >= 1 {
      drawn.add(row.name + " by formula", exact: row.value, formula: calendar.meanWait)
    }
  }

  /// The days between visits that take place, of a weekly calendar.
  private mutating func judgeGaps(_ row: ExactRow, held: Double, _ number: Int) {
    let streams = RandomStreams(seed: seed, replication: 0)
    let calendar = VisitCalendar.weeklyInTurn(among: 1)
    var gaps = Tally()
    var last: Double?
    for visit in 0..<wanted.samples
    where streams.uniform(at: DrawAddress(row: number, sample: visit)) < held {
      let moment = calendar.moment(ofVisit: visit)
      if let last { gaps.add(moment - last) }
      last = moment
    }
    drawn.add(row.name, exact: row.value, mean: gaps)
  }

  /// Days with enough of a team there: `cover_two_of_three_p85`.
  private mutating func judgeCover(_ row: ExactRow, _ words: RowWords, _ number: Int) throws {
    guard let middle = words.words.firstIndex(of: "of"), middle > 0,
      middle + 1 < words.words.count, let least = RowWords.count(words.words[middle - 1]),
      let team = RowWords.count(words.words[middle + 1]),
      let word = words.words.last, word.hasPrefix("p"),
      let chance = Double("0." + word.dropFirst())
    else { return }
    let law = try Law.binomial(trials: Double(team), probability: chance)
    var laws = LawTable()
    let present = laws.add(law)
    var streams = RandomStreams(seed: seed, replication: 0)
    var hits = 0
    for day in 0..<wanted.samples {
      let there = streams.draw(present, from: laws, at: DrawAddress(row: number, sample: day))
      if there >= Double(least) { hits += 1 }
    }
    drawn.add(row.name, exact: row.value, hits: hits, of: wanted.samples)
    let formula = 1 - (law.cumulative(Double(least - 1)) ?? .nan)
    drawn.add(row.name + " by formula", exact: row.value, formula: formula)
  }

  /// Every site must be staffed on exactly that share of the days.
  private mutating func judgeSites(_ row: ExactRow, _ words: RowWords) {
    func count(_ thing: String) -> Int? {
      words.words.first { $0.hasSuffix(thing) && $0 != thing }
        .flatMap { Int($0.dropLast(thing.count)) }
    }
    guard let sites = count("sites"), let staff = count("staff") else { return }
    let rotation = StaffRotation(sites: sites, staff: staff)
    let days = 7 * rotation.cycle
    let shares = (0..<sites).map { site in
      Double((0..<days).count { rotation.staffs(site, onDay: $0) }) / Double(days)
    }
    let worst = shares.first { $0 != row.value } ?? shares[0]
    drawn.add(row.name, exact: row.value, formula: worst, within: 0)
    let full = (0..<days).allSatisfy { day in
      (0..<sites).count { rotation.staffs($0, onDay: day) } == min(staff, sites)
    }
    drawn.add("staff at work every day", holds: full)
  }

  /// Posts that are filled and vacant in turn are servers that break down; no particular laws.
  private mutating func judgeAvailability(
    _ row: ExactRow,
    filled: Double,
    vacant: Double
  ) throws {
    let cycle = filled + vacant
    let shares = try away(
      up: .gamma(mean: filled, cv: 0.5),
      down: .lognormal(mean: vacant, cv: 1.5),
      after: 50 * cycle,
      for: 200 * cycle,
      replications: 40
    )
    drawn.add(row.name, exact: row.value, mean: Tally(shares.map { 1 - $0 }))
  }

  /// Posts that begin filled, looked at on one day.
  private mutating func judgeVacancy(
    _ row: ExactRow,
    filled: Double,
    vacant: Double,
    day: Double
  ) throws {
    let shares = try away(
      up: .exponential(mean: filled),
      down: .exponential(mean: vacant),
      after: day,
      for: 1e-6 * (filled + vacant),
      replications: max(2, wanted.samples / RotationRows.posts)
    )
    drawn.add(row.name, exact: row.value, mean: Tally(shares))
  }

  private static let posts = 100

  /// The share of posts vacant during a stretch of time, replication by replication.
  private func away(
    up: Law,
    down: Law,
    after start: Double,
    for length: Double,
    replications: Int
  ) throws -> [Double] {
    let station = StationNodeInputs(
      servers: .count(RotationRows.posts),
      service: .all(try .deterministic(start)),
      absence: .breakdowns(up: up, down: down, interrupted: .resume)
    )
    let source = SourceInputs(
      id: "source",
      classes: [("nobody", 1)],
      arrivals: .trace([TraceArrival(time: 2 * (start + length))]),
      first: .to("posts")
    )
    let inputs = NetworkInputs(
      title: "posts",
      timeUnit: "unit",
      classes: [CustomerClass(id: "nobody")],
      nodes: [NodeInputs(id: "posts", kind: .station(station))],
      sources: [source],
      run: RunInputs(warmUp: start, length: length, replications: replications, seed: seed)
    )
    let plan = try NetworkPlan(inputs)
    return (0..<replications).map {
      Network(plan, replication: UInt32($0)).run().nodes[0].awayShare
    }
  }
}
