/// How long people waited, in fixed bins: minutes to four hours, ten minutes to a day, hours to a
/// week, days to a year, and one for longer waits.
///
/// The bins never depend on the data, so histograms of replications merge by adding.
public struct WaitHistogram: Hashable, Sendable {
  /// Bins of one minute (240), ten minutes (120), an hour (144) and a day (358), and the rest.
  @usableFromInline static var bins: Int { 240 + 120 + 144 + 358 + 1 }

  /// Waits of no time at all; they are counted apart, since many do not wait.
  @usableFromInline var none: Int
  @usableFromInline var counts: [Int]

  /// Nobody counted.
  public init() {
    none = 0
    counts = Array(repeating: 0, count: WaitHistogram.bins)
  }

  /// How many waits were counted.
  public var count: Int { none + counts.reduce(0, +) }

  /// How many waits were longer than a year.
  public var longerThanYear: Int { counts[WaitHistogram.bins - 1] }

  /// Counts one wait; it must not be negative.
  @inlinable
  public mutating func add(_ wait: SimDuration) {
    assert(wait >= .zero, "a wait of \(wait)")
    if wait == .zero { none &+= 1 } else { counts[WaitHistogram.bin(of: wait)] &+= 1 }
  }

  /// Adds all waits of another histogram.
  public mutating func merge(_ other: WaitHistogram) {
    none += other.none
    for bin in counts.indices { counts[bin] += other.counts[bin] }
  }

  /// The bin of a wait above zero.
  @inlinable
  static func bin(of wait: SimDuration) -> Int {
    let minutes = Int(truncatingIfNeeded: wait.milliseconds / 60_000)
    return switch minutes {
    case ..<240: minutes
    case ..<1440: 240 + (minutes - 240) / 10
    case ..<10_080: 360 + (minutes - 1440) / 60
    case ..<525_600: 504 + (minutes - 10_080) / 1440
    default: bins - 1
    }
  }

  /// Where a bin begins.
  static func begin(of bin: Int) -> SimDuration {
    switch bin {
    case ..<240: .minutes(bin)
    case ..<360: .minutes(240 + (bin - 240) * 10)
    case ..<504: .minutes(1440 + (bin - 360) * 60)
    default: .minutes(10_080 + (bin - 504) * 1440)
    }
  }
}

extension WaitHistogram {
  /// The wait that a share `p`, from 0 to 1, of people do not exceed; nothing when nobody was
  /// counted.
  ///
  /// It is interpolated within its bin; waits beyond a year count as one year.
  public func percentile(_ p: Double) -> SimDuration? {
    precondition((0...1).contains(p), "the percentile of \(p)")
    let total = count
    guard total > 0 else { return nil }
    let wanted = p * Double(total)
    var below = Double(none)
    if wanted <= below { return .zero }
    for bin in 0..<(WaitHistogram.bins - 1) where counts[bin] > 0 {
      let inside = Double(counts[bin])
      if wanted <= below + inside {
        let begin = WaitHistogram.begin(of: bin)
        return begin + (WaitHistogram.begin(of: bin + 1) - begin) * ((wanted - below) / inside)
      }
      below += inside
    }
    return WaitHistogram.begin(of: WaitHistogram.bins - 1)
  }

  /// The share of people who waited longer than a limit, interpolated within its bin; nothing when
  /// nobody was counted.
  public func share(longerThan limit: SimDuration) -> Double? {
    let total = count
    guard total > 0 else { return nil }
    if limit < .zero { return 1 }
    let bin = WaitHistogram.bin(of: limit)
    var above = Double(counts[(bin + 1)...].reduce(0, +))
    if bin < WaitHistogram.bins - 1 {
      let begin = WaitHistogram.begin(of: bin)
      let width = WaitHistogram.begin(of: bin + 1) - begin
      above += Double(counts[bin]) * (1 - (limit - begin) / width)
    }
    return above / Double(total)
  }
}
