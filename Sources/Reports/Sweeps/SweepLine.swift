internal import Experiments

/// A line of a table by point and policy.
struct SweepLine {
  /// Place of the point; `nil` for all of them.
  let point: Int?
  /// Place of the point whose numbers stand in the line.
  let source: Int
  /// Place of the policy.
  let policy: Int
}

extension SweepResults {
  /// Every line of a table by these points and all policies: a policy that nothing moves stands once,
  /// first.
  func lines(of points: Range<Int>) -> [SweepLine] {
    let policies = manifest.policies.indices
    let unmoved = policies.filter(isUnmoved(policy:)).map {
      SweepLine(point: nil, source: fullestPoint(ofPolicy: $0), policy: $0)
    }
    let moved = policies.filter { !isUnmoved(policy: $0) }
    return unmoved
      + points.flatMap { point in
        moved.map { SweepLine(point: point, source: point, policy: $0) }
      }
  }
}
