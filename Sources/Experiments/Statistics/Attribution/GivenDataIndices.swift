/// Sobol's first indices from any one design, by cutting each input into classes of equal size.
///
/// Serves designs that were not made for it, such as the Latin hypercube of a sweep. Classes have a
/// bias upward of about (classes - 1) / n, which is taken off.
public struct GivenDataIndices: Sendable, Hashable {
  /// Part of the variance that goes when the input becomes known, one for each input; from 0 to 1.
  public let first: [Double]
  /// What no index passes in 95 of 100 designs if none of the inputs matters.
  public let chance: Double

  /// Estimates the indices; `nil` for fewer than eight points or no variation.
  ///
  /// - Parameters:
  ///   - points: Each point's inputs.
  ///   - answers: One for each point.
  ///   - deals: How often the answers are dealt to the points at random to see what chance gives; fewer
  ///     where there are more than 10,000 points, but 100 at least.
  ///   - seed: Seed of the deals.
  /// - Complexity: O(inputs × deals × points) in time, O(inputs × points) in memory.
  /// - Source: Plischke 2012, given-data indices: Var(E[Y | class]) / Var(Y). Chance: the permutation
  ///   test of Fisher 1935 on the greatest index of a deal (Westfall and Young 1993), 95th percentile.
  public init?(
    _ points: [[Double]],
    answers: [Double],
    deals: Int = 1000,
    seed: UInt64
  ) {
    precondition(points.count == answers.count, "every point has an answer")
    guard answers.count >= 8, let inputs = points.first?.count, inputs > 0 else { return nil }
    let whole = Sample(answers)
    guard let variance = whole.variance, variance > 0 else { return nil }
    let away = answers.map { $0 - whole.mean }
    let squares = variance * Double(answers.count - 1)
    let classes = (0..<inputs).map { input in Classes(points.map { $0[input] }) }
    first = classes.map { $0.share(of: away, squares: squares) }
    let most = min(deals, max(100, 10_000_000 / answers.count))
    var shuffle = Shuffle(seed: seed)
    let greatest = (0..<most).map { deal in
      let dealt = shuffle.order(of: away.count, deal: deal).map { away[$0] }
      return classes.reduce(0) { max($0, $1.share(of: dealt, squares: squares)) }
    }
    chance = SampleQuantile.value(0.95, of: greatest)
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

  /// The part of the squares about the mean that lies between classes, less what chance explains.
  ///
  /// - Parameters:
  ///   - away: Each point's answer less the mean of all.
  ///   - squares: Their squares together, above 0.
  /// - Returns: From 0 to 1.
  func share(of away: [Double], squares: Double) -> Double {
    let between = members.reduce(0) { sum, members in
      let total = members.reduce(0) { $0 + away[$1] }
      return sum + total * total / Double(members.count)
    }
    let (k, n) = (Double(members.count), Double(away.count))
    guard k > 1, n > k else { return 0 }
    // ω² instead of η².
    let within = (squares - between) / (n - k)
    return min(1, max(0, (between - (k - 1) * within) / (squares + within)))
  }
}
