/// Parts of a county that are known; the generator lays out the rest around them.
///
/// Rows refer to settlements by index in the order of the map: town after town, the centre first.
/// `KnownSettlement.inTownOrder` brings settlements into it.
public struct KnownParts: Sendable, Hashable {
  /// Settlements; every town has at least one.
  public var settlements: [KnownSettlement]?
  /// Roads between settlements.
  public var roads: [Road]?
  /// Minutes between every two settlements by mode, row after row; the diagonal is not read.
  public var minutes: [TravelMode: [Double]]
  /// Facilities inside the county, and perhaps the hospitals outside it.
  public var facilities: [KnownFacility]?
  /// Ambulance stations, those open today and candidates.
  public var stations: [AmbulanceStation]?

  /// Known parts; nothing is known unless it is given.
  public init(
    settlements: [KnownSettlement]? = nil,
    roads: [Road]? = nil,
    minutes: [TravelMode: [Double]] = [:],
    facilities: [KnownFacility]? = nil,
    stations: [AmbulanceStation]? = nil
  ) {
    self.settlements = settlements
    self.roads = roads
    self.minutes = minutes
    self.facilities = facilities
    self.stations = stations
  }

  /// Nothing but the facts.
  public static let nothing = KnownParts()
}

/// A settlement of which at least place and people are known.
public struct KnownSettlement: Sendable, Hashable {
  /// Whether a settlement is the middle of its town.
  public enum Role: UInt8, CaseIterable, Sendable {
    /// The middle of its town.
    case centre
    /// Any other place of its town.
    case outlying
  }

  /// Stable name in files.
  public let id: String
  /// Chinese name.
  public let name: String
  /// English name.
  public let nameEn: String
  /// Index of its town in the facts.
  public let town: Int
  /// Middle of its town, or not.
  public let role: Role
  /// Where it is, in kilometres.
  public let position: Point
  /// People living there.
  public let residents: Int
  /// Urban or rural.
  public let setting: Setting
  /// Residents in each of the nine bands of `AgeBand`; `nil` to let the generator share them out.
  public let residentsByAge: [Int]?
  /// Radius of the built-up area in kilometres; `nil` to let it follow from residents and density.
  public let radius: Double?

  /// Makes a settlement.
  public init(
    id: String,
    name: String,
    nameEn: String,
    town: Int,
    role: Role,
    position: Point,
    residents: Int,
    setting: Setting,
    residentsByAge: [Int]?,
    radius: Double?
  ) {
    self.id = id
    self.name = name
    self.nameEn = nameEn
    self.town = town
    self.role = role
    self.position = position
    self.residents = residents
    self.setting = setting
    self.residentsByAge = residentsByAge
    self.radius = radius
  }

  /// The settlements town after town, each town's centre first, otherwise in their own order.
  ///
  /// A town without a named centre has its first settlement there.
  public static func inTownOrder(_ settlements: [KnownSettlement]) -> [KnownSettlement] {
    settlements.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      return (a.town, a.role.rawValue, left.offset) < (b.town, b.role.rawValue, right.offset)
    }.map(\.element)
  }
}

/// A facility of which name, kind and place are known.
public struct KnownFacility: Sendable, Hashable {
  /// Stable name in files.
  public let id: String
  /// Chinese name.
  public let name: String
  /// English name.
  public let nameEn: String
  /// Kind of facility.
  public let kind: FacilityKind
  /// Index of its settlement, or of the place from which the journey out of the county starts.
  public let settlement: Int
  /// Minutes by road from there on; zero inside the county.
  public let onwardMinutes: Double
  /// Kilometres by road from there on; zero inside the county.
  public let onwardKilometres: Double

  /// Makes a facility.
  public init(
    id: String,
    name: String,
    nameEn: String,
    kind: FacilityKind,
    settlement: Int,
    onwardMinutes: Double,
    onwardKilometres: Double
  ) {
    self.id = id
    self.name = name
    self.nameEn = nameEn
    self.kind = kind
    self.settlement = settlement
    self.onwardMinutes = onwardMinutes
    self.onwardKilometres = onwardKilometres
  }
}
