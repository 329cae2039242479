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
    let contract = Manifest.Contract(of: study)
    let table = OutcomeTable(of: study, readings: readings, manifest: contract)
    let events = table.events.joined().reduce(0, +)
    let environment = clock.environment(threads: threads, events: events)
    let manifest = Manifest(contract: contract, environment: environment)
    return StudyOutcome(study: study, readings: readings, manifest: manifest, table: table)
  }
}
