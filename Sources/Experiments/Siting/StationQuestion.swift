public import Geography

/// What is asked when stations are to be placed.
public struct StationQuestion: Sendable, Hashable {
  /// Which stations stay where they are.
  public enum Fixed: String, Sendable, CaseIterable {
    /// Those open today.
    case existing
    /// None: all may move.
    case none
  }

  /// Where stations could stand, besides where they stand.
  public enum Sites: String, Sendable, CaseIterable {
    /// At hospitals and township health centres, and at the county's own candidates.
    case facilities
    /// In any settlement.
    case settlements
  }

  /// What makes a plan good.
  public enum Criterion: String, Sendable, CaseIterable {
    /// Most residents within the circle.
    case mclp
    /// Most residents expected within the circle when crews may be busy.
    case mexclp
    /// Fewest minutes to the nearest station.
    case pmedian
  }

  /// Stations in all.
  public let stations: Int
  /// Which of them stay.
  public let fixed: Fixed
  /// Where the others may stand.
  public let sites: Sites
  /// What is asked for; one plan each.
  public let criteria: [Criterion]
  /// The circle: minutes of driving.
  public let standard: CircleStandard
  /// Probability that a crew is busy, for `mexclp`; `nil` to reckon it from the simulated calls.
  public let busy: Double?
  /// Longest search for each plan.
  public let seconds: Double

  /// A question from its parts.
  public init(
    stations: Int,
    fixed: Fixed,
    sites: Sites,
    criteria: [Criterion],
    standard: CircleStandard,
    busy: Double?,
    seconds: Double
  ) {
    self.stations = stations
    self.fixed = fixed
    self.sites = sites
    self.criteria = criteria
    self.standard = standard
    self.busy = busy
    self.seconds = seconds
  }
}

/// Why stations cannot be placed.
public enum StationProblem: Error, Sendable {
  /// The question cannot be asked of this county.
  case question(SitingProblemError)
  /// No plan was found.
  case search(StationQuestion.Criterion, SitingFailure)
}

extension StationQuestion {
  /// Settlements where a station could stand, in order.
  func places(on map: CountyMap) -> [Int] {
    let open = (map.stations + map.candidateStations).map(\.settlement)
    let homes: [Int]
    switch sites {
    case .settlements: homes = Array(map.settlements.indices)
    case .facilities:
      homes = map.facilities.filter { $0.kind.tier == .township || $0.kind.tier == .county }
        .map(\.settlement)
    }
    return Set(open + homes).sorted()
  }

  /// The question as a siting problem over places.
  func problem(
    on map: CountyMap,
    _ places: [Int],
    crewsAtSeat: Int,
    crewsPerStation: Int
  ) throws(StationProblem) -> SitingProblem {
    let open = Set(map.stations.map(\.settlement))
    do {
      return try SitingProblem(
        demand: map.settlements.map { Double($0.residents) },
        minutes: places.map { place in
          map.settlements.indices.map { map.travel.minutes(from: place, to: $0, by: .ambulance) }
        },
        limits: map.settlements.map { standard.minutes(for: $0.setting) },
        standings: places.map { fixed == .existing && open.contains($0) ? .fixed : .candidate },
        crews: places.map { max(1, $0 == map.seatSettlement ? crewsAtSeat : crewsPerStation) },
        stations: stations
      )
    } catch {
      throw .question(error)
    }
  }
}
