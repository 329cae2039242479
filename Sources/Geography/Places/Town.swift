/// Kind of township-level unit.
public enum TownKind: UInt8, CaseIterable, Sendable {
  /// Street (街道).
  case street
  /// Town or township (镇, 乡).
  case town
}

/// What a town is to its county.
public enum TownRole: UInt8, CaseIterable, Sendable {
  /// Seat of the county government, where the county hospitals stand.
  case seat
  /// Any other town.
  case outlying
}

/// A town or street with its settlements.
public struct Town: Sendable, Hashable {
  /// Stable name in files, such as `T01`.
  public let id: String
  /// Chinese name.
  public let name: String
  /// English name.
  public let nameEn: String
  /// Street or town.
  public let kind: TownKind
  /// Seat of the county or not.
  public let role: TownRole
  /// Middle of the town, in kilometres.
  public let centre: Point
  /// Index of the settlement at the middle of the town.
  public let centreSettlement: Int
  /// Indices of the settlements of the town.
  public let settlements: Range<Int>

  /// Whether the county government sits here.
  public var isSeat: Bool { role == .seat }

  /// Makes a town.
  public init(
    id: String,
    name: String,
    nameEn: String,
    kind: TownKind,
    role: TownRole,
    centre: Point,
    centreSettlement: Int,
    settlements: Range<Int>
  ) {
    self.id = id
    self.name = name
    self.nameEn = nameEn
    self.kind = kind
    self.role = role
    self.centre = centre
    self.centreSettlement = centreSettlement
    self.settlements = settlements
  }
}
