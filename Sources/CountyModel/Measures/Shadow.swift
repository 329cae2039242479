import Glibc

extension Readings {
  /// What a run shows beside what a formula says: not exact, but close if nothing is amiss.
  public struct Shadow: Sendable {
    /// Stable name.
    public let id: String
    /// Chinese wording.
    public let zh: String
    /// English wording.
    public let en: String
    /// What the run shows.
    public let value: Double
    /// What the formula says.
    public let prediction: Double
    /// How far they may be apart before it is worth a look.
    public let tolerance: Double
    /// Whether they agree; a warning otherwise, not a fault.
    public var passes: Bool { abs(value - prediction) <= tolerance }
  }
}

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

extension Readings.Shadow {
  /// A share of `trials` held against a chance; the tolerance is a margin for what the formula leaves
  /// out, and three standard errors.
  init(
    id: String,
    zh: String,
    en: String,
    hits: Int64,
    trials: Int64,
    chance: Double,
    margin: Double
  ) {
    let spread = (chance * (1 - chance) / Double(max(1, trials))).squareRoot()
    self.init(
      id: id,
      zh: zh,
      en: en,
      value: Double(hits) / Double(max(1, trials)),
      prediction: chance,
      tolerance: margin + 3 * spread
    )
  }
}
