/// Where stations could stand, whom they would serve, and how far that is.
public struct SitingProblem: Sendable, Hashable {
  /// Whether a site may be left out.
  public enum Standing: UInt8, Sendable {
    /// It is there and stays.
    case fixed
    /// It may be chosen.
    case candidate
  }

  /// People or calls of each home; 0 or more.
  public let demand: [Double]
  /// Minutes from each site to each home, site after site.
  public let minutes: [[Double]]
  /// Minutes within which each home should be reached, inclusive.
  public let limits: [Double]
  /// Which sites are there already.
  public let standings: [Standing]
  /// Crews that a site would have, if it had a station; 1 or more.
  public let crews: [Int]
  /// Stations in all, fixed ones included.
  public let stations: Int

  /// Most pairs of a site and a home; beyond them the programs take more than memory and patience.
  public static let mostPairs = 1_000_000

  /// A problem from its parts.
  ///
  /// - Throws: `SitingProblemError` for parts that do not fit each other.
  public init(
    demand: [Double],
    minutes: [[Double]],
    limits: [Double],
    standings: [Standing],
    crews: [Int],
    stations: Int
  ) throws(SitingProblemError) {
    let (homes, sites) = (demand.count, minutes.count)
    guard homes > 0, sites > 0, limits.count == homes, standings.count == sites,
      crews.count == sites, minutes.allSatisfy({ $0.count == homes })
    else { throw .shapes }
    guard demand.allSatisfy({ $0 >= 0 && $0.isFinite }), demand.contains(where: { $0 > 0 }),
      minutes.allSatisfy({ $0.allSatisfy { $0 >= 0 && $0.isFinite } }),
      crews.allSatisfy({ $0 >= 1 })
    else { throw .values }
    guard sites * homes <= Self.mostPairs else { throw .tooLarge(pairs: sites * homes) }
    let fixed = standings.count { $0 == .fixed }
    guard (max(1, fixed)...sites).contains(stations) else {
      throw .stations(stations, fixed: fixed, sites: sites)
    }
    self.demand = demand
    self.minutes = minutes
    self.limits = limits
    self.standings = standings
    self.crews = crews
    self.stations = stations
  }

  /// Homes.
  var homes: Range<Int> { demand.indices }
  /// Sites.
  var sites: Range<Int> { minutes.indices }

  /// Sites from which a home is reached in time.
  func sites(covering home: Int) -> [Int] {
    sites.filter { minutes[$0][home] <= limits[home] }
  }
}

/// Why a siting problem cannot be.
public enum SitingProblemError: Error, Hashable, Sendable {
  /// Lists that should be as long as each other are not.
  case shapes
  /// A figure that cannot be.
  case values
  /// More pairs of site and home than `SitingProblem.mostPairs`.
  case tooLarge(pairs: Int)
  /// Fewer stations than are fixed, or more than there are sites.
  case stations(Int, fixed: Int, sites: Int)
}
