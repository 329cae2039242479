/// One run of a sweep: a point, a policy and a replication.
public struct SweepTask: Sendable, Hashable {
  /// Where its shard belongs.
  public let address: Shard.Address
  /// The key that its shard must bear.
  public let key: String

  /// Number of the task, from 0.
  public var number: Int { address.task }
  /// Name of the file of its shard.
  public var fileName: String { Shard.fileName(task: number, key: key) }
}

extension SweepManifest {
  /// A task by its number; `nil` outside the rounds.
  ///
  /// Within a round tasks are numbered point by point, then policy by policy, then replication by
  /// replication; with one round over all points that is
  /// `point * policies * replications + policy * replications + replication`.
  public func task(_ number: Int) -> SweepTask? {
    let round = rounds.last { $0.firstTask <= number }
    guard number >= 0, let round else { return nil }
    let place = number - round.firstTask
    guard place < round.taskCount(policies: policies.count) else { return nil }
    let (row, replication) = place.quotientAndRemainder(dividingBy: round.replications)
    let (pointPlace, policyPlace) = row.quotientAndRemainder(
      dividingBy: round.policies?.count ?? policies.count
    )
    return task(
      number,
      point: round.points[pointPlace],
      policy: round.policies?[policyPlace] ?? policyPlace,
      replication: round.firstReplication + replication
    )
  }

  /// All tasks of all rounds, in their order.
  public var tasks: [SweepTask] { (0..<taskCount).compactMap(task) }

  private func task(_ number: Int, point: Int, policy: Int, replication: Int) -> SweepTask {
    let address = Shard.Address(
      task: number,
      point: point,
      policy: policy,
      policyName: policies[policy].id,
      replication: replication,
      seed: contract.seed,
      values: zip(axes, points[point].values).map { Shard.Value(path: $0.path, value: $1) }
    )
    let scenario = points[point].scenarios[policy]
    let key = contract.key(of: scenario, replication: replication, detail)
    return SweepTask(address: address, key: key)
  }
}

extension SweepManifest.Contract {
  /// What the shard of a scenario and replication must be called.
  ///
  /// SHA-256 over ten lines: `countyflow/shard-key/2`, the scenario, the model, GSL, the C library,
  /// the processor class, the seed, the replication, the shortest periods and an empty one.
  public func key(of scenario: String, replication: Int, _ detail: Shard.Detail) -> String {
    let lines = [
      "countyflow/shard-key/2", scenario, model, gsl, libc, cpuFeatureClass, String(seed),
      String(replication), detail.rawValue, "",
    ]
    return SHA256.hexadecimal(Array(lines.joined(separator: "\n").utf8))
  }
}
