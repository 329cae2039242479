internal import NetworkModel

/// Replicates stations and runs those again, longer, whose guarded rows are not yet precise.
///
/// The cases file's lengths rest on a diffusion approximation for general service; at half load it
/// understates the variance several times over. Only the precision decides whether a case is run
/// longer: a row that once failed stays failed.
struct VerificationRounds {
  let rule: PassRule
  let threads: Int
  /// Events handled so far.
  private(set) var events: UInt64 = 0

  /// Each round runs four times as long as the one before.
  private static let stretches = [1, 4, 16, 64]

  init(rule: PassRule, threads: Int) {
    self.rule = rule
    self.threads = threads
  }

  /// The rows of each station, in the stations' order.
  mutating func judge(_ stations: [StationQuestion]) async throws -> [[JudgedRow]] {
    var judged = [[JudgedRow]](repeating: [], count: stations.count)
    var open = Array(stations.indices)
    for stretch in VerificationRounds.stretches where !open.isEmpty {
      let runs = try open.map { try stations[$0].run(stretch: stretch) }
      let readings = await replicate(runs)
      events += readings.joined().reduce(0) { $0 + $1.handled }
      for (place, station) in open.enumerated() {
        let rows = try runs[place].judge(readings[place], by: rule)
        judged[station] = keepingFailures(of: judged[station], in: rows)
      }
      open = open.filter { station in
        judged[station].contains { $0.verdict == .inconclusive }
      }
    }
    return judged
  }

  private func keepingFailures(of earlier: [JudgedRow], in later: [JudgedRow]) -> [JudgedRow] {
    guard !earlier.isEmpty else { return later }
    return zip(earlier, later).map { $0.verdict == .fail ? $0 : $1 }
  }

  /// Runs every replication of every case; results are placed by case and replication number.
  private func replicate(_ runs: [StationRun]) async -> [[StationReadings]] {
    let replications = AnalyticVerifier.replications
    let jobs = runs.count * replications
    var placed = [StationReadings?](repeating: nil, count: jobs)
    await withTaskGroup(of: (Int, StationReadings).self) { group in
      var next = 0
      func start() {
        guard next < jobs else { return }
        let (job, run) = (next, runs[next / replications])
        next += 1
        group.addTask {
          let replication = UInt32(job % replications)
          return (job, ServiceStation(run.inputs, seed: run.seed, replication: replication).run())
        }
      }
      for _ in 0..<threads { start() }
      for await (job, readings) in group {
        placed[job] = readings
        start()
      }
    }
    return runs.indices.map { run in
      placed[run * replications..<(run + 1) * replications].compactMap(\.self)
    }
  }
}

/// A case with one of its laws of service.
struct StationQuestion: Sendable {
  let verification: VerificationCase
  let station: StationCase
  let law: ServiceLaw
  let profile: VerificationProfile
  let seed: UInt64

  /// The case ready to run, so many times as long as the file asks for.
  func run(stretch: Int) throws -> StationRun {
    try StationRun(
      verification,
      station: station,
      law: law,
      profile: profile,
      replications: AnalyticVerifier.replications,
      stretch: stretch,
      studySeed: seed
    )
  }
}

extension VerificationCase {
  /// The case once for each of its laws of service; none when it is a table of formulas.
  func stations(seed: UInt64, profile: VerificationProfile) -> [StationQuestion] {
    guard case .station(let station) = question else { return [] }
    return station.services.map { law in
      StationQuestion(
        verification: self,
        station: station,
        law: law,
        profile: profile,
        seed: seed
      )
    }
  }
}
