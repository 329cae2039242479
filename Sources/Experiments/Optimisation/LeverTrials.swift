internal import CountyModel
internal import Engine

/// One run of a plan.
struct LeverTrial: Sendable {
  let plan: LeverPlan
  let replication: UInt32
  /// Which days are looked at.
  let stretch: Stretch

  /// The days of a trial.
  enum Stretch: Sendable {
    /// The whole study.
    case whole
    /// As far as the search looks.
    case search
  }
}

/// Runs plans, and finds again what was run before.
struct LeverTrials: Sendable {
  let goal: LeverGoal
  let cache: ShardCache?
  let threads: Int

  /// How far each target was overfulfilled in each trial, in their order.
  ///
  /// - Throws: `LeverProblem` when a run has nothing to measure, or `CancellationError`.
  func margins(_ trials: [LeverTrial]) async throws -> [[Double]] {
    let watch = ProgressWatch(jobs: trials.count) { _ in }
    return try await ReplicationPool.gather(trials, threads: threads) { trial in
      let shard = try shard(of: trial, watch)
      guard let margins = TrialBook.margins(of: shard.readings, goal.study.targets) else {
        throw LeverProblem.nothingToMeasure
      }
      return margins
    }
  }

  private func shard(of trial: LeverTrial, _ watch: ProgressWatch) throws -> Shard {
    let policy = goal.policy(of: trial.plan)
    let study = study(over: trial.stretch).with(policy: policy)
    let address = Shard.Address(
      task: 0,
      point: 0,
      policy: 0,
      policyName: policy.id,
      replication: Int(trial.replication),
      seed: study.seed,
      values: policy.settings.map { Shard.Value(path: $0.path, value: $0.course.level) }
    )
    let task = SweepTask(address: address, key: key(of: study, policy, trial.replication))
    if let known = cache?.shard(of: task) { return known }
    let job = ReplicationJob(study: study, policy: 0, replication: trial.replication)
    let numbers = Shard.Numbers(
      of: try job.run(watch: watch),
      counties: study.counties.map(\.en),
      .quarters
    )
    let shard = try Shard(numbers, key: task.key, at: address)
    cache?.keep(shard)
    return shard
  }

  private func study(over stretch: LeverTrial.Stretch) -> Study {
    switch stretch {
    case .whole: goal.study
    case .search: goal.study.with(end: goal.searchEnd)
    }
  }

  /// What a run depends on, by content.
  private func key(of study: Study, _ policy: Policy, _ replication: UInt32) -> String {
    let digest = ScenarioDigest(
      figures: [],
      tables: [goal.inputs],
      start: study.start.description,
      end: study.end.description,
      warmUpDays: study.warmUpDays
    )
    let levers = policy.settings.map { setting in
      "\(setting.path)=\(setting.course.level) \(setting.course.startDay) \(setting.course.rampDays)"
    }
    return SweepManifest.Contract(of: study, files: [])
      .key(of: digest.hash(levers: levers), replication: Int(replication), .quarters)
  }
}
