/// Erlang's two formulas for Poisson arrivals and equal servers.
///
/// - Source: Erlang (1917); Gross et al., *Fundamentals of Queueing Theory*.
public enum Erlang {
  /// The share of arrivals refused when nobody may wait, for any law of service with the same mean.
  ///
  /// The offered load is in erlangs, 0 or more.
  ///
  /// - Complexity: O(`servers`)
  public static func blocking(offered: Double, servers: Int) -> Double {
    precondition(offered >= 0 && servers >= 0, "\(offered) erlangs on \(servers) servers")
    var blocking = 1.0
    for server in stride(from: 1, through: servers, by: 1) {
      blocking = offered * blocking / (Double(server) + offered * blocking)
    }
    return blocking
  }

  /// The share of arrivals that must wait, for exponential service.
  ///
  /// The offered load is in erlangs, below the number of servers.
  ///
  /// - Complexity: O(`servers`)
  public static func waitProbability(offered: Double, servers: Int) -> Double {
    precondition(offered < Double(servers), "\(offered) erlangs on \(servers) servers never settle")
    let refused = blocking(offered: offered, servers: servers)
    let use = offered / Double(servers)
    return refused / (1 - use * (1 - refused))
  }

  /// The fewest servers that refuse no more than a share of the arrivals, above 0.
  ///
  /// - Complexity: O(result)
  public static func fewestServers(offered: Double, blockingAtMost target: Double) -> Int {
    precondition(target > 0, "nobody is ever refused only with endless servers")
    var servers = 0
    var refused = 1.0
    while refused > target {
      servers += 1
      refused = offered * refused / (Double(servers) + offered * refused)
    }
    return servers
  }
}
