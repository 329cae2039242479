/// How many residents of one kind are reached in time.
public struct ResidentsReached: Sendable, Hashable {
  /// Residents reached within the limit.
  public let reached: Int
  /// All residents of this kind.
  public let residents: Int

  /// Share reached, 0 to 1; 1 where nobody lives, since nobody is left out.
  public var share: Double {
    residents == 0 ? 1 : Double(reached) / Double(residents)
  }
}

/// Residents reached in time, urban, rural and together.
public struct CoverageResult: Sendable, Hashable {
  /// Urban residents against the urban limit.
  public let urbanResidents: ResidentsReached
  /// Rural residents against the rural limit.
  public let ruralResidents: ResidentsReached
  /// Minutes from the nearest site to each settlement.
  public let nearestMinutes: [Double]

  /// Share of urban residents reached, 0 to 1.
  public var urban: Double { urbanResidents.share }
  /// Share of rural residents reached, 0 to 1.
  public var rural: Double { ruralResidents.share }
  /// Share of all residents reached, 0 to 1, each against the limit of their own setting.
  public var total: Double {
    ResidentsReached(
      reached: urbanResidents.reached + ruralResidents.reached,
      residents: urbanResidents.residents + ruralResidents.residents
    ).share
  }
}

/// The static circle: who lives near enough, by road, whether or not anybody is busy.
public struct Coverage: Sendable {
  private let settlements: [Settlement]
  private let travel: TravelTimes

  /// Prepares the circles of one county.
  public init(settlements: [Settlement], travel: TravelTimes) {
    self.settlements = settlements
    self.travel = travel
  }

  /// Residents whom an ambulance from the nearest station reaches in time, driving only.
  ///
  /// - Parameters:
  ///   - urban: Limit in minutes for urban residents, inclusive.
  ///   - rural: Limit in minutes for rural residents, inclusive.
  ///   - stations: Indices of the settlements where stations stand; at least one.
  /// - Returns: Residents reached, and the minutes of every settlement.
  public func shareWithin(
    minutes urban: Double,
    rural: Double,
    of stations: [Int]
  ) -> CoverageResult {
    result(
      against: CircleStandard(urbanMinutes: urban, ruralMinutes: rural),
      nearest: nearest(of: stations) { site, home in
        travel.minutes(from: site, to: home, by: .ambulance)
      }
    )
  }

  /// Residents who reach the nearest facility in time as patients, access time included.
  ///
  /// - Parameters:
  ///   - minutes: Limit in minutes, inclusive.
  ///   - facilities: Indices of the settlements where facilities stand; at least one.
  /// - Returns: Residents reached, and the minutes of every settlement.
  public func accessWithin(minutes: Double, of facilities: [Int]) -> CoverageResult {
    result(
      against: CircleStandard(urbanMinutes: minutes, ruralMinutes: minutes),
      nearest: nearest(of: facilities) { site, home in
        travel.patientMinutes(from: home, to: site)
      }
    )
  }

  private func nearest(of sites: [Int], minutes: (Int, Int) -> Double) -> [Double] {
    precondition(!sites.isEmpty, "A circle needs a site to be drawn around.")
    return settlements.indices.map { home in
      sites.dropFirst().reduce(minutes(sites[0], home)) { min($0, minutes($1, home)) }
    }
  }

  private func result(against standard: CircleStandard, nearest: [Double]) -> CoverageResult {
    func reached(_ setting: Setting) -> ResidentsReached {
      let homes = settlements.indices.filter { settlements[$0].setting == setting }
      let inTime = homes.filter { nearest[$0] <= standard.minutes(for: setting) }
      return ResidentsReached(
        reached: inTime.reduce(0) { $0 + settlements[$1].residents },
        residents: homes.reduce(0) { $0 + settlements[$1].residents }
      )
    }
    return CoverageResult(
      urbanResidents: reached(.urban),
      ruralResidents: reached(.rural),
      nearestMinutes: nearest
    )
  }
}
