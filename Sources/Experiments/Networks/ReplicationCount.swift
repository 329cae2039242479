internal import Synchronization

/// Counts replications that have ended and tells whoever waits.
final class ReplicationCount: Sendable {
  private let finished = Mutex(0)
  private let report: @Sendable (Int) -> Void

  init(report: @escaping @Sendable (Int) -> Void) { self.report = report }

  /// One more has ended.
  func add() {
    report(
      finished.withLock {
        $0 += 1
        return $0
      }
    )
  }
}
