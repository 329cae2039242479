/// Where facilities stand, by the official siting rules.
struct FacilitySiting {
  /// A facility that has a place and a name but no catchment yet.
  struct Site {
    let id: String
    let name: String
    let nameEn: String
    let kind: FacilityKind
    let settlement: Int
    let onwardMinutes: Double
    let onwardKilometres: Double
  }

  let facts: CountyFacts
  let towns: [Town]
  let settlements: [Settlement]
  let travel: TravelTimes

  /// All sites, kind after kind.
  func sites() -> [Site] {
    let centres = townshipCentres()
    return villageTier(.villageClinic, in: .rural, count: facts.facilities.villageClinics)
      + villageTier(.communityStation, in: .urban, count: facts.facilities.communityStations)
      + privateClinics()
      + centres
      + branches(of: centres)
      + communityCentres()
      + countyHospitals()
      + distantHospitals()
  }

  /// Indices of the settlements of one setting, the most populous first.
  func bySize(_ setting: Setting) -> [Int] {
    settlements.indices.filter { settlements[$0].setting == setting }
      .sorted { left, right in
        let (a, b) = (settlements[left].residents, settlements[right].residents)
        return a == b ? left < right : a > b
      }
  }

  /// Index of the settlement at the middle of the county seat.
  var seatCentre: Int {
    towns.first { $0.isSeat }?.centreSettlement ?? 0
  }

  func site(
    _ kind: FacilityKind,
    id: String,
    name: String,
    nameEn: String,
    at settlement: Int
  ) -> Site {
    Site(
      id: id,
      name: name,
      nameEn: nameEn,
      kind: kind,
      settlement: settlement,
      onwardMinutes: 0,
      onwardKilometres: 0
    )
  }
}

extension FacilitySiting {
  /// One clinic a village, or one station a neighbourhood, the most populous first; those left
  /// without are served from next door, and a surplus gives the largest a second one.
  private func villageTier(_ kind: FacilityKind, in setting: Setting, count: Int) -> [Site] {
    let homes = bySize(setting)
    guard !homes.isEmpty else { return [] }
    let (prefix, label, labelEn) =
      kind == .villageClinic
      ? ("VC", "卫生室", "Clinic") : ("CS", "社区卫生服务站", "Community Station")
    return (0..<count).map { number in
      let home = settlements[homes[number % homes.count]]
      let round = number / homes.count + 1
      let (mark, markEn) = round == 1 ? ("", "") : ("-\(round)", " \(round)")
      return site(
        kind,
        id: "\(prefix)-\(home.id)\(mark)",
        name: "\(home.name)\(label)\(mark)",
        nameEn: "\(home.nameEn) \(labelEn)\(markEn)",
        at: homes[number % homes.count]
      )
    }
  }

  /// Private clinics follow people, and twice as much where shops and markets are: in the city
  /// and in the town centres.
  private func privateClinics() -> [Site] {
    let centres = Set(towns.map(\.centreSettlement))
    let weights = settlements.indices.map { index in
      let isMarket = settlements[index].setting == .urban || centres.contains(index)
      return Double(settlements[index].residents) * (isMarket ? 2 : 1)
    }
    let counts = Apportionment.byHighestAverage(
      facts.facilities.privateClinics,
      weights: weights,
      least: 0
    )
    return counts.enumerated().flatMap { index, count in
      (0..<count).map { number in
        let home = settlements[index]
        return site(
          .privateClinic,
          id: "PC-\(home.id)-\(number + 1)",
          name: "\(home.name)诊所\(number + 1)",
          nameEn: "\(home.nameEn) Private Clinic \(number + 1)",
          at: index
        )
      }
    }
  }

  /// County hospitals stand in the seat: the first in the middle, the others in the inner city,
  /// each as far from the ones before it as the inner city allows.
  private func countyHospitals() -> [Site] {
    let kinds: [(FacilityKind, String, String, String)] = [
      (.countyGeneral, "GEN", "人民医院", "People's Hospital"),
      (.countyTCM, "TCM", "中医院", "Hospital of Traditional Chinese Medicine"),
      (.countyMCH, "MCH", "妇幼保健院", "Maternal and Child Hospital"),
    ]
    let middle = settlements[seatCentre].position
    let seat = towns.first { $0.isSeat }?.settlements ?? 0..<0
    let city = seat.filter { settlements[$0].setting == .urban }
      .sorted {
        settlements[$0].position.squaredDistance(to: middle)
          < settlements[$1].position.squaredDistance(to: middle)
      }
    let inner = Array(city.prefix(max(3, city.count / 3)))
    var taken: [Int] = []
    return kinds.flatMap { kind, prefix, label, labelEn in
      (0..<facts.facilities.of(kind)).map { number in
        let place = taken.isEmpty ? seatCentre : farthest(of: inner, from: taken)
        taken.append(place)
        let (mark, markEn) = number == 0 ? ("", "") : ("第\(number + 1)", " No. \(number + 1)")
        return site(
          kind,
          id: "\(prefix)-\(number + 1)",
          name: "\(facts.name)\(mark)\(label)",
          nameEn: "\(facts.nameEn)\(markEn) \(labelEn)",
          at: place
        )
      }
    }
  }

  private func farthest(of places: [Int], from taken: [Int]) -> Int {
    let room = places.map { place in
      taken.map { settlements[place].position.distance(to: settlements[$0].position) }.min() ?? 0
    }
    guard let best = room.indices.max(by: { room[$0] < room[$1] }) else { return seatCentre }
    return places[best]
  }

  /// Hospitals outside the county, reached through the middle of the seat.
  func distantHospitals() -> [Site] {
    DistantHospital.Reach.allCases.flatMap { reach in
      facts.distantHospitals.filter { $0.reach == reach }.enumerated().map { number, hospital in
        Site(
          id: "\(reach == .city ? "CITY" : "OUT")-\(number + 1)",
          name: hospital.name,
          nameEn: hospital.nameEn,
          kind: reach == .city ? .cityHospital : .outOfCity,
          settlement: seatCentre,
          onwardMinutes: hospital.minutesFromSeat,
          onwardKilometres: hospital.kilometresFromSeat
        )
      }
    }
  }
}
