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

  /// Days simulated between two pages of the journal and two reports of progress.
  private static let leg = 28
  /// Days simulated between two looks at the stop sign: a month of a large region takes a minute.
  private static let step = 2

  /// Runs it to the end.
  ///
  /// - Throws: `CancellationError` when the task is cancelled, or what the journal's reader throws.
  func run(watch: ProgressWatch) throws -> Readings {
    var simulated = Simulated(study, policy: policy, replication: replication)
    if journal != nil { simulated = simulated.keepingJournal() }
    let days = simulated.totalDays
    watch.expect(days: days)
    for day in stride(from: 0, to: days, by: Self.leg) {
      let next = min(day + Self.leg, days)
      for today in stride(from: day, to: next, by: Self.step) {
        try Task.checkCancellation()
        simulated = simulated.running(untilDay: min(today + Self.step, next))
      }
      if let journal { simulated = try simulated.handingJournal(to: journal) }
      watch.passed(days: next - day)
    }
    watch.finishedRun()
    return simulated.readings()
  }
}
