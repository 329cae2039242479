/// Where the border of the county runs.
public enum CountyOutline: Sendable, Hashable {
  /// Drawn from the seed, `elongation` times as long as it is wide (1 or more).
  case drawn(elongation: Double)
  /// Known corners in kilometres, in order around the county.
  case polygon([Point])
}

/// Road length over straight-line distance, by lie of the land (E-20).
public struct DetourFactors: Sendable, Hashable {
  /// In the plain.
  public let plain: Double
  /// In the hills.
  public let hilly: Double
  /// In the mountains.
  public let mountain: Double

  /// Makes the three factors, each 1 or more.
  public init(plain: Double, hilly: Double, mountain: Double) {
    self.plain = plain
    self.hilly = hilly
    self.mountain = mountain
  }

  /// Factor for one lie of the land.
  public func of(_ terrain: Terrain) -> Double {
    switch terrain {
    case .plain: plain
    case .hilly: hilly
    case .mountain: mountain
    }
  }
}

/// How people spread over settlements.
public struct SettlementFacts: Sendable, Hashable {
  /// Settlements in the county, urban and rural together.
  public let total: Int
  /// Urban neighbourhoods (社区) among them.
  public let neighbourhoods: Int
  /// Share of residents in urban neighbourhoods of streets and of the seat, 0 to 1.
  public let urbanShare: Double
  /// Exponent of the rank-size rule of settlements within a town; 0 makes them alike.
  public let rankSizeExponent: Double
  /// Residents per square kilometre of built-up urban area.
  public let urbanDensity: Double
  /// Residents per square kilometre of built-up village area.
  public let villageDensity: Double
  /// Odds of being 65 or older in a village over the odds in a neighbourhood; 1 is no tilt.
  public let ruralElderTilt: Double

  /// Makes the facts about settlements.
  public init(
    total: Int,
    neighbourhoods: Int,
    urbanShare: Double,
    rankSizeExponent: Double,
    urbanDensity: Double,
    villageDensity: Double,
    ruralElderTilt: Double
  ) {
    self.total = total
    self.neighbourhoods = neighbourhoods
    self.urbanShare = urbanShare
    self.rankSizeExponent = rankSizeExponent
    self.urbanDensity = urbanDensity
    self.villageDensity = villageDensity
    self.ruralElderTilt = ruralElderTilt
  }
}

/// Everything the generator must be told about a county; it adds nothing of its own but chance.
public struct CountyFacts: Sendable, Hashable {
  /// Chinese name.
  public let name: String
  /// English name.
  public let nameEn: String
  /// Residents of the county.
  public let residents: Int
  /// Share of residents in each of the nine bands of `AgeBand`; they add up to 1.
  public let ageShares: [Double]
  /// Area in square kilometres.
  public let areaSquareKm: Double
  /// Where the border runs.
  public let outline: CountyOutline
  /// The towns; exactly one is the seat.
  public let towns: [TownFacts]
  /// How people spread over settlements.
  public let settlements: SettlementFacts
  /// Road length over straight-line distance.
  public let detour: DetourFactors
  /// Speeds by mode and road class.
  public let speeds: SpeedTable
  /// Facilities inside the county.
  public let facilities: FacilityCounts
  /// Hospitals outside the county.
  public let distantHospitals: [DistantHospital]
  /// Ambulance stations.
  public let ambulances: AmbulanceFacts
  /// Seed of every draw of the generator.
  public let seed: UInt64

  /// Makes the facts of a county; `SyntheticCounty.generate` checks them.
  public init(
    name: String,
    nameEn: String,
    residents: Int,
    ageShares: [Double],
    areaSquareKm: Double,
    outline: CountyOutline,
    towns: [TownFacts],
    settlements: SettlementFacts,
    detour: DetourFactors,
    speeds: SpeedTable,
    facilities: FacilityCounts,
    distantHospitals: [DistantHospital],
    ambulances: AmbulanceFacts,
    seed: UInt64
  ) {
    self.name = name
    self.nameEn = nameEn
    self.residents = residents
    self.ageShares = ageShares
    self.areaSquareKm = areaSquareKm
    self.outline = outline
    self.towns = towns
    self.settlements = settlements
    self.detour = detour
    self.speeds = speeds
    self.facilities = facilities
    self.distantHospitals = distantHospitals
    self.ambulances = ambulances
    self.seed = seed
  }
}
