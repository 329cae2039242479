import Glibc

/// Exponential gaps in whole ticks at next to no cost.
///
/// There are 8,192 quantiles in a table, picked by a linear congruence. The peer written in C++ draws
/// the same gaps in the same order.
struct Gaps {
  private let table: [UInt32]
  private var state: UInt64 = 1

  /// Gaps of a mean, in ticks.
  init(mean: Double) {
    table = (0..<8192).map { UInt32((-mean * log((Double($0) + 0.5) / 8192)).rounded()) }
  }

  /// The next gap.
  mutating func next() -> Int64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int64(table[Int(state &>> 51)])
  }
}
