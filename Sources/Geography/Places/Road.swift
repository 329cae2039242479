/// Kinds of road, by the speed they allow.
public enum RoadClass: UInt8, CaseIterable, Sendable {
  /// Street inside a built-up urban area.
  case urbanStreet
  /// Road between towns.
  case countyRoad
  /// Road between villages, or from a village to its town.
  case villageRoad
  /// Village road in the mountains.
  case mountainRoad
}

/// A stretch of road between two settlements, open in both directions.
public struct Road: Sendable, Hashable {
  /// Index of the settlement at one end.
  public let a: Int
  /// Index of the settlement at the other end.
  public let b: Int
  /// Kind of road.
  public let roadClass: RoadClass
  /// Length along the road in kilometres, bends included; above zero.
  public let kilometres: Double

  /// Makes a stretch of road.
  public init(a: Int, b: Int, roadClass: RoadClass, kilometres: Double) {
    self.a = a
    self.b = b
    self.roadClass = roadClass
    self.kilometres = kilometres
  }
}
