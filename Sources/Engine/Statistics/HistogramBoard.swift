/// Many histograms of lengths of time, as `LogHistogram` keeps one: all in one flat column, so that
/// counting between two events touches no counted storage.
public struct HistogramBoard: ~Copyable {
  @usableFromInline var counts: FlatBuffer<Int>
  /// Bins of each histogram.
  @usableFromInline let bins: Int
  /// How many histograms there are.
  private let rows: Int

  /// Histograms in which nothing is counted.
  public init(rows: Int) {
    self.rows = rows
    bins = LogHistogram.bin(of: Int64.max) + 1
    counts = FlatBuffer(repeating: 0, count: rows * bins)
  }

  /// Counts one length, not negative, in the histogram of a row.
  @inlinable
  public mutating func add(_ length: SimDuration, to row: Int) {
    assert(length >= .zero, "a length of \(length)")
    counts[row &* bins &+ LogHistogram.bin(of: length.milliseconds)] &+= 1
  }

  /// Forgets everything counted.
  public mutating func reset() {
    for place in 0..<counts.count { counts[place] = 0 }
  }

  /// The histogram of a row.
  public func reading(_ row: Int) -> LogHistogram {
    LogHistogram(counts: (row * bins..<(row + 1) * bins).map { counts[$0] })
  }
}
