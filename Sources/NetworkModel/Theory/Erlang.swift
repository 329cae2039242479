internal import Glibc

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

  /// The same for a number of servers that need not be whole, by the integral that continues
  /// Erlang's formula between whole numbers.
  ///
  /// The offered load is in erlangs, above 0; the servers are 0 or more.
  ///
  /// - Complexity: O(`servers`)
  /// - Source: Jagerman, *Some properties of the Erlang loss function*, Bell System Technical
  ///   Journal 53 (1974).
  public static func blocking(offered: Double, servers: Double) -> Double {
    precondition(offered > 0 && servers >= 0, "\(offered) erlangs on \(servers) servers")
    let part = servers - servers.rounded(.down)
    var blocking = 1 / inverseBlocking(offered, part)
    for server in stride(from: 1, through: servers.rounded(.down), by: 1) {
      blocking = offered * blocking / (server + part + offered * blocking)
    }
    return blocking
  }

  /// One over the blocking of a fraction of a server: the integral of exp(-y) (1 + y / offered)^part
  /// over y from 0 on.
  private static func inverseBlocking(_ offered: Double, _ part: Double) -> Double {
    guard part > 0 else { return 1 }
    // y = exp(x - exp(-x)) makes the integrand fall off doubly exponentially on both sides, where
    // equal steps are exact to rounding.
    let step = 1.0 / 32
    var sum = 0.0
    for place in -160...160 {
      let x = Double(place) * step
      let y = exp(x - exp(-x))
      sum += exp(-y) * pow(1 + y / offered, part) * y * (1 + exp(-x))
    }
    return sum * step
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
