/// How sure the differences are that a sweep shows, adjusted together by Holm.
///
/// The family is what `summary.json` lists: every point, policy, shown measure and year with a
/// difference to the first policy. One that is the same at every point, since nothing moves either
/// policy, counts once; one that is the same in every replication is no test and does not count.
public struct SweepDifferences: Sendable {
  /// One difference of the family.
  private struct Place: Hashable {
    let point: Int
    let policy: Int
    let measure: String
    let year: Int
  }

  private let adjusted: [Place: Double]
  /// By policy, whether its difference is the same at every point.
  private let isSameEverywhere: [Bool]

  /// Judges the differences of a sweep.
  public init(of results: SweepResults) {
    let manifest = results.manifest
    // With further rounds points differ in their replications, though nothing moves a policy.
    let isOneRound = manifest.rounds.count == 1
    let isSame = manifest.policies.indices.map { policy in
      isOneRound && results.isUnmoved(policy: 0) && results.isUnmoved(policy: policy)
    }
    var places: [Place] = []
    var lines: [(estimate: Estimate?, p: Double?)] = []
    for point in manifest.points.indices {
      for policy in manifest.policies.indices.dropFirst() where point == 0 || !isSame[policy] {
        for measure in results.shown {
          for year in results.years {
            let paired = results.difference(of: measure, point: point, policy: policy, year: year)
            guard let paired, let p = paired.pValue else { continue }
            places.append(Place(point: point, policy: policy, measure: measure, year: year))
            lines.append((paired.estimate, p))
          }
        }
      }
    }
    let values = Holm.adjusted(lines).compactMap { $0.map(DecimalText.rounded) }
    adjusted = Dictionary(zip(places, values)) { first, _ in first }
    isSameEverywhere = isSame
  }

  /// Adjusted p-value of a difference to the first policy; `nil` where there is none, or from one
  /// replication.
  public func adjustedP(of measure: String, point: Int, policy: Int, year: Int) -> Double? {
    let place = isSameEverywhere[policy] ? 0 : point
    return adjusted[Place(point: place, policy: policy, measure: measure, year: year)]
  }
}
