public import CountyModel
public import Geography

/// One county of a study: what it is, and where it lies in its region.
public struct StudyCounty: Sendable {
  /// Chinese name.
  public var zh: String { inputs.facts.name }
  /// English name; policies that hold in some counties only name them by it.
  public var en: String { inputs.facts.nameEn }
  /// The county as the model reads it.
  public let inputs: CountyInputs
  /// The county as it is laid out.
  public let map: CountyMap
  /// Where the middle of its map lies in the region, kilometres east and north; for drawing only.
  public let place: Point

  /// A county from its parts.
  public init(inputs: CountyInputs, map: CountyMap, place: Point) {
    self.inputs = inputs
    self.map = map
    self.place = place
  }
}

/// Several counties of one city, simulated side by side.
public struct StudyRegion: Sendable {
  /// Chinese name.
  public let zh: String
  /// English name.
  public let en: String
  /// The counties, in the order of the file; one or more.
  public let counties: [StudyCounty]
  /// Who from outside the region uses the city's hospitals; `nil` when counties are not linked.
  public let outside: CityDemand?

  /// A region from its parts.
  ///
  /// - Precondition: there is a county.
  public init(zh: String, en: String, counties: [StudyCounty], outside: CityDemand?) {
    precondition(!counties.isEmpty, "a region needs a county")
    self.zh = zh
    self.en = en
    self.counties = counties
    self.outside = outside
  }
}
