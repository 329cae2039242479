internal import Glibc

/// Enhanced two-step floating catchment: how many physicians a resident can reach, shared with
/// everybody else who can reach them.
///
/// First every site shares its supply out over the people within its reach, the near ones counting
/// more: `R_j = S_j / Σ_k P_k W(t_kj)`. Then every home adds up what it can reach:
/// `A_i = Σ_j R_j W(t_ij)`. The decay is a Gaussian that is 1 at no time and 0 at the reach,
/// `W(t) = (e^(-½(t/t₀)²) - e^(-½)) / (1 - e^(-½))` for t < t₀.
///
/// People times access add up to the supply that anybody can reach, so the mean over residents is
/// the county's own ratio, and only its spread is news.
///
/// - Source: Luo & Qi, *An enhanced two-step floating catchment area method for measuring spatial
///   accessibility to primary care physicians*, Health & Place 15 (2009); the continuous decay is
///   that of Dai, *Black residential segregation, disparities in spatial access to health care
///   facilities, and late-stage breast cancer diagnosis in metropolitan Detroit*, Health & Place
///   16 (2010).
public struct FloatingCatchment: Sendable, Hashable {
  /// Minutes beyond which nobody counts; above 0.
  public let reachMinutes: Double

  /// A catchment of a reach in minutes.
  ///
  /// - Precondition: The reach is above 0 and finite.
  public init(reachMinutes: Double) {
    precondition(reachMinutes > 0 && reachMinutes.isFinite, "a catchment needs a reach")
    self.reachMinutes = reachMinutes
  }

  /// How much a resident so many minutes away counts, 0 to 1.
  public func weight(atMinutes minutes: Double) -> Double {
    guard minutes < reachMinutes else { return 0 }
    let edge = exp(-0.5)
    let part = minutes / reachMinutes
    return (exp(-0.5 * part * part) - edge) / (1 - edge)
  }

  /// Supply reached from each home, per resident.
  ///
  /// - Parameters:
  ///   - supply: What each site has, such as physicians; 0 or more.
  ///   - residents: People of each home; 0 or more.
  ///   - minutes: Minutes from a home to a site.
  /// - Returns: One figure a home; what nobody can reach is nobody's.
  /// - Complexity: O(homes · sites)
  public func access(
    supply: [Double],
    residents: [Int],
    minutes: (_ home: Int, _ site: Int) -> Double
  ) -> [Double] {
    var access = [Double](repeating: 0, count: residents.count)
    for site in supply.indices where supply[site] > 0 {
      let weights = residents.indices.map { weight(atMinutes: minutes($0, site)) }
      let demand = zip(residents, weights).reduce(0) { $0 + Double($1.0) * $1.1 }
      guard demand > 0 else { continue }
      for home in access.indices { access[home] += supply[site] / demand * weights[home] }
    }
    return access
  }
}

extension CountyMap {
  /// Supply of the county's own facilities that each settlement reaches, per resident.
  ///
  /// - Parameters:
  ///   - supply: What each facility has, in the order of the map; hospitals outside the county do
  ///     not count.
  ///   - catchment: The reach.
  /// - Returns: One figure a settlement.
  public func access(supply: [Double], within catchment: FloatingCatchment) -> [Double] {
    let inside = facilities.indices.filter { facilities[$0].kind.countsInCounty }
    return catchment.access(
      supply: inside.map { supply[$0] },
      residents: settlements.map(\.residents)
    ) { home, place in
      patientMinutes(from: home, toFacility: inside[place])
    }
  }
}
