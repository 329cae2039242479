/// Who is nearest to what.
enum Catchments {
  /// Residents for whom each site is the nearest of its tier; equally near sites share.
  static func residents(
    of sites: [FacilitySiting.Site],
    settlements: [Settlement],
    travel: TravelTimes
  ) -> [Int] {
    var catchments = [Int](repeating: 0, count: sites.count)
    for tier in Tier.allCases {
      let rivals = sites.indices.filter { sites[$0].kind.tier == tier }
      guard !rivals.isEmpty else { continue }
      for home in settlements.indices {
        let minutes = rivals.map { rival in
          travel.patientMinutes(from: home, to: sites[rival].settlement)
            + sites[rival].onwardMinutes
        }
        let least = minutes.reduce(minutes[0], min)
        let nearest = zip(rivals, minutes).filter { $0.1 == least }.map { $0.0 }
        let (each, over) = settlements[home].residents.quotientAndRemainder(
          dividingBy: nearest.count
        )
        for (rank, rival) in nearest.enumerated() {
          catchments[rival] += each + (rank < over ? 1 : 0)
        }
      }
    }
    return catchments
  }
}
