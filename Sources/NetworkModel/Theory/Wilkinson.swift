/// Overflow traffic and Wilkinson's equivalent random method: several first-choice groups whose
/// refused customers share a second group are replaced by one group with the same overflow.
///
/// - Source: Kosten (1937) for the variance; Wilkinson, *Theories for toll traffic engineering in
///   the U.S.A.*, Bell System Technical Journal 35 (1956).
public enum Wilkinson {
  /// Traffic by the mean and variance of the servers it would hold if there were enough for all.
  public struct Traffic: Hashable, Sendable {
    /// In erlangs.
    public var mean: Double
    /// In erlangs squared; equal to the mean for Poisson arrivals, larger for overflow.
    public var variance: Double

    /// Traffic with a mean and a variance.
    public init(mean: Double, variance: Double) {
      self.mean = mean
      self.variance = variance
    }

    /// Independent traffics together.
    public static func + (one: Traffic, other: Traffic) -> Traffic {
      Traffic(mean: one.mean + other.mean, variance: one.variance + other.variance)
    }
  }

  /// What Poisson arrivals overflow from a group where nobody waits.
  ///
  /// The offered load is in erlangs, above 0; the servers, 0 or more, need not be whole.
  public static func overflow(offered: Double, servers: Double) -> Traffic {
    let mean = offered * Erlang.blocking(offered: offered, servers: servers)
    let variance = mean * (1 - mean + offered / (servers + 1 - offered + mean))
    return Traffic(mean: mean, variance: variance)
  }

  /// The group whose overflow has the mean and variance of a traffic.
  ///
  /// - Returns: Nothing for traffic smoother than Poisson, or without any, which no overflow is like.
  /// - Source: Rapp's first guess, improved by Newton's method.
  public static func equivalent(of traffic: Traffic) -> Group? {
    let (mean, variance) = (traffic.mean, traffic.variance)
    guard mean > 0, mean.isFinite, variance.isFinite else { return nil }
    let peakedness = variance / mean
    guard peakedness >= 1 else { return nil }
    guard peakedness > 1 + 1e-12 else { return Group(offered: mean, servers: 0) }
    var offered = variance + 3 * peakedness * (peakedness - 1)
    var servers = max(0, offered * (mean + peakedness) / (mean + peakedness - 1) - mean - 1)
    for _ in 0..<100 {
      let (a, n) = step(towards: traffic, offered, servers)
      // Half the way at most, so that a first guess far off cannot leave the quadrant.
      let next = (max(offered / 2, offered + a), max(servers / 2, servers + n))
      let isSettled =
        abs(next.0 - offered) <= 1e-13 * offered && abs(next.1 - servers) <= 1e-13 * (1 + servers)
      (offered, servers) = next
      if isSettled { break }
    }
    return Group(offered: offered, servers: servers)
  }

  /// A group of servers, not necessarily whole, with Poisson arrivals.
  public struct Group: Hashable, Sendable {
    /// In erlangs.
    public var offered: Double
    /// How many servers; 0 or more.
    public var servers: Double

    /// The erlangs lost when so many more servers, 0 or more, take the overflow.
    public func lost(behind extra: Double) -> Double {
      offered * Erlang.blocking(offered: offered, servers: servers + extra)
    }
  }

  /// Newton's step in offered load and servers.
  private static func step(
    towards traffic: Traffic,
    _ offered: Double,
    _ servers: Double
  ) -> (Double, Double) {
    func miss(_ offered: Double, _ servers: Double) -> (Double, Double) {
      let found = overflow(offered: offered, servers: servers)
      return (found.mean - traffic.mean, found.variance - traffic.variance)
    }
    // Central differences: a wrong last digit of a slope costs a step, not a digit of the answer.
    let (da, dn) = (1e-5 * offered, min(1e-5 * (1 + servers), servers > 0 ? servers : 1e-5))
    let here = miss(offered, servers)
    let (right, left) = (miss(offered + da, servers), miss(offered - da, servers))
    let (up, down) = (miss(offered, servers + dn), miss(offered, max(0, servers - dn)))
    let span = servers + dn - max(0, servers - dn)
    let byOffered = ((right.0 - left.0) / (2 * da), (right.1 - left.1) / (2 * da))
    let byServers = ((up.0 - down.0) / span, (up.1 - down.1) / span)
    let determinant = byOffered.0 * byServers.1 - byServers.0 * byOffered.1
    return (
      -(here.0 * byServers.1 - byServers.0 * here.1) / determinant,
      -(byOffered.0 * here.1 - here.0 * byOffered.1) / determinant
    )
  }
}
