import Geography

/// Ganyu as the generator is told of it.
///
/// Residents and age structure are facts (P-16), the number of towns too (P-19). Area and the
/// numbers of villages and neighbourhoods come from a public page; where towns lie, how large
/// they are and how many facilities they have is assumed.
enum Ganyu {
  static let facts = county(named: "赣榆区", "Ganyu")

  /// The map of `facts`, laid out once for all tests.
  static let map = Result { () throws(GenerationError) in
    try SyntheticCounty.generate(from: facts)
  }

  static func county(
    named name: String,
    _ nameEn: String,
    residents: Int = 1_003_844,
    towns: [TownFacts] = Ganyu.towns,
    outline: CountyOutline = .polygon(Ganyu.outline),
    stations: Int = 12,
    candidates: Int = 8,
    seed: UInt64 = 320_707
  ) -> CountyFacts {
    CountyFacts(
      name: name,
      nameEn: nameEn,
      residents: residents,
      // 0-14: 22.54 %, 65+: 15.53 %, 60+: 21.10 % (P-16); the split inside is assumed.
      ageShares: [0.0590, 0.1664, 0.0960, 0.1290, 0.1190, 0.1456, 0.1297, 0.1000, 0.0553],
      areaSquareKm: 1514,
      outline: outline,
      towns: towns,
      settlements: SettlementFacts(
        total: 469,
        neighbourhoods: 42,
        urbanShare: 0.22,
        rankSizeExponent: 0.45,
        urbanDensity: 7000,
        villageDensity: 4000,
        ruralElderTilt: 1.35
      ),
      detour: DetourFactors(plain: 1.30, hilly: 1.45, mountain: 1.70),
      speeds: speeds,
      facilities: FacilityCounts(
        villageClinics: 427,
        communityStations: 30,
        privateClinics: 250,
        townshipCentres: towns.count,
        townshipBranches: 11,
        communityCentres: 3,
        countyGeneral: 1,
        countyTCM: 1,
        countyMCH: 1
      ),
      distantHospitals: [
        DistantHospital(
          name: "连云港市第一人民医院",
          nameEn: "Lianyungang First People's Hospital",
          reach: .city,
          kilometresFromSeat: 36,
          minutesFromSeat: 48
        ),
        DistantHospital(
          name: "连云港市中医院",
          nameEn: "Lianyungang TCM Hospital",
          reach: .city,
          kilometresFromSeat: 34,
          minutesFromSeat: 46
        ),
        DistantHospital(
          name: "市外医院",
          nameEn: "Hospitals Outside the City",
          reach: .outOfCity,
          kilometresFromSeat: 220,
          minutesFromSeat: 165
        ),
      ],
      ambulances: AmbulanceFacts(
        stations: stations,
        candidates: candidates,
        standard: CircleStandard(urbanMinutes: 15, ruralMinutes: 30)
      ),
      seed: seed
    )
  }

  /// E-19 for ambulances; the other modes are assumed.
  static let speeds = SpeedTable(
    eBike: ModeSpeeds(
      urbanStreet: 18,
      countyRoad: 20,
      villageRoad: 18,
      mountainRoad: 14,
      accessMinutes: 2
    ),
    car: ModeSpeeds(
      urbanStreet: 25,
      countyRoad: 45,
      villageRoad: 30,
      mountainRoad: 22,
      accessMinutes: 8
    ),
    ambulance: ModeSpeeds(
      urbanStreet: 35,
      countyRoad: 55,
      villageRoad: 35,
      mountainRoad: 28,
      accessMinutes: 0
    )
  )

  /// Positions in kilometres from the middle of Qingkou, read off a map from memory.
  static let towns: [TownFacts] = [
    town("青口镇", "Qingkou", 250, .plain, 0, 0, .seat),
    town("柘汪镇", "Zhewang", 58, .plain, 11.0, 25.0),
    town("石桥镇", "Shiqiao", 48, .plain, 6.0, 19.5),
    town("金山镇", "Jinshan", 36, .hilly, -4.0, 18.5),
    town("黑林镇", "Heilin", 33, .hilly, -23.0, 20.0),
    town("厉庄镇", "Lizhuang", 38, .hilly, -13.5, 16.5),
    town("海头镇", "Haitou", 78, .plain, 4.5, 12.0),
    town("塔山镇", "Tashan", 52, .hilly, -13.0, 9.0),
    town("赣马镇", "Ganma", 68, .plain, -3.0, 7.5),
    town("班庄镇", "Banzhuang", 66, .hilly, -24.5, 5.5),
    town("城头镇", "Chengtou", 52, .plain, -13.5, 1.5),
    town("城西镇", "Chengxi", 36, .plain, -7.0, 1.0),
    town("宋庄镇", "Songzhuang", 38, .plain, 4.5, 5.5),
    town("沙河镇", "Shahe", 74, .plain, -12.0, -8.0),
    town("墩尚镇", "Dunshang", 77, .plain, -1.5, -10.0),
  ]

  /// Border in kilometres from the middle of Qingkou, read off a map from memory.
  static let outline: [Point] = [
    (14, 30), (14.5, 27), (11, 22), (9, 17), (8, 12), (7.5, 7), (6, 2), (5.5, -3), (8, -8),
    (6, -13), (0, -16.5), (-8, -16), (-15, -14.5), (-19, -9), (-24, -5), (-31, -1), (-34, 6),
    (-31, 12), (-32, 18), (-29, 25), (-22, 28), (-14, 25.5), (-8, 25), (-2, 27), (5, 29), (10, 32),
  ].map { Point(x: $0.0, y: $0.1) }

  private static func town(
    _ name: String,
    _ nameEn: String,
    _ thousands: Double,
    _ terrain: Terrain,
    _ x: Double,
    _ y: Double,
    _ role: TownRole = .outlying
  ) -> TownFacts {
    TownFacts(
      name: name,
      nameEn: nameEn,
      kind: .town,
      role: role,
      populationWeight: thousands,
      terrain: terrain,
      position: Point(x: x, y: y)
    )
  }
}
