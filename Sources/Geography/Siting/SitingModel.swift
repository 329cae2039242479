internal import Glibc

/// What makes one set of stations better than another.
public enum SitingModel: Sendable, Hashable {
  /// Most people reached in time, as if a crew were always there.
  ///
  /// - Source: Church & ReVelle, *The maximal covering location problem*, Papers of the Regional
  ///   Science Association 32 (1974).
  case maximalCovering
  /// Most people expected to be reached in time when each crew is busy with a probability, 0 to 1,
  /// whatever the others do.
  ///
  /// - Source: Daskin, *A maximum expected covering location model*, Transportation Science 17
  ///   (1983).
  case expectedCovering(busy: Double)
  /// Fewest minutes to the nearest station, on average.
  ///
  /// - Source: Hakimi, *Optimum locations of switching centers and the absolute centers and medians
  ///   of a graph*, Operations Research 12 (1964).
  case median

  /// Whether more of the objective is better.
  public var isMaximised: Bool {
    switch self {
    case .maximalCovering, .expectedCovering: true
    case .median: false
    }
  }
}

extension SitingProblem {
  /// Value of a set of stations: share of the demand covered, or expected to be, 0 to 1; for the
  /// median, mean minutes.
  ///
  /// - Precondition: At least one site.
  public func value(of chosen: [Int], under model: SitingModel) -> Double {
    let total = demand.reduce(0, +)
    let sum = homes.reduce(0.0) { sum, home in
      switch model {
      case .maximalCovering:
        return sum + (chosen.contains { minutes[$0][home] <= limits[home] } ? demand[home] : 0)
      case .expectedCovering(let busy):
        let near = chosen.filter { minutes[$0][home] <= limits[home] }
        let crews = near.reduce(0) { $0 + self.crews[$1] }
        return sum + demand[home] * (1 - pow(busy, Double(crews)))
      case .median:
        let nearest = chosen.dropFirst().reduce(minutes[chosen[0]][home]) {
          min($0, minutes[$1][home])
        }
        return sum + demand[home] * nearest
      }
    }
    return sum / total
  }
}
