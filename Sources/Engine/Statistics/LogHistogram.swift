/// Lengths of time in bins of equal relative width, for quantiles on any time scale.
///
/// Up to 255 ms every millisecond has its own bin; above, each doubling has 128 bins, so a bin is
/// at most 0.8 % wide. The bins never depend on the data: histograms merge by adding.
public struct LogHistogram: Hashable, Sendable {
  @usableFromInline var counts: [Int]

  /// Nothing counted.
  public init() {
    counts = Array(repeating: 0, count: LogHistogram.bin(of: Int64.max) + 1)
  }

  /// What a board counted.
  init(counts: [Int]) {
    self.counts = counts
  }

  /// How many lengths were counted.
  public var count: Int { counts.reduce(0, +) }

  /// Counts one length; it must not be negative.
  @inlinable
  public mutating func add(_ length: SimDuration) {
    assert(length >= .zero, "a length of \(length)")
    counts[LogHistogram.bin(of: length.milliseconds)] &+= 1
  }

  /// Adds all lengths of another histogram.
  public mutating func merge(_ other: LogHistogram) {
    for bin in counts.indices { counts[bin] += other.counts[bin] }
  }

  /// The length that a share `p`, from 0 to 1, do not exceed; nothing when nothing was counted.
  ///
  /// It is interpolated within its bin.
  public func percentile(_ p: Double) -> SimDuration? {
    precondition((0...1).contains(p), "the percentile of \(p)")
    let total = count
    guard total > 0 else { return nil }
    let wanted = p * Double(total)
    var below = 0.0
    for bin in counts.indices where counts[bin] > 0 {
      let inside = Double(counts[bin])
      if wanted <= below + inside {
        let (begin, width) = LogHistogram.extent(of: bin)
        // A bin of one millisecond holds only its own whole number.
        if width == 1 { return .milliseconds(begin) }
        return .milliseconds(begin) + .milliseconds(width) * ((wanted - below) / inside)
      }
      below += inside
    }
    return nil
  }

  /// The share of lengths above one, interpolated within its bin; nothing when nothing was counted.
  public func share(above length: SimDuration) -> Double? {
    let total = count
    guard total > 0 else { return nil }
    let bin = LogHistogram.bin(of: length.milliseconds)
    let (begin, width) = LogHistogram.extent(of: bin)
    let above = counts[(bin + 1)...].reduce(0, +)
    // A bin of one millisecond holds only its own whole number, which is not above itself.
    let inside = width == 1 ? 0 : 1 - Double(length.milliseconds - begin) / Double(width)
    return (Double(above) + inside * Double(counts[bin])) / Double(total)
  }

  /// The bin of a length: the seven bits behind the leading one, and the doublings beyond 128.
  @inlinable
  static func bin(of milliseconds: Int64) -> Int {
    let doublings = max(0, 56 - milliseconds.leadingZeroBitCount)
    return doublings &* 128 &+ Int(milliseconds &>> doublings)
  }

  /// Where a bin begins and how wide it is, in milliseconds.
  static func extent(of bin: Int) -> (begin: Int64, width: Int64) {
    let doublings = max(0, bin / 128 - 1)
    return (Int64(bin - doublings * 128) << doublings, 1 << doublings)
  }
}
