import Probability

/// A hundred thousand draws of one law, sorted, and what they say.
struct LawSample {
  static let size = 100_000
  let draws: [Double]

  init(_ law: Law, seed: UInt64 = 20_250_301) {
    var streams = RandomStreams(seed: seed, replication: 0)
    var building = LawTable()
    let id = building.add(law)
    let table = building
    draws = (0..<UInt64(LawSample.size))
      .map { streams.draw(id, from: table, at: DrawAddress(purpose: 1, entity: $0)) }
      .sorted()
  }

  private var count: Double { Double(draws.count) }

  var mean: Double { draws.reduce(0, +) / count }

  var variance: Double {
    let mean = mean
    return draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
  }

  /// The standard error of `variance`, from the sample's fourth moment.
  var errorOfVariance: Double {
    let (mean, variance) = (mean, variance)
    let fourth =
      draws.reduce(0) {
        let square = ($1 - mean) * ($1 - mean)
        return $0 + square * square
      } / count
    return (max(0, fourth - variance * variance) / count).squareRoot()
  }

  /// The share of draws at or below a value.
  func share(atMost value: Double) -> Double {
    var (low, high) = (0, draws.count)
    while low < high {
      let middle = (low + high) / 2
      if draws[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return Double(low) / count
  }

  /// Kolmogorov's distance from a continuous law, times the root of the sample's size: above 2.7
  /// once in a million.
  func distance(from cumulative: (Double) -> Double) -> Double {
    var widest = 0.0
    for (index, draw) in draws.enumerated() {
      let expected = cumulative(draw)
      widest = max(
        widest,
        abs(expected - Double(index) / count),
        abs(Double(index + 1) / count - expected)
      )
    }
    return widest * count.squareRoot()
  }
}
