/// Chances that all servers are busy, for a number of servers that need not be whole.
///
/// Between whole numbers the chance is interpolated, since wards open and close within a run.
enum ErlangShadow {
  /// Chance that an arrival must wait, for Poisson arrivals: Erlang's delay formula.
  ///
  /// - Parameters:
  ///   - offered: Offered load in erlangs; at or above `servers` everybody waits.
  ///   - servers: Equal servers, not necessarily whole.
  /// - Returns: A chance from 0 to 1.
  /// - Complexity: O(`servers`)
  static func delay(offered: Double, servers: Double) -> Double {
    between(servers) { whole in
      guard offered > 0 else { return 0 }
      guard whole > offered else { return 1 }
      let loss = loss(offered: offered, servers: Int(whole))
      return loss / (1 - offered / whole * (1 - loss))
    }
  }

  /// The same where whole days are busy and quiet: the mean over arrivals when a day's load is
  /// `1 ± variation` times the usual one, each on half of the days; `variation` is the coefficient of
  /// variation of daily loads, from 0 to 1.
  ///
  /// - Complexity: O(`servers`)
  static func delay(offered: Double, servers: Double, variation: Double) -> Double {
    [1 - variation, 1 + variation].reduce(0) { sum, day in
      sum + day / 2 * delay(offered: offered * day, servers: servers)
    }
  }

  /// Chance that an arrival is lost: Erlang's loss formula, by its recursion.
  ///
  /// - Complexity: O(`servers`)
  static func loss(offered: Double, servers: Int) -> Double {
    var loss = 1.0
    guard servers > 0 else { return loss }
    for server in 1...servers { loss = offered * loss / (Double(server) + offered * loss) }
    return loss
  }

  private static func between(_ servers: Double, _ chance: (Double) -> Double) -> Double {
    let below = servers.rounded(.down)
    let share = servers - below
    return (1 - share) * chance(below) + (share > 0 ? share * chance(below + 1) : 0)
  }
}
