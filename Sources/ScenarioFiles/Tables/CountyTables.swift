internal import CountyModel
internal import Geography

/// What the tables of a county say.
struct CountyTables {
  /// Parts of the map that are not to be generated.
  var parts = KnownParts.nothing
  /// Physicians and beds of single facilities.
  var capacities = FacilityCapacityTable()
  /// Place on the globe of kilometre 0, where it is stated.
  var origin: GlobePosition?
  /// Where the tables come from, for the first page of reports.
  var sources: [FigureSource] = []
  /// The files, by key.
  var values: [(path: String, text: String)] = []

  /// A county without tables.
  static let none = CountyTables()
}
