internal import NetworkModel
internal import Probability

/// Replicates networks and runs those again, longer, whose guarded rows are not yet precise.
///
/// The cases file's lengths rest on a diffusion approximation for general service; at half load it
/// understates the variance several times over. Only the precision decides whether a case is run
/// longer: a row that once failed stays failed.
struct VerificationRounds {
  let rule: PassRule
  let threads: Int
  let seed: UInt64
  let read: NetworkTextReader
  /// Events handled so far.
  private(set) var events: UInt64 = 0

  /// Each round runs four times as long as the one before.
  private static let stretches = [1, 4, 16, 64]

  init(rule: PassRule, threads: Int, seed: UInt64, read: @escaping NetworkTextReader) {
    self.rule = rule
    self.threads = threads
    self.seed = seed
    self.read = read
  }

  /// The rows of each piece of work, in its order.
  mutating func judge(_ work: [CaseWork], of cases: [AnalyticCase]) async throws -> [[JudgedRow]] {
    var judged = try await direct(work, of: cases)
    var open = work.indices.filter {
      if case .network = work[$0] { true } else { false }
    }
    for stretch in VerificationRounds.stretches where !open.isEmpty {
      let runs = try open.map { try ProbeRun(work[$0], seed: seed, stretch: stretch, read: read) }
      let found = await replicate(runs)
      for (place, row) in open.enumerated() {
        let rows = runs[place].probe.judge(found[place], by: rule, stretch: stretch)
        judged[row] = keepingFailures(of: judged[row], in: rows)
      }
      open = open.enumerated().filter { place, row in
        runs[place].probe.canBeLonger && judged[row].contains { $0.verdict == .inconclusive }
      }.map(\.element)
    }
    return judged
  }

  private func keepingFailures(of earlier: [JudgedRow], in later: [JudgedRow]) -> [JudgedRow] {
    guard !earlier.isEmpty else { return later }
    return zip(earlier, later).map { $0.verdict == .fail ? $0 : $1 }
  }

  /// What modules answer themselves; answers are placed by the order of the work.
  private func direct(
    _ work: [CaseWork],
    of cases: [AnalyticCase]
  ) async throws -> [[JudgedRow]] {
    let rule = rule
    let seed = seed
    var placed = [[JudgedRow]](repeating: [], count: work.count)
    try await withThrowingTaskGroup(of: (Int, [JudgedRow]).self) { group in
      var waiting = work.indices.makeIterator()
      func start() {
        while let row = waiting.next() {
          guard case .direct(let judge) = work[row] else { continue }
          let own = CaseSeed.of(cases[row].id, studySeed: seed)
          group.addTask { (row, try judge(rule, own)) }
          return
        }
      }
      for _ in 0..<threads { start() }
      for try await (row, rows) in group {
        placed[row] = rows
        start()
      }
    }
    return placed
  }

  /// Runs every replication of every probe; results are placed by probe and replication number.
  private mutating func replicate(_ runs: [ProbeRun]) async -> [[ProbeValues]] {
    let jobs = runs.indices.flatMap { run in
      runs[run].chunks.map { (run: run, replications: $0) }
    }
    var placed = runs.map { run in [ProbeValues?](repeating: nil, count: run.probe.replications) }
    await withTaskGroup(of: (Int, [ProbeValues]).self) { group in
      var next = 0
      func start() {
        guard next < jobs.count else { return }
        let (number, job) = (next, jobs[next])
        let run = runs[job.run]
        next += 1
        group.addTask { (number, job.replications.map { run.values(of: $0) }) }
      }
      for _ in 0..<threads { start() }
      for await (number, values) in group {
        let job = jobs[number]
        for (replication, value) in zip(job.replications, values) {
          placed[job.run][replication] = value
        }
        start()
      }
    }
    let found = placed.map { $0.compactMap(\.self) }
    events += found.joined().reduce(0) { $0 + $1.events }
    return found
  }
}

/// What one replication contributes to each row of a probe.
struct ProbeValues: Sendable {
  let events: UInt64
  let rows: [[Double]?]
}

/// A probe ready to be replicated.
struct ProbeRun: Sendable {
  let probe: NetworkProbe
  private let plan: NetworkPlan

  init(_ work: CaseWork, seed: UInt64, stretch: Int, read: NetworkTextReader) throws {
    guard case .network(let probe) = work else {
      preconditionFailure("only network files are replicated")
    }
    self.probe = probe
    // Cases with common luck would fail together.
    let own = CaseSeed.of(probe.caseID + " " + probe.label, studySeed: seed)
    plan = try NetworkPlan(read(probe.file(seed: own, stretch: stretch), probe.caseID))
  }

  /// Replications to be run in one go: short ones together.
  var chunks: [Range<Int>] {
    let size = max(1, probe.replications / 40)
    return stride(from: 0, to: probe.replications, by: size).map {
      $0..<min($0 + size, probe.replications)
    }
  }

  func values(of replication: Int) -> ProbeValues {
    let readings = Network(plan, replication: UInt32(replication)).run()
    return ProbeValues(events: readings.events, rows: probe.rows.map { $0.read(readings) })
  }
}

/// A seed that depends on a case's name and never on its place in the file (FNV-1a).
enum CaseSeed {
  static func of(_ name: String, studySeed: UInt64) -> UInt64 {
    let hash = name.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    // A network file keeps its seed to 63 bits.
    return SplitMix64.mix(studySeed ^ hash) >> 1
  }
}

extension NetworkProbe {
  /// Whether a run of another length would tell more.
  var canBeLonger: Bool {
    if case .shared = length { true } else { false }
  }

  /// Judges every row by what the replications contributed.
  func judge(_ values: [ProbeValues], by rule: PassRule, stretch: Int) -> [JudgedRow] {
    rows.indices.map { row in
      let probe = rows[row]
      let tag = label.isEmpty ? "" : " [\(label)]"
      let name = RowName(
        caseID: caseID,
        label: probe.exact.name + probe.suffix + tag,
        stretch: stretch,
        expectedSightings: probe.expectedSightings.map { $0 * Double(stretch) }
      )
      return rule.judge(probe.exact, of: name, by: probe.method, values.map { $0.rows[row] })
    }
  }
}
