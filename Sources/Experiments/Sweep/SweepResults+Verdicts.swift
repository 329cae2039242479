extension SweepResults {
  /// Whether one policy keeps one promise at one point.
  public struct PointVerdict: Sendable, Hashable {
    /// Place of the point.
    public let point: Int
    /// Place of the policy.
    public let policy: Int
    /// Place of the target.
    public let target: Int
    /// The measure over the deadline year.
    public let value: Estimate?
    /// What came of the promise.
    public let outcome: Verdict.Outcome
    /// Where the replications lie, judged together over all verdicts of the sweep.
    public let margin: Verdict.Margin

    /// The same at another point.
    fileprivate func moved(to point: Int) -> PointVerdict {
      PointVerdict(
        point: point,
        policy: policy,
        target: target,
        value: value,
        outcome: outcome,
        margin: margin
      )
    }
  }

  /// One verdict for each point, policy and target, in this order.
  ///
  /// Whether a verdict is clear is judged for all together: by Holm's adjustment. A policy that is
  /// the same at every point is judged once, not once a point.
  public func verdicts(on targets: [Target]) -> [PointVerdict] {
    let unmoved = manifest.policies.indices.map(isUnmoved(policy:))
    let fullest = manifest.policies.indices.map(fullestPoint(ofPolicy:))
    let promises = manifest.points.indices.flatMap { point in
      manifest.policies.indices.filter { !unmoved[$0] || fullest[$0] == point }.flatMap { policy in
        targets.indices.map { (point: point, policy: policy, target: $0) }
      }
    }
    let verdicts = verdicts(on: promises, of: targets)
    let once = verdicts.filter { unmoved[$0.policy] }
    let again = manifest.points.indices.flatMap { point in
      once.filter { $0.point != point }.map { $0.moved(to: point) }
    }
    return (verdicts + again).sorted {
      ($0.point, $0.policy, $0.target) < ($1.point, $1.policy, $1.target)
    }
  }

  private func verdicts(
    on promises: [(point: Int, policy: Int, target: Int)],
    of targets: [Target]
  ) -> [PointVerdict] {
    let judgements = Judgement.all(
      of: promises.map { promise in
        let target = targets[promise.target]
        let judged = target.judged(in: years) {
          replications(
            of: target.measure,
            point: promise.point,
            policy: promise.policy,
            year: $0
          )
        }
        return (target: target, estimate: judged)
      }
    )
    return zip(promises, judgements).map { promise, judgement in
      let target = targets[promise.target]
      return PointVerdict(
        point: promise.point,
        policy: promise.policy,
        target: promise.target,
        value: estimate(
          of: target.measure,
          point: promise.point,
          policy: promise.policy,
          year: target.year
        ),
        outcome: judgement.outcome,
        margin: judgement.margin
      )
    }
  }

  /// The year in which points are compared: the last deadline inside the run, or the last year.
  public func comparedYear(for targets: [Target]) -> Int? {
    targets.map(\.year).filter(years.contains).max() ?? years.last
  }

  /// Whether a policy is the same at every point: what is varied does not move it.
  public func isUnmoved(policy: Int) -> Bool {
    Set(manifest.points.map { $0.scenarios[policy] }).count == 1 && manifest.points.count > 1
  }
}
