internal import Glibc

/// A place on the globe, as maps and gazetteers give it.
public struct GlobePosition: Sendable, Hashable {
  /// Degrees north of the equator, -90 to 90.
  public let latitude: Double
  /// Degrees east of Greenwich; any number, whole turns apart it is the same place.
  public let longitude: Double

  /// Mean radius of the earth in kilometres.
  public static let earthRadius = 6371.0

  /// Makes a place from degrees north and east.
  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Kilometres along the great circle to another place, on a sphere of a radius in kilometres.
  ///
  /// - Source: the haversine formula; Sinnott, *Virtues of the haversine*, Sky and Telescope 68
  ///   (1984).
  public func distance(to other: GlobePosition, radius: Double = earthRadius) -> Double {
    let turn = Double.pi / 180
    let north = sin((other.latitude - latitude) * turn / 2)
    let east = sin((other.longitude - longitude) * turn / 2)
    let square =
      north * north + cos(latitude * turn) * cos(other.latitude * turn) * east * east
    // Rounding may leave the other side of the globe a digit above 1.
    return 2 * radius * asin(min(1, square.squareRoot()))
  }
}
