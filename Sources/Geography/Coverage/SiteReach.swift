/// Distances from places to the nearest of some sites, as the crow flies.
///
/// `Coverage` counts minutes by road; this is the plane behind it, where theory has exact answers.
public struct SiteReach: Sendable, Hashable {
  /// Where the sites stand; at least one.
  public let sites: [Point]
  /// How the plane continues beyond its edge.
  public let edge: Edge

  /// How the plane continues.
  public enum Edge: Sendable, Hashable {
    /// It just goes on.
    case open
    /// Whoever leaves a square of that side, in kilometres, comes back on the other side.
    case wrapped(side: Double)
  }

  /// Sites on a plane.
  public init(sites: [Point], edge: Edge = .open) {
    precondition(!sites.isEmpty, "nothing is near where there is nothing")
    self.sites = sites
    self.edge = edge
  }

  /// Kilometres to the nearest site.
  ///
  /// - Complexity: O(sites)
  public func nearestKilometres(to place: Point) -> Double {
    var nearest = Double.infinity
    for site in sites { nearest = min(nearest, squaredDistance(place, site)) }
    return nearest.squareRoot()
  }

  /// Whether some site is no further than a limit in kilometres, inclusive.
  public func covers(_ place: Point, within kilometres: Double) -> Bool {
    nearestKilometres(to: place) <= kilometres
  }

  private func squaredDistance(_ place: Point, _ site: Point) -> Double {
    guard case .wrapped(let side) = edge else { return place.squaredDistance(to: site) }
    let (east, north) = (abs(place.x - site.x), abs(place.y - site.y))
    let (dx, dy) = (min(east, side - east), min(north, side - north))
    return dx * dx + dy * dy
  }
}
