internal import Glibc
public import Probability

/// Huff's gravity model: people go to a facility in proportion to its attraction over a power of
/// its distance.
///
/// - Source: Huff, *A probabilistic analysis of shopping center trade areas*, Land Economics 39
///   (1963).
public struct GravityChoice: Sendable, Hashable {
  /// Each facility's share of the choices; they add up to 1.
  public let shares: [Double]

  /// The choice of people at one place.
  ///
  /// - Parameters:
  ///   - attractions: Finite and above 0, any scale.
  ///   - distances: One for each attraction, finite and above 0, in any unit: at distance 0 the model
  ///     has no answer.
  ///   - power: Finite, 0 or more; how much people mind the distance.
  /// - Throws: Naming the number that cannot be.
  public init(
    attractions: [Double],
    distances: [Double],
    power: Double
  ) throws(DistributionError) {
    func refuse(_ name: String, _ allowed: String, _ found: String) -> DistributionError {
      DistributionError(law: "gravity choice", parameter: name, allowed: allowed, found: found)
    }
    guard !attractions.isEmpty, attractions.count == distances.count else {
      throw refuse(
        "distances",
        "a list of \(max(1, attractions.count)), one for each of attractions",
        "a list of \(distances.count)"
      )
    }
    for (name, list) in [("attractions", attractions), ("distances", distances)] {
      for (row, value) in list.enumerated() where !(value > 0 && value.isFinite) {
        throw refuse("\(name)[\(row)]", "a finite number above 0", "\(value)")
      }
    }
    guard power >= 0, power.isFinite else {
      throw refuse("power", "a finite number of 0 or more", "\(power)")
    }
    // As a logit over logarithms no power over- or underflows.
    shares = Logit.shares(
      zip(attractions, distances).map { log($0) - power * log($1) }
    )
  }
}
