/// Sobol's indices: which part of an answer's variance comes from which uncertain input.
public struct SobolIndices: Sendable, Hashable {
  /// Part that goes when the input becomes known, one for each input.
  public let first: [Double]
  /// Part that stays when everything but the input is known; above `first` where inputs interact.
  public let total: [Double]

  /// Estimates the indices from answers at two independent designs and their mixtures; `nil` when
  /// the answer does not vary.
  ///
  /// - Parameters:
  ///   - one: Answers at the points of the first design, A.
  ///   - other: Answers at the points of the second, B.
  ///   - mixed: For each input, answers at A with that input's column taken from B.
  /// Answers are taken from their mean first: an answer that varies little around a large mean would
  /// else lose its first indices in the mean.
  ///
  /// - Source: first: Saltelli et al. 2010, Σ f(B) (f(AB) - f(A)) / n, centred as by Sobol 2001;
  ///   total: Jansen 1999, Σ (f(A) - f(AB))² / (2 n); both over the variance of A and B together.
  public init?(one: [Double], other: [Double], mixed: [[Double]]) {
    precondition(one.count == other.count && mixed.allSatisfy { $0.count == one.count })
    guard one.count > 1 else { return nil }
    let whole = Sample(one + other)
    guard let variance = whole.variance, variance > 0 else { return nil }
    let n = Double(one.count)
    first = mixed.map { mixed in
      one.indices.reduce(0) { $0 + (other[$1] - whole.mean) * (mixed[$1] - one[$1]) } / n / variance
    }
    total = mixed.map { mixed in
      one.indices.reduce(0) { sum, point in
        sum + (one[point] - mixed[point]) * (one[point] - mixed[point])
      } / (2 * n) / variance
    }
  }
}
