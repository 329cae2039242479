/// Sobol's first indices from any one design, by cutting each input into classes of equal size.
///
/// Serves designs that were not made for it, such as the Latin hypercube of a sweep. Classes have a
/// bias upward of about (classes - 1) / n, which is taken off.
public struct GivenDataIndices: Sendable, Hashable {
  /// Part of the variance that goes when the input becomes known, one for each input; from 0 to 1.
  public let first: [Double]
  /// What an input that does not matter would stay below in 95 of 100 designs, one for each input.
  public let chance: [Double]

  /// Estimates the indices; `nil` for fewer than eight points or no variation.
  ///
  /// - Parameters:
  ///   - points: Each point's inputs.
  ///   - answers: One for each point.
  ///   - deals: How often the answers are dealt to the points at random to see what chance gives.
  ///   - seed: Seed of the deals.
  /// - Complexity: O(inputs × deals × points).
  /// - Source: Plischke 2012, given-data indices: Var(E[Y | class]) / Var(Y). Chance: the permutation
  ///   test of Fisher 1935, 95th percentile over the deals.
  public init?(
    _ points: [[Double]],
    answers: [Double],
    deals: Int = 1000,
    seed: UInt64
  ) {
    precondition(points.count == answers.count, "every point has an answer")
    guard answers.count >= 8, let inputs = points.first?.count else { return nil }
    let whole = Sample(answers)
    guard let variance = whole.variance, variance > 0 else { return nil }
    let away = answers.map { $0 - whole.mean }
    let squares = variance * Double(answers.count - 1)
    let classes = (0..<inputs).map { input in Classes(points.map { $0[input] }) }
    let dealt = Shuffle.orders(count: answers.count, deals: deals, seed: seed).map { order in
      order.map { away[$0] }
    }
    first = classes.map { $0.share(of: away, squares: squares) }
    chance = classes.map { classes in
      SampleQuantile.value(0.95, of: dealt.map { classes.share(of: $0, squares: squares) })
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
