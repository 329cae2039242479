internal import CountyModel

/// One replication of one policy, waiting for a thread.
struct ReplicationJob: Sendable {
  let study: Study
  let policy: Int
  let replication: UInt32

  /// Days simulated between two looks at the clock and at the stop sign.
  private static let leg = 28

  /// Runs it to the end.
  ///
  /// - Throws: `CancellationError` when the task is cancelled.
  func run(watch: ProgressWatch) throws -> Readings {
    var simulated = Simulated(study, policy: policy, replication: replication)
    let days = simulated.totalDays
    watch.expect(days: days)
    for day in stride(from: 0, to: days, by: Self.leg) {
      try Task.checkCancellation()
      let next = min(day + Self.leg, days)
      simulated = simulated.running(untilDay: next)
      watch.passed(days: next - day)
    }
    watch.finishedRun()
    return simulated.readings()
  }
}
