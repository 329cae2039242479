/// A point under a policy, as something that may be chosen.
public struct SweepCandidate: Sendable, Hashable {
  /// Place of the point in the inner design.
  public let point: Int
  /// Place of the policy in the sweep.
  public let policy: Int
}

extension SweepManifest {
  /// Every point under every policy, point by point; those of the same scenario count once, where
  /// they first stand.
  ///
  /// Around uncertain inputs two are the same only if they are so at every outer point.
  public var candidates: [SweepCandidate] {
    var seen: Set<[String]> = []
    var candidates: [SweepCandidate] = []
    for point in 0..<design.points {
      let places = (0..<(design.outer ?? 1)).map { place(ofPoint: point, outer: $0) }
      for policy in policies.indices
      where seen.insert(places.map { points[$0].scenarios[policy] }).inserted {
        candidates.append(SweepCandidate(point: point, policy: policy))
      }
    }
    return candidates
  }
}

extension SweepResults {
  /// What is varied at a candidate's point; empty for a policy that nothing of it moves.
  func settings(of candidate: SweepCandidate) -> [Shard.Value] {
    guard !isUnmoved(policy: candidate.policy) else { return [] }
    return zip(manifest.innerAxes, manifest.innerValues(ofPoint: candidate.point)).map {
      Shard.Value(path: $0.path, value: $1)
    }
  }
}
