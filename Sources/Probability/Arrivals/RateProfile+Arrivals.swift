internal import Glibc

extension RateProfile {
  /// The first arrival after a time of 0 or more.
  ///
  /// A constant or stepped rate is inverted exactly, from the address's first number. A sinusoidal
  /// rate is thinned: candidates come at its peak rate, and each has its own block of the address,
  /// of which two words place it and two decide whether it is an arrival.
  ///
  /// - Parameters:
  ///   - time: The last arrival, or the begin of the stream.
  ///   - streams: The chance of the replication.
  ///   - address: This arrival's own; the next arrival needs another.
  /// - Returns: The arrival's time; `nil` if there never is one.
  /// - Complexity: O(log(number of steps)); for a wave, peak over mean candidates on average.
  /// - Source: Lewis and Shedler, *Simulation of nonhomogeneous Poisson processes by thinning*, Naval
  ///   Research Logistics Quarterly 26 (1979).
  public func next(
    after time: Double,
    streams: inout RandomStreams,
    at address: DrawAddress
  ) -> Double? {
    search(after: time, streams, at: address)?.time
  }

  /// The first arrival after a time of 0 or more, as `next` finds it, and how many candidates it
  /// took, itself included: one for rates that are inverted, peak over mean on average for a wave.
  public func search(
    after time: Double,
    _ streams: borrowing RandomStreams,
    at address: DrawAddress
  ) -> (time: Double, candidates: Int)? {
    switch form {
    case .constant(let rate):
      return rate > 0 ? (time - log(streams.uniform(at: address)) / rate, 1) : nil
    case .steps(let steps):
      return steps.time(after: time, expecting: -log(streams.uniform(at: address))).map { ($0, 1) }
    case .wave(let mean, let amplitude, let period, let phase):
      guard mean > 0 else { return nil }
      var candidate = time
      var block: UInt32 = 0
      while true {
        let words = streams.words(at: address, block: block)
        candidate -= log(OpenUnit.value(low: words.x, high: words.y)) / peak
        let rate = mean * (1 + amplitude * sin(2 * .pi * (candidate - phase) / period))
        block &+= 1
        if OpenUnit.value(low: words.z, high: words.w) * peak < rate {
          return (candidate, Int(block))
        }
      }
    }
  }
}

extension OpenUnit {
  /// 53 bits of two words, low word first.
  static func value(low: UInt32, high: UInt32) -> Double {
    value(UInt64(high) &<< 32 | UInt64(low))
  }
}
