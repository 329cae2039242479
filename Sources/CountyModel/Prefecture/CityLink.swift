public import Geography

/// People at the door of the city's hospitals, in persons a day.
public struct CityDemand: Sendable, Hashable {
  /// Outpatients.
  public var visits: Double
  /// Inpatients.
  public var admissions: Double

  /// Makes a demand.
  public init(visits: Double, admissions: Double) {
    self.visits = visits
    self.admissions = admissions
  }

  /// Everybody else who uses the city's hospitals.
  ///
  /// - Parameters:
  ///   - visits: Outpatients a day.
  ///   - bedShare: Share of the city's beds that they take, 0 to 1.
  ///   - inputs: A county of the city, for the size of its hospitals.
  ///   - map: The same county, for their number.
  public init(
    visits: Double,
    bedShare: Double,
    ofCityIn inputs: CountyInputs,
    _ map: CountyMap
  ) {
    let hospitals = map.facilities.count { $0.kind == .cityHospital }
    let beds = inputs.beds.city.reduce(0, +) * Double(hospitals)
    self.init(visits: visits, admissions: beds * bedShare / inputs.beds.cityBackgroundStay)
  }

  static func + (one: CityDemand, other: CityDemand) -> CityDemand {
    CityDemand(visits: one.visits + other.visits, admissions: one.admissions + other.admissions)
  }

  static func - (one: CityDemand, other: CityDemand) -> CityDemand {
    CityDemand(visits: one.visits - other.visits, admissions: one.admissions - other.admissions)
  }
}

/// What the counties of a region send to the city's hospitals, day by day over the last week.
struct CityLink {
  /// Days run so far.
  private(set) var day = 0
  private let outside: CityDemand
  /// Sent by each county on each of the last seven days; newest at `day % 7`.
  private var sent: [[CityDemand]]
  private var before: [CityDemand]

  private static let week = 7

  init(counties: Int, outside: CityDemand) {
    self.outside = outside
    let nothing = CityDemand(visits: 0, admissions: 0)
    sent = Array(repeating: Array(repeating: nothing, count: Self.week), count: counties)
    before = Array(repeating: nothing, count: counties)
  }

  /// Takes what each county has sent since the beginning.
  mutating func turnDay(_ totals: [CityDemand]) {
    for (county, total) in totals.enumerated() {
      sent[county][day % Self.week] = total - before[county]
      before[county] = total
    }
    day += 1
  }

  /// Who else comes today, as a county sees it; `nil` in the first week, when nobody knows.
  func neighbours(of county: Int) -> CityDemand? {
    guard day >= Self.week else { return nil }
    return sent.indices.filter { $0 != county }.reduce(outside) {
      $0 + sent[$1][day % Self.week]
    }
  }
}
