public import CountyModel

/// Runs every replication of every policy of a study, a few at a time.
///
/// Every policy meets the same seed and so the same patients and the same luck. Results are placed
/// by policy and replication, never by who finished first, so that the number of threads changes
/// nothing but the wait.
public enum ReplicationPool {
  /// Runs a study.
  ///
  /// - Parameters:
  ///   - study: The study.
  ///   - threads: Runs at a time; 1 or more.
  ///   - journal: Takes what happens to patients in the first replication of the first policy.
  ///   - progress: Called from any thread, about once a simulated month of each run.
  /// - Returns: What each run left behind, by policy, then by replication.
  /// - Throws: `CancellationError` when the task is cancelled, or what `journal` throws.
  public static func run(
    _ study: Study,
    threads: Int,
    journal: JournalSink? = nil,
    progress: @escaping @Sendable (Progress) -> Void
  ) async throws -> [[Readings]] {
    try await run(
      study,
      replications: 0..<study.replications,
      threads: threads,
      journal: journal,
      progress: progress
    )
  }

  /// Runs some replications of every policy of a study, by their numbers.
  ///
  /// - Precondition: there is a replication.
  static func run(
    _ study: Study,
    replications: Range<Int>,
    threads: Int,
    journal: JournalSink? = nil,
    progress: @escaping @Sendable (Progress) -> Void
  ) async throws -> [[Readings]] {
    let jobs = study.policies.indices.flatMap { policy in
      replications.map {
        ReplicationJob(
          study: study,
          policy: policy,
          replication: UInt32($0),
          journal: policy == 0 && $0 == 0 ? journal : nil
        )
      }
    }
    let results = try await run(jobs, threads: threads, progress: progress)
    return stride(from: 0, to: jobs.count, by: replications.count).map { first in
      Array(results[first..<first + replications.count])
    }
  }

  /// Runs the first replication of the baseline of several variants of a study.
  static func runBaselines(of studies: [Study], threads: Int) async throws -> [Readings] {
    let jobs = studies.map { ReplicationJob(study: $0, policy: 0, replication: 0) }
    return try await run(jobs, threads: threads) { _ in }
  }

  private static func run(
    _ jobs: [ReplicationJob],
    threads: Int,
    progress: @escaping @Sendable (Progress) -> Void
  ) async throws -> [Readings] {
    let watch = ProgressWatch(jobs: jobs.count, report: progress)
    return try await gather(jobs, threads: threads) { try $0.run(watch: watch) }
  }

  /// Does some jobs, a few at a time, and answers in their order.
  ///
  /// - Throws: `CancellationError` when the task is cancelled, or the error of a job.
  static func gather<Job: Sendable, Result: Sendable>(
    _ jobs: [Job],
    threads: Int,
    _ work: @escaping @Sendable (Job) throws -> Result
  ) async throws -> [Result] {
    precondition(threads > 0, "a pool needs a thread")
    var results = [Result?](repeating: nil, count: jobs.count)
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var waiting = jobs.enumerated().makeIterator()
      for _ in 0..<threads {
        guard let (place, job) = waiting.next() else { break }
        group.addTask { (place, try work(job)) }
      }
      while let (place, result) = try await group.next() {
        results[place] = result
        if let (place, job) = waiting.next() {
          group.addTask { (place, try work(job)) }
        }
      }
    }
    return results.compactMap(\.self)
  }
}
