internal import CountyModel
internal import Engine
internal import Synchronization

/// Runs tasks of a sweep on the threads of one process and hands their shards in.
public struct SweepRunner: Sendable {
  /// What happens when a task cannot be finished.
  public enum OnFailure: Sendable {
    /// The others go on.
    case goOn
    /// No other task begins.
    case stop
  }

  private let plan: SweepPlan
  private let folder: SweepFolder
  private let cache: ShardCache?
  private let threads: Int
  private let onFailure: OnFailure

  /// A runner of a plan; without a cache everything is simulated.
  public init(
    _ plan: SweepPlan,
    in folder: SweepFolder,
    cache: ShardCache?,
    threads: Int,
    onFailure: OnFailure
  ) {
    self.plan = plan
    self.folder = folder
    self.cache = cache
    self.threads = threads
    self.onFailure = onFailure
  }

  /// Runs some tasks; those of equal key are simulated once.
  ///
  /// Each shard is on disk before the next task of its thread begins, so that at any moment only
  /// the runs in progress can be lost. A task whose shard has no place fails like any other; a disk
  /// that refuses a shard would refuse the others, too, and ends everything.
  ///
  /// - Parameters:
  ///   - tasks: What is to do; tasks that are done already should not be among them.
  ///   - progress: Called from any thread, about once a simulated month of each run.
  /// - Returns: What was done and what failed.
  /// - Throws: `CancellationError` when the task is cancelled, `FolderProblem` when the disk refuses.
  public func run(
    _ tasks: [SweepTask],
    progress: @escaping @Sendable (Progress) -> Void
  ) async throws -> SweepRunReport {
    try folder.makeShards()
    let (free, failures) = separate(tasks)
    if !failures.isEmpty, onFailure == .stop {
      return SweepRunReport(failures + [.skipped(free)])
    }
    let jobs = Self.jobs(of: free)
    let watch = ProgressWatch(jobs: jobs.count, report: progress)
    let stop = Mutex(false)
    let results = try await ReplicationPool.gather(jobs, threads: threads) { job in
      try Task.checkCancellation()
      if stop.withLock({ $0 }) { return JobResult.skipped(job.tasks) }
      do {
        return try carryOut(job.tasks, watch)
      } catch let problem as ShardProblem {
        if onFailure == .stop { stop.withLock { $0 = true } }
        return .failed(job.tasks, problem.reason)
      } catch DeliveryProblem.notReproducible(let file) {
        if onFailure == .stop { stop.withLock { $0 = true } }
        return .disagreed(job.tasks, file: file)
      }
    }
    return SweepRunReport(failures + results)
  }

  /// The tasks whose shards can be put in their places, and what comes of the others: found out before
  /// hours are spent on them.
  private func separate(_ tasks: [SweepTask]) -> (free: [SweepTask], failures: [JobResult]) {
    var (free, failures): ([SweepTask], [JobResult]) = ([], [])
    for task in tasks {
      if let obstacle = folder.obstacle(to: task) {
        failures.append(.failed([task], "\(task.fileName): \(obstacle.reason)"))
      } else {
        free.append(task)
      }
    }
    return (free, failures)
  }

  /// Tasks of one key.
  private struct Job: Sendable { var tasks: [SweepTask] }

  /// What came of a job.
  enum JobResult: Sendable {
    case simulated([SweepTask], days: Int, events: UInt64)
    case reused([SweepTask])
    case failed([SweepTask], String)
    case disagreed([SweepTask], file: String)
    case skipped([SweepTask])
  }

  private static func jobs(of tasks: [SweepTask]) -> [Job] {
    var places: [String: Int] = [:]
    var jobs: [Job] = []
    for task in tasks {
      if let place = places[task.key] {
        jobs[place].tasks.append(task)
      } else {
        places[task.key] = jobs.count
        jobs.append(Job(tasks: [task]))
      }
    }
    return jobs
  }

  private func carryOut(_ tasks: [SweepTask], _ watch: ProgressWatch) throws -> JobResult {
    if let known = cache?.shard(of: tasks[0]) {
      try deliver(known, of: tasks)
      watch.finishedRun()
      return .reused(tasks)
    }
    let first = tasks[0].address
    let study = plan.study(ofPoint: first.point)
    let job = ReplicationJob(
      study: study,
      policy: first.policy,
      replication: UInt32(first.replication)
    )
    let readings = try job.run(watch: watch)
    let numbers = Shard.Numbers(
      of: readings,
      counties: study.counties.map(\.en),
      plan.manifest.detail
    )
    try deliver(try Shard(numbers, key: tasks[0].key, at: first), of: tasks)
    cache?.keep(folder.path(of: tasks[0]), key: tasks[0].key)
    let days = study.end.days(since: study.runStart)
    return .simulated(tasks, days: days, events: readings.events)
  }

  private func deliver(_ shard: Shard, of tasks: [SweepTask]) throws {
    for task in tasks {
      let moved = shard.address == task.address ? shard : shard.moved(to: task.address)
      try folder.deliver(moved, of: task)
    }
  }
}

/// What came of some tasks.
public struct SweepRunReport: Sendable {
  /// A task that could not be finished.
  public struct Failure: Codable, Sendable, Hashable {
    /// Number of the task.
    public let task: Int
    /// What is wrong.
    public let reason: String
  }

  /// Runs that were simulated.
  public private(set) var simulated = 0
  /// Tasks that needed no run of their own.
  public private(set) var reused = 0
  /// Tasks that never began, because another one had failed.
  public private(set) var skipped = 0
  /// Tasks that could not be finished, in order.
  public private(set) var failures: [Failure] = []
  /// Files of tasks that came to another result before.
  public private(set) var disagreements: [String] = []
  /// Days simulated, warm-up included.
  public private(set) var days = 0
  /// Events handled.
  public private(set) var events: UInt64 = 0

  init(_ results: [SweepRunner.JobResult]) {
    for result in results {
      switch result {
      case .simulated(let tasks, let days, let events):
        simulated += 1
        reused += tasks.count - 1
        self.days += days
        self.events += events
      case .reused(let tasks): reused += tasks.count
      case .failed(let tasks, let reason):
        failures += tasks.map { Failure(task: $0.number, reason: reason) }
      case .disagreed(let tasks, let file):
        disagreements.append(file)
        failures += tasks.map { Failure(task: $0.number, reason: "another result came before") }
      case .skipped(let tasks): skipped += tasks.count
      }
    }
    failures.sort { $0.task < $1.task }
  }
}
