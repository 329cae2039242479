/// A set of stations and what is known about how good it is.
public struct SitingPlan: Sendable, Hashable {
  /// What has been shown.
  public enum Proof: Sendable, Hashable {
    /// No other set is better.
    case optimal
    /// Time ran out; no set can be better than this value.
    case bounded(by: Double)
  }

  /// Sites with a station, in ascending order.
  public let sites: [Int]
  /// Share of demand, 0 to 1, or mean minutes; see `SitingProblem.value`.
  public let value: Double
  /// What has been shown.
  public let proof: Proof

  /// How far a better set could be away, relative to the value; 0 when proved.
  public var gap: Double {
    switch proof {
    case .optimal: 0
    case .bounded(let bound): value == bound ? 0 : abs(bound - value) / max(abs(value), 1e-12)
    }
  }

  init(sites: [Int], value: Double, proof: Proof) {
    self.sites = sites
    self.value = value
    self.proof = proof
  }
}

/// Why no plan was found.
public enum SitingFailure: Error, Hashable, Sendable {
  /// The solver gave up.
  case solver
}

extension SitingProblem {
  /// A best set of stations, found and proved by integer programming.
  ///
  /// - Parameters:
  ///   - model: What is best.
  ///   - seconds: Longest search; after it the best plan so far, improved by exchanges, comes with a
  ///     bound.
  /// - Returns: The plan. Equal inputs give equal plans unless time runs out.
  /// - Throws: When there is no plan to show.
  public func best(
    under model: SitingModel,
    seconds: Double
  ) throws(SitingFailure) -> SitingPlan {
    try SitingProgram(self, model).solve(seconds: seconds)
  }
}
