internal import Engine
internal import Probability

/// Families about what happens to a person over time.
extension VerificationFamily {
  static let course: [VerificationFamily] = [
    VerificationFamily("competing risks") { wanted, _ in
      [.direct { _, seed in try riskRows(wanted, seed: seed) }]
    },
    VerificationFamily("disease progression") { wanted, _ in
      [.direct { _, seed in try DiseaseRows(wanted, seed: seed).rows }]
    },
    VerificationFamily("pathway time") { wanted, _ in
      [.direct { _, seed in try pathwayRows(wanted, seed: seed) }]
    },
  ]

  private static func riskRows(_ wanted: AnalyticCase, seed: UInt64) throws -> [JudgedRow] {
    let risks = try CompetingRisks(rates: wanted.numbers("rates"))
    let streams = RandomStreams(seed: seed, replication: 0)
    var firsts: [Double] = []
    var times: [Double] = []
    for sample in 0..<wanted.samples {
      let (event, time) = risks.first(streams, at: DrawAddress(row: 0, sample: sample))
      firsts.append(Double(event))
      times.append(time)
    }
    var drawn = DrawnRows(wanted)
    for row in wanted.rows {
      let words = RowWords(row.name)
      if words.begin(with: "P", "first"), let letter = words.words.last?.utf8.first {
        let event = Double(letter) - Double(UInt8(ascii: "a"))
        let hits = firsts.count { $0 == event }
        drawn.add(row.name, exact: row.value, hits: hits, of: firsts.count)
      } else if words.begin(with: "P", "none"), let limit = words.number(after: "by") {
        let hits = times.count { $0 > limit }
        drawn.add(row.name, exact: row.value, hits: hits, of: times.count)
      } else if row.name == "mean_time" {
        drawn.add(row.name, exact: row.value, mean: Tally(times))
      }
    }
    let sum = risks.rates.reduce(0, +)
    drawn.add(
      "winners chi-square",
      counts: risks.rates.indices.map { event in firsts.count { $0 == Double(event) } },
      expected: risks.rates.map { $0 / sum * Double(wanted.samples) }
    )
    drawn.add("winner and time correlation", correlationOf: firsts, with: times)
    return drawn.rows
  }

  private static func pathwayRows(_ wanted: AnalyticCase, seed: UInt64) throws -> [JudgedRow] {
    var laws = LawTable()
    let stages = try (wanted.inputs["stages"]?.list ?? []).map { stage in
      guard let name = stage["dist"]?.text else {
        throw CaseProblem.input("stages", caseID: wanted.id)
      }
      let numbers = (stage.sortedFields ?? []).compactMap { field in
        field.value.number.map { (name: field.name, value: $0) }
      }
      return laws.add(try Law(LawDescription(name, numbers: numbers)))
    }
    guard !stages.isEmpty else { throw CaseProblem.input("stages", caseID: wanted.id) }
    var streams = RandomStreams(seed: seed, replication: 0)
    let times = (0..<wanted.samples).map { patient in
      stages.enumerated().reduce(0) { time, stage in
        let address = DrawAddress(row: 0, sample: patient, occurrence: stage.offset)
        return time + streams.draw(stage.element, from: laws, at: address)
      }
    }
    var drawn = DrawnRows(wanted)
    for row in wanted.rows {
      if row.name == "mean" {
        drawn.add(row.name, exact: row.value, mean: Tally(times))
      } else if row.name == "sd" {
        drawn.add(row.name, exact: row.value, deviationOf: times)
      } else if let limit = RowWords(row.name).number(after: "le") {
        let hits = times.count { $0 <= limit }
        drawn.add(row.name, exact: row.value, hits: hits, of: times.count)
      }
    }
    return drawn.rows
  }
}

extension Tally {
  /// All observations of a list.
  init(_ values: [Double]) {
    self.init()
    for value in values { add(value) }
  }
}

/// Patients who go through the states of a disease one by one.
private struct DiseaseRows {
  private let wanted: AnalyticCase
  private let disease: Disease
  private var drawn: DrawnRows

  var rows: [JudgedRow] { drawn.rows }

  init(_ wanted: AnalyticCase, seed: UInt64) throws {
    self.wanted = wanted
    disease = try Disease(wanted)
    drawn = DrawnRows(wanted)
    judgeLives(Lives(disease, patients: wanted.samples, seed: seed))
    try judgeLaw(seed: seed)
  }

