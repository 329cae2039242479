/// Whether a place counts as urban or rural in the emergency circle standards.
///
/// Urban means a neighbourhood of a street or of the county seat (`model.md` §10).
public enum Setting: UInt8, CaseIterable, Sendable {
  /// Neighbourhood (社区) of a street or of the county seat.
  case urban
  /// Administrative village (行政村).
  case rural
}

/// Age bands of a settlement's residents.
public enum AgeBand {
  /// How many bands there are: 0-4, 5-14, 15-24, 25-34, 35-44, 45-54, 55-64, 65-74, 75+.
  public static let count = 9
  /// Lowest age in years of each band.
  public static let lowestAges = [0, 5, 15, 25, 35, 45, 55, 65, 75]
}

/// A demand point: an administrative village or an urban neighbourhood.
public struct Settlement: Sendable, Hashable {
  /// Stable name in files, such as `T01-S003`.
  public let id: String
  /// Chinese name.
  public let name: String
  /// English name.
  public let nameEn: String
  /// Index of the town it belongs to.
  public let town: Int
  /// Where it is, in kilometres.
  public let position: Point
  /// People living there.
  public let residents: Int
  /// Urban or rural.
  public let setting: Setting
  /// Residents in each of the nine bands of `AgeBand`; they add up to `residents`.
  public let residentsByAge: [Int]
  /// Radius of the built-up area in kilometres; above zero.
  public let radius: Double

  /// Makes a settlement.
  public init(
    id: String,
    name: String,
    nameEn: String,
    town: Int,
    position: Point,
    residents: Int,
    setting: Setting,
    residentsByAge: [Int],
    radius: Double
  ) {
    self.id = id
    self.name = name
    self.nameEn = nameEn
    self.town = town
    self.position = position
    self.residents = residents
    self.setting = setting
    self.residentsByAge = residentsByAge
    self.radius = radius
  }
}
