/// Lie of the land in a town.
public enum Terrain: UInt8, CaseIterable, Sendable {
  /// Plain.
  case plain
  /// Hills.
  case hilly
  /// Mountains: village roads become mountain roads.
  case mountain
}

/// What is known about one town before the generator fills in the rest.
public struct TownFacts: Sendable, Hashable {
  /// Chinese name.
  public let name: String
  /// English name; also keys the town's draws, so it must differ from every other town's.
  public let nameEn: String
  /// Street or town.
  public let kind: TownKind
  /// Seat of the county or not.
  public let role: TownRole
  /// Size relative to the other towns; residents are shared out in proportion.
  public let populationWeight: Double
  /// Lie of the land.
  public let terrain: Terrain
  /// Middle of the town in kilometres, where it is known.
  public let position: Point?

  /// Makes the facts of a town.
  public init(
    name: String,
    nameEn: String,
    kind: TownKind,
    role: TownRole,
    populationWeight: Double,
    terrain: Terrain,
    position: Point?
  ) {
    self.name = name
    self.nameEn = nameEn
    self.kind = kind
    self.role = role
    self.populationWeight = populationWeight
    self.terrain = terrain
    self.position = position
  }
}