  private mutating func judgeLives(_ lives: Lives) {
    for row in wanted.rows {
      let words = RowWords(row.name)
      if row.name == "mean_life" {
        drawn.add(row.name, exact: row.value, mean: Tally(lives.length))
      } else if words.begin(with: "years"), let state = disease.state(row.name.dropFirst(6)) {
        drawn.add(row.name, exact: row.value, mean: lives.years[state])
      } else if words.begin(with: "P", "ever"), let state = disease.state(row.name.dropFirst(7)) {
        drawn.add(row.name, exact: row.value, hits: lives.reached[state], of: wanted.samples)
      } else if words.begin(with: "P", "alive"), let years = words.number(after: "alive") {
        let hits = lives.length.count { $0 > years }
        drawn.add(row.name, exact: row.value, hits: hits, of: wanted.samples)
      }
    }
  }

  /// The time to death is a phase-type law, which has a sampler and moments of its own.
  private mutating func judgeLaw(seed: UInt64) throws {
    let law = try disease.lifeLaw()
    var laws = LawTable()
    let id = laws.add(law)
    var streams = RandomStreams(seed: seed, replication: 0)
    let lives = (0..<wanted.samples).map { patient in
      streams.draw(id, from: laws, at: DrawAddress(row: 1, sample: patient))
    }
    for row in wanted.rows {
      if row.name == "mean_life" {
        drawn.add(row.name + " phase-type mean", exact: row.value, formula: law.mean)
        drawn.add(row.name + " phase-type draws", exact: row.value, mean: Tally(lives))
      } else if let years = RowWords(row.name).number(after: "alive") {
        let hits = lives.count { $0 > years }
        drawn.add(row.name + " phase-type draws", exact: row.value, hits: hits, of: lives.count)
      }
    }
  }
}

/// A disease by the transition rates of a case, `h_to_c` and so on.
private struct Disease {
  let names: [String]
  let rates: [[Double]]
  let start: Int
  let progression: Progression

  init(_ wanted: AnalyticCase) throws {
    var ways: [(from: String, to: String, rate: Double)] = []
    for (key, value) in wanted.inputs["rates"]?.sortedFields ?? [] {
      let ends = key.split(separator: "_to_").map(String.init)
      guard ends.count == 2, let rate = value.number else {
        throw CaseProblem.input("rates", caseID: wanted.id)
      }
      ways.append((ends[0], ends[1], rate))
    }
    var names: [String] = []
    for name in ways.flatMap({ [$0.from, $0.to] }) where !names.contains(name) {
      names.append(name)
    }
    guard let start = names.firstIndex(of: wanted.inputs["start"]?.text ?? "") else {
      throw CaseProblem.input("start", caseID: wanted.id)
    }
    var rates = names.map { _ in names.map { _ in 0.0 } }
    for way in ways {
      guard let from = names.firstIndex(of: way.from), let to = names.firstIndex(of: way.to) else {
        continue
      }
      rates[from][to] = way.rate
    }
    self.names = names
    self.rates = rates
    self.start = start
    progression = try Progression(rates: rates)
  }

  /// The state of a name, or the one whose name begins it: `s` for `severe`.
  func state(_ name: some StringProtocol) -> Int? {
    names.firstIndex { $0 == name }
      ?? names.indices.filter { name.hasPrefix(names[$0]) }
      .max { names[$0].count < names[$1].count }
  }

  /// The time until an end, as a law.
  func lifeLaw() throws -> Law {
    let living = names.indices.filter { !progression.isEnd($0) }
    return try Law.phaseType(
      initial: living.map { $0 == start ? 1 : 0 },
      rates: living.map { from in
        living.map { from == $0 ? -rates[from].reduce(0, +) : rates[from][$0] }
      }
    )
  }
}

/// What became of many patients.
private struct Lives {
  /// Each patient's time to the end.
  private(set) var length: [Double] = []
  /// Times in each state.
  private(set) var years: [Tally]
  /// How many patients were ever in each state.
  private(set) var reached: [Int]

  init(_ disease: Disease, patients: Int, seed: UInt64) {
    let streams = RandomStreams(seed: seed, replication: 0)
    let states = disease.names.count
    years = [Tally](repeating: Tally(), count: states)
    reached = [Int](repeating: 0, count: states)
    length.reserveCapacity(patients)
    var inState = [Double](repeating: 0, count: states)
    var wasThere = [Bool](repeating: false, count: states)
    for patient in 0..<patients {
      for state in 0..<states {
        inState[state] = 0
        wasThere[state] = false
      }
      var state = disease.start
      var stays = 0
      while let (next, stay) = disease.progression.next(
        after: state,
        streams,
        at: DrawAddress(row: 0, sample: patient, occurrence: stays)
      ) {
        inState[state] += stay
        wasThere[state] = true
        state = next
        stays += 1
      }
      wasThere[state] = true
      length.append(inState.reduce(0, +))
      for state in 0..<states {
        years[state].add(inState[state])
        if wasThere[state] { reached[state] += 1 }
      }
    }
  }
}
