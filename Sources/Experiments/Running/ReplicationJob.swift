public import CountyModel

/// Takes what happened to patients, about a simulated month at a time.
public typealias JournalSink = @Sendable (CarePage) throws -> Void

/// One replication of one policy, waiting for a thread.
struct ReplicationJob: Sendable {
  let study: Study
  let policy: Int
  let replication: UInt32
  /// Who wants to know what happens to patients; `nil` when nobody does.
  var journal: JournalSink?

  /// Days simulated between two looks at the clock and at the stop sign.
  private static let leg = 28

  /// Runs it to the end.
  ///
  /// - Throws: `CancellationError` when the task is cancelled, or what the journal's reader throws.
  func run(watch: ProgressWatch) throws -> Readings {
    var simulated = Simulated(study, policy: policy, replication: replication)
    if journal != nil { simulated = simulated.keepingJournal() }
    let days = simulated.totalDays
    watch.expect(days: days)
    for day in stride(from: 0, to: days, by: Self.leg) {
      try Task.checkCancellation()
      let next = min(day + Self.leg, days)
      simulated = simulated.running(untilDay: next)
      if let journal { simulated = try simulated.handingJournal(to: journal) }
      watch.passed(days: next - day)
    }
    watch.finishedRun()
    return simulated.readings()
  }
}
