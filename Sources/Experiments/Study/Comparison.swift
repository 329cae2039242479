internal import CountyModel

/// Runs a study from beginning to end.
public enum Comparison {
  /// Runs every policy of a study under common random numbers.
  ///
  /// - Parameters:
  ///   - study: The study; with one policy this is a plain run.
  ///   - threads: Runs at a time.
  ///   - journal: Takes what happens to patients in the first replication of the first policy.
  ///   - progress: Called from any thread while the runs go on.
  /// - Returns: The finished study.
  /// - Throws: `CancellationError` when the task is cancelled.
  public static func run(
    _ study: Study,
    threads: Int,
    journal: JournalSink? = nil,
    progress: @escaping @Sendable (Progress) -> Void
  ) async throws -> StudyOutcome {
    let clock = RunClock()
    let readings = try await ReplicationPool.run(
      study,
      threads: threads,
      journal: journal,
      progress: progress
    )
    return outcome(of: study, readings, clock, threads: threads)
  }

  /// Adds replications until one measure is precise enough under every policy.
  ///
  /// The outcome is that of a plain run with so many replications, bit for bit.
  ///
  /// - Returns: The finished study and how the precision was reached.
  /// - Throws: `PrecisionProblem`, or `CancellationError` when the task is cancelled.
  public static func run(
    _ study: Study,
    until goal: PrecisionGoal,
    threads: Int,
    journal: JournalSink? = nil,
    progress: @escaping @Sendable (Progress) -> Void
  ) async throws -> (outcome: StudyOutcome, reached: ReachedPrecision) {
    let clock = RunClock()
    var readings = [[Readings]](repeating: [], count: study.policies.count)
    var wanted = goal.plan.first
    while true {
      let more = try await ReplicationPool.run(
        study,
        replications: readings[0].count..<wanted,
        threads: threads,
        journal: journal,
        progress: progress
      )
      for policy in readings.indices { readings[policy] += more[policy] }
      let state = try goal.judge(readings, of: study)
      guard let next = state.next else {
        let final = study.with(replications: readings[0].count)
        return (outcome(of: final, readings, clock, threads: threads), state.reached)
      }
      wanted = next
    }
  }

  private static func outcome(
    of study: Study,
    _ readings: [[Readings]],
    _ clock: RunClock,
    threads: Int
  ) -> StudyOutcome {
    let contract = Manifest.Contract(of: study)
    let table = OutcomeTable(of: study, readings: readings, manifest: contract)
    let events = table.events.joined().reduce(0, +)
    let environment = clock.environment(threads: threads, events: events)
    let manifest = Manifest(contract: contract, environment: environment)
    return StudyOutcome(study: study, readings: readings, manifest: manifest, table: table)
  }
}
