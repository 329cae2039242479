internal import Glibc

/// The flat county map around an origin on the globe.
///
/// East and north are kept true to the kilometre along the meridian and the parallel of the origin:
/// the equirectangular projection. Within 100 km of an origin in China distances are right to a
/// hundredth.
public struct LocalPlane: Sendable, Hashable {
  /// The place that is kilometre 0 east and 0 north.
  public let origin: GlobePosition

  /// A plane around an origin.
  ///
  /// - Precondition: The origin is not a pole.
  public init(origin: GlobePosition) {
    precondition(abs(origin.latitude) < 90, "no direction is east at a pole")
    self.origin = origin
  }

  private static let kilometresPerDegree = GlobePosition.earthRadius * Double.pi / 180
  private var kilometresPerDegreeEast: Double {
    Self.kilometresPerDegree * cos(origin.latitude * Double.pi / 180)
  }

  /// The place on the plane of a place on the globe.
  public func point(of place: GlobePosition) -> Point {
    Point(
      x: (place.longitude - origin.longitude) * kilometresPerDegreeEast,
      y: (place.latitude - origin.latitude) * Self.kilometresPerDegree
    )
  }

  /// The place on the globe of a place on the plane.
  public func place(of point: Point) -> GlobePosition {
    GlobePosition(
      latitude: origin.latitude + point.y / Self.kilometresPerDegree,
      longitude: origin.longitude + point.x / kilometresPerDegreeEast
    )
  }
}
