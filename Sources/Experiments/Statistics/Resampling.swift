internal import Glibc
internal import Probability

/// Leaving out one observation at a time.
public struct Jackknife: Sendable, Hashable {
  /// Standard error of the statistic.
  public let standardError: Double
  /// BCa's acceleration: how the standard error changes with the statistic.
  public let acceleration: Double

  /// The jackknife of a statistic of so many observations; `nil` for fewer than two.
  ///
  /// - Parameters:
  ///   - count: How many observations there are.
  ///   - statistic: The statistic of the observations at some places.
  /// - Source: Efron and Tibshirani 1993: √((n-1)/n Σ (θ₍ᵢ₎ - θ₍.₎)²), and Σ d³ / (6 (Σ d²)^1.5)
  ///   with d = θ₍.₎ - θ₍ᵢ₎.
  public init?(count: Int, of statistic: ([Int]) -> Double) {
    guard count > 1 else { return nil }
    let without = (0..<count).map { left in statistic((0..<count).filter { $0 != left }) }
    let centre = without.reduce(0, +) / Double(count)
    let away = without.map { centre - $0 }
    let squares = away.reduce(0) { $0 + $1 * $1 }
    standardError = (Double(count - 1) / Double(count) * squares).squareRoot()
    acceleration =
      squares > 0 ? away.reduce(0) { $0 + $1 * $1 * $1 } / (6 * pow(squares, 1.5)) : 0
  }
}

/// Drawing observations again, with replacement.
///
/// Every draw is addressed by seed, resample and place, so the interval is the same on any number
/// of threads.
public struct Bootstrap: Sendable, Hashable {
  /// The statistic of each resample, sorted.
  public let resamples: [Double]
  /// The statistic of the observations.
  public let observed: Double
  private let acceleration: Double

  /// Resamples so many observations; `nil` for fewer than two or no resample.
  public init?(
    count: Int,
    resamples: Int = 2000,
    seed: UInt64,
    of statistic: ([Int]) -> Double
  ) {
    guard count > 1, resamples > 0, let jackknife = Jackknife(count: count, of: statistic) else {
      return nil
    }
    let drawn = Self.places(count: count, resamples: resamples, seed: seed).map(statistic)
      .filter(\.isFinite)
    guard !drawn.isEmpty else { return nil }
    self.resamples = drawn.sorted()
    observed = statistic(Array(0..<count))
    acceleration = jackknife.acceleration
  }

  /// Which observations each resample takes, for several statistics of the same resamples.
  ///
  /// - Precondition: `count` is above 0.
  static func places(count: Int, resamples: Int, seed: UInt64) -> [[Int]] {
    var streams = RandomStreams(seed: seed, replication: 0)
    return (0..<resamples).map { resample in
      (0..<count).map { place in
        streams.integer(
          below: count,
          at: DrawAddress(purpose: 0x7B00, entity: UInt64(resample) << 32 | UInt64(place))
        )
      }
    }
  }

  /// The resamples' own percentiles.
  public func percentileInterval(level: Double = Estimate.level) -> ClosedRange<Double> {
    interval(from: (1 - level) / 2, to: (1 + level) / 2)
  }

  /// The percentiles corrected for bias and acceleration.
  ///
  /// - Source: Efron 1987: Φ(z₀ + (z₀ + z) / (1 - a (z₀ + z))), z₀ from the share of resamples below
  ///   the observed value.
  public func bcaInterval(level: Double = Estimate.level) -> ClosedRange<Double> {
    let below = resamples.reduce(0.0) { sum, value in
      sum + (value < observed ? 1 : value == observed ? 0.5 : 0)
    }
    let count = Double(resamples.count)
    let share = min(max(below / count, 0.5 / count), 1 - 0.5 / count)
    let bias = Normal.quantile(share)
    func corrected(_ p: Double) -> Double {
      let z = bias + Normal.quantile(p)
      return Normal.cumulative(bias + z / (1 - acceleration * z))
    }
    return interval(from: corrected((1 - level) / 2), to: corrected((1 + level) / 2))
  }

  /// The standard error that endless resampling would give the mean of some observations.
  public static func idealStandardError(ofMean values: [Double]) -> Double {
    let sample = Sample(values)
    return values.reduce(0) { $0 + ($1 - sample.mean) * ($1 - sample.mean) }.squareRoot()
      / Double(values.count)
  }

  private func interval(from low: Double, to high: Double) -> ClosedRange<Double> {
    let ends = [low, high].map { SampleQuantile.value(min(max($0, 0), 1), of: resamples) }
    return min(ends[0], ends[1])...max(ends[0], ends[1])
  }
}

/// Dealing observations out in another order, without replacement.
///
/// Every draw is addressed by seed, deal and place.
struct Shuffle: ~Copyable {
  private var streams: RandomStreams

  init(seed: UInt64) { streams = RandomStreams(seed: seed, replication: 0) }

  /// The order of a deal: Durstenfeld's shuffle, every order equally likely.
  mutating func order(of count: Int, deal: Int) -> [Int] {
    var order = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) {
      let other = streams.integer(
        below: place + 1,
        at: DrawAddress(purpose: 0x7B04, entity: UInt64(deal) << 32 | UInt64(place))
      )
      order.swapAt(place, other)
    }
    return order
  }
}
