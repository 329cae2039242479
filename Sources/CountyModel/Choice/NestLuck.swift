import Geography
import Glibc
import Probability

/// What the facilities of one nest have in common for one choice.
///
/// A nested logit is a multinomial logit whose Gumbel terms are correlated within a nest: with S
/// positive stable of index λ, the terms λ (g + ln S) have the joint law of the nest, and each
/// alternative keeps its own g. At λ = 1 S is 1, and the choice is the multinomial logit.
///
/// - Source: McFadden, *Modelling the choice of residential location* (1978); S by Kanter's formula,
///   *Stable densities under change of scale* (1975).
struct NestLuck {
  private let scales: [Double]
  private let grassroots: Double
  private let hospitals: Double

  /// The luck of a choice; `nil` when no nest holds anything together.
  init?(_ scales: [Double], at address: DrawAddress, _ streams: borrowing RandomStreams) {
    guard scales[0] < 1 || scales[1] < 1 else { return nil }
    let words = streams.words(at: address)
    self.scales = scales
    grassroots = Self.logStable(scales[0], words.x, words.y)
    hospitals = Self.logStable(scales[1], words.z, words.w)
  }

  /// Utility plus luck of a facility.
  func score(of one: FacilityChoice.Candidate, at kind: FacilityKind) -> Double {
    let scale = kind.isGrassroots ? scales[0] : scales[1]
    let shared = kind.isGrassroots ? grassroots : hospitals
    return one.worth + scale * (RandomStreams.gumbel(one.word) + shared)
  }

  /// The log of a positive stable number of index λ, with E exp(−t S) = exp(−t^λ).
  static func logStable(_ scale: Double, _ angle: UInt32, _ size: UInt32) -> Double {
    guard scale < 1 else { return 0 }
    let u = Double.pi * RandomStreams.unit(angle)
    let exponential = -log(RandomStreams.unit(size))
    return log(sin(scale * u)) - log(sin(u)) / scale
      + (1 - scale) / scale * (log(sin((1 - scale) * u)) - log(exponential))
  }
}
