internal import Engine
internal import Glibc
internal import Probability

/// Arrivals whose rate changes with the time of day.
extension VerificationFamily {
  static let arrivals: [VerificationFamily] = [
    VerificationFamily("NHPP arrivals") { wanted, _ in
      [.direct { _, seed in try ArrivalRows(wanted, seed: seed).rows }]
    }
  ]
}

/// Many days of arrivals, counted by hour and rescaled to unit rate.
private struct ArrivalRows {
  private let wanted: AnalyticCase
  private let profile: RateProfile
  private let days: Int
  private var drawn: DrawnRows

  var rows: [JudgedRow] { drawn.rows }

  init(_ wanted: AnalyticCase, seed: UInt64) throws {
    self.wanted = wanted
    guard let text = wanted.inputs["rate"]?.text, let profile = try RateProfile(words: text) else {
      throw CaseProblem.input("rate", caseID: wanted.id)
    }
    self.profile = profile
    days = try wanted.whole("days")
    drawn = DrawnRows(wanted)
    let horizon = try wanted.number("horizon_h")
    let streams = RandomStreams(seed: seed, replication: 0)
    judgeDays(horizon, streams)
    judgeAcceptance(horizon, streams)
  }

  /// Counts per stretch and the gaps at unit rate.
  private mutating func judgeDays(_ horizon: Double, _ streams: borrowing RandomStreams) {
    let hours = (0..<Int(horizon.rounded(.up))).map {
      Stretch(start: Double($0), end: min(Double($0 + 1), horizon))
    }
    let asked = wanted.rows.map { Stretch(row: $0.name, horizon: horizon) }
    var counts = (hours + asked.compactMap(\.self)).map { StretchCount($0) }
    var gaps: [Double] = []
    // What a day had left of its last gap is carried on: at unit rate the days are one line.
    var carried = 0.0
    for day in 0..<days {
      var time = 0.0
      var number = 0
      while let (next, _) = profile.search(
        after: time,
        streams,
        at: DrawAddress(row: 0, sample: day << 24 | number)
      ) {
        guard next < horizon else { break }
        gaps.append(carried + profile.expected(from: time, to: next))
        carried = 0
        for place in counts.indices { counts[place].note(next) }
        (time, number) = (next, number + 1)
      }
      carried += profile.expected(from: time, to: horizon)
      for place in counts.indices { counts[place].endDay() }
    }
    judge(counts, asked, hours: hours.count)
    drawn.add("rescaled gaps Kolmogorov", distanceOf: gaps) { -expm1(-$0) }
    drawn.add(
      "rescaled gaps lag-1 correlation",
      correlationOf: Array(gaps.dropLast()),
      with: Array(gaps.dropFirst())
    )
  }

  private mutating func judge(_ counts: [StretchCount], _ asked: [Stretch?], hours: Int) {
    var place = hours
    for (row, stretch) in zip(wanted.rows, asked) {
      guard let stretch else { continue }
      drawn.add(
        row.name,
        exact: row.value,
        estimate: counts[place].perDay.mean ?? .nan,
        error: (row.value / Double(days)).squareRoot()
      )
      let formula = profile.expected(from: stretch.start, to: stretch.end)
      drawn.add(row.name + " by formula", exact: row.value, formula: formula)
      judgeDispersion(row.name + " dispersion", counts[place])
      place += 1
    }
    drawn.add(
      "hours chi-square",
      counts: counts[..<hours].map { Int(($0.perDay.sum).rounded()) },
      expected: counts[..<hours].map {
        Double(days) * profile.expected(from: $0.stretch.start, to: $0.stretch.end)
      },
      // The rates are known: the sum is free too.
      degreesOfFreedom: hours
    )
    for hour in 0..<hours { judgeDispersion("hour \(hour) dispersion", counts[hour]) }
  }

  /// Poisson counts vary as much as their mean.
  private mutating func judgeDispersion(_ row: String, _ count: StretchCount) {
    guard let mean = count.perDay.mean, let variance = count.perDay.variance, mean > 0 else {
      return
    }
    let freedom = Double(days - 1)
    drawn.add(row, chiSquare: freedom * variance / mean, degreesOfFreedom: freedom)
  }

  /// Candidates and arrivals of one long line of days.
  private mutating func judgeAcceptance(
    _ horizon: Double,
    _ streams: borrowing RandomStreams
  ) {
    guard let row = wanted.rows.first(where: { $0.name == "thinning_acceptance" }) else { return }
    var time = 0.0
    var (accepted, proposed) = (0, 0)
    while time < horizon * Double(days),
      let (next, candidates) = profile.search(
        after: time,
        streams,
        at: DrawAddress(row: 1, sample: accepted)
      )
    {
      accepted += 1
      proposed += candidates
      time = next
    }
    drawn.add(row.name, exact: row.value, hits: accepted, of: proposed)
    let mean = profile.expected(from: 0, to: horizon) / horizon
    drawn.add(row.name + " by formula", exact: row.value, formula: mean / profile.peak)
  }
}

/// A part of the day, in hours.
private struct Stretch {
  let start: Double
  let end: Double

  init(start: Double, end: Double) {
    self.start = start
    self.end = end
  }

  /// The part a row asks for: `bin_3_4h` or `total_day`.
  init?(row: String, horizon: Double) {
    let words = RowWords(row)
    if words.begin(with: "total") {
      self.init(start: 0, end: horizon)
    } else if words.begin(with: "bin"), words.words.count == 3,
      let start = RowWords.number(words.words[1]),
      let end = RowWords.number(words.words[2].replacing("h", with: ""))
    {
      self.init(start: start, end: end)
    } else {
      return nil
    }
  }
}

/// How many arrivals a part of the day had, day by day.
private struct StretchCount {
  let stretch: Stretch
  private(set) var perDay = Tally()
  private var today = 0

  init(_ stretch: Stretch) {
    self.stretch = stretch
  }

  mutating func note(_ time: Double) {
    if time >= stretch.start && time < stretch.end { today += 1 }
  }

  mutating func endDay() {
    perDay.add(Double(today))
    today = 0
  }
}

extension RateProfile {
  /// A rate as cases files write it: `10*(1+0.8*sin(2*pi*t/24)) per hour`, or a number alone.
  init?(words: String) throws {
    let number = #/[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/#
    let text = words.replacing(" ", with: "").replacing("perhour", with: "")
    if let rate = Double(text) {
      self = try .constant(rate)
      return
    }
    let parts = text.split(separator: "*")
    let shape = #/[^*]+\*\(1([-+])[^*]+\*(sin|cos)\(2\*pi\*t/[^)]+\)\)/#
    guard let match = text.wholeMatch(of: shape), parts.count >= 3,
      let mean = Double(parts[0]),
      let swing = parts[1].dropFirst(3).wholeMatch(of: number).flatMap({ Double($0.output) }),
      let period = text.split(separator: "/").last
        .flatMap({ Double($0.replacing(")", with: "")) })
    else { return nil }
    self = try .sinusoidal(
      mean: mean,
      amplitude: match.output.1 == "-" ? -swing : swing,
      period: period,
      // A cosine is a sine a quarter of the way on.
      phase: match.output.2 == "cos" ? -period / 4 : 0
    )
  }
}
