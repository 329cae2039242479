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

  /// First indices from any one design, by cutting each input into classes of equal size.
  ///
  /// Serves designs that were not made for it, such as the Latin hypercube of a sweep. Classes have
  /// a bias upward of about (classes - 1) / n, which is taken off.
  ///
  /// - Parameters:
  ///   - points: Each point's inputs.
  ///   - answers: One for each point.
  /// - Returns: One index for each input; `nil` for fewer than eight points or no variation.
  /// - Source: Plischke 2012, given-data indices: Var(E[Y | class]) / Var(Y).
  public static func fromGivenData(_ points: [[Double]], answers: [Double]) -> [Double]? {
    precondition(points.count == answers.count, "every point has an answer")
    guard answers.count >= 8, let inputs = points.first?.count else { return nil }
    let whole = Sample(answers)
    guard let variance = whole.variance, variance > 0 else { return nil }
    return (0..<inputs).map { input in
      let classes = Classes(points.map { $0[input] })
      let between = classes.members.reduce(0) { sum, members in
        let away = Sample(members.map { answers[$0] }).mean - whole.mean
        return sum + Double(members.count) * away * away
      }
      let n = Double(answers.count)
      let (k, sumOfSquares) = (Double(classes.members.count), variance * (n - 1))
      guard k > 1, n > k else { return 0 }
      // ω² instead of η²: the share explained less what chance explains.
      let within = (sumOfSquares - between) / (n - k)
      return min(1, max(0, (between - (k - 1) * within) / (sumOfSquares + within)))
    }
  }
}

/// Points in classes of about equal size by one input; equal values are never parted.
struct Classes {
  /// Places of the points of each class, from the smallest values to the greatest.
  private(set) var members: [[Int]] = []

  /// About √n classes.
  init(_ values: [Double]) {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    let size = max(2, Int(Double(values.count).squareRoot()))
    var current: [Int] = []
    for place in order {
      if current.count >= size, let last = current.last, values[last] != values[place] {
        members.append(current)
        current = []
      }
      current.append(place)
    }
    if !members.isEmpty, current.count < size / 2 + 1 {
      members[members.count - 1] += current
    } else if !current.isEmpty {
      members.append(current)
    }
  }
}
