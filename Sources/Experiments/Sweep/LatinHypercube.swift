internal import Probability

/// Random points of which each part of each axis gets exactly one.
enum LatinHypercube {
  /// Points of the unit cube, every coordinate strictly between 0 and 1.
  ///
  /// - Parameters:
  ///   - count: Points, and parts of each axis.
  ///   - dimensions: Coordinates of each.
  ///   - seed: Seed of the study.
  ///   - stream: Number of the design within the study, so that two designs do not move together.
  /// - Returns: The points.
  /// - Source: McKay, Beckman and Conover 1979.
  static func points(_ count: Int, dimensions: Int, seed: UInt64, stream: UInt64) -> [[Double]] {
    let columns = (0..<dimensions).map { column(count, number: UInt64($0), seed, stream) }
    return (0..<count).map { row in columns.map { $0[row] } }
  }

  /// One coordinate of all points: the parts in random order, a random place in each.
  private static func column(
    _ count: Int,
    number: UInt64,
    _ seed: UInt64,
    _ stream: UInt64
  ) -> [Double] {
    var state = SplitMix64.mix(seed &+ SplitMix64.step)
    state = SplitMix64.mix(state &+ (stream << 32 | number) &* SplitMix64.step)
    func word(_ place: Int) -> UInt64 {
      SplitMix64.mix(state &+ (UInt64(place) &+ 1) &* SplitMix64.step)
    }
    let keys = (0..<count).map(word)
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    return order.enumerated().map { row, part in
      let place = (Double(word(count + row) >> 11) + 0.5) / 9_007_199_254_740_992
      return (Double(part) + place) / Double(count)
    }
  }
}
