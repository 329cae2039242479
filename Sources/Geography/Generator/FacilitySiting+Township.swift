/// Siting of the township tier: one centre a town, branches and community centres where they
/// shorten journeys most.
extension FacilitySiting {
  /// One health centre at the middle of each town; where there are fewer centres than towns,
  /// towns come before streets, the populous before the small.
  func townshipCentres() -> [Site] {
    func residents(_ town: Town) -> Int {
      town.settlements.reduce(0) { $0 + settlements[$1].residents }
    }
    let order = towns.indices.sorted { left, right in
      let (a, b) = (towns[left], towns[right])
      if a.kind != b.kind { return a.kind == .town }
      let (inA, inB) = (residents(a), residents(b))
      return inA == inB ? left < right : inA > inB
    }
    return order.prefix(facts.facilities.townshipCentres).sorted().map { index in
      let town = towns[index]
      return site(
        .townshipCentre,
        id: "THC-\(town.id)",
        name: "\(town.name)卫生院",
        nameEn: "\(town.nameEn) Health Centre",
        at: town.centreSettlement
      )
    }
  }

  /// Branches in the villages where they spare residents most minutes to the nearest centre.
  func branches(of centres: [Site]) -> [Site] {
    let villages = settlements.indices.filter { settlements[$0].setting == .rural }
    return bestPlaces(
      facts.facilities.townshipBranches,
      among: villages,
      for: villages,
      given: centres.map(\.settlement)
    ).map { place in
      site(
        .townshipBranch,
        id: "THB-\(settlements[place].id)",
        name: "\(towns[settlements[place].town].name)卫生院\(settlements[place].name)分院",
        nameEn: "\(settlements[place].nameEn) Branch Health Centre",
        at: place
      )
    }
  }

  /// Community health centres spread over the urban neighbourhoods.
  func communityCentres() -> [Site] {
    let city = settlements.indices.filter { settlements[$0].setting == .urban }
    return bestPlaces(facts.facilities.communityCentres, among: city, for: city, given: [])
      .map { place in
        site(
          .communityCentre,
          id: "CHC-\(settlements[place].id)",
          name: "\(settlements[place].name)卫生服务中心",
          nameEn: "\(settlements[place].nameEn) Health Centre",
          at: place
        )
      }
  }

  /// Places chosen one after the other, each sparing residents of `homes` the most travel
  /// minutes to the nearest place (greedy p-median).
  private func bestPlaces(
    _ count: Int,
    among places: [Int],
    for homes: [Int],
    given existing: [Int]
  ) -> [Int] {
    var nearest = homes.map { home in
      existing.map { travel.patientMinutes(from: home, to: $0) }.min() ?? TravelTimes.longestMinutes
    }
    var free = places.filter { !existing.contains($0) }
    var chosen: [Int] = []
    for _ in 0..<min(count, free.count) {
      let spared = free.map { place in
        zip(homes, nearest).reduce(0.0) { sum, home in
          let minutes = travel.patientMinutes(from: home.0, to: place)
          return sum + Double(settlements[home.0].residents) * max(0, home.1 - minutes)
        }
      }
      guard let best = spared.indices.max(by: { spared[$0] < spared[$1] }) else { break }
      let place = free.remove(at: best)
      chosen.append(place)
      nearest = zip(homes, nearest).map {
        min($1, travel.patientMinutes(from: $0, to: place))
      }
    }
    return chosen
  }
}
