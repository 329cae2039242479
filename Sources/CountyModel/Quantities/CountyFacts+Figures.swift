import Geography

extension CountyFacts {
  /// Reads what the generator lays out.
  init(from figures: inout some FigureReader) {
    self.init(
      name: figures.text("name", zh: "名称", en: "Chinese name of the county"),
      nameEn: figures.text("nameEn", zh: "英文名称", en: "English name of the county"),
      residents: figures.whole("residents", 0...20_000_000, zh: "常住人口", en: "residents"),
      ageShares: figures.numbers(
        "ageShares",
        .share,
        0...1,
        count: AgeBand.count,
        zh: "年龄构成",
        en: "age shares"
      ),
      areaSquareKm: figures.number(
        "area",
        .squareKilometres,
        1...100_000,
        zh: "面积",
        en: "area"
      ),
      outline: .polygon(figures.rows("border", atLeast: 3) { Point(from: &$0) }),
      towns: figures.rows("towns", atLeast: 1) { TownFacts(from: &$0) },
      settlements: figures.section("settlements") { SettlementFacts(from: &$0) },
      detour: figures.section("detour") { DetourFactors(from: &$0) },
      speeds: figures.section("speeds") { SpeedTable(from: &$0) },
      facilities: figures.section("facilities") { FacilityCounts(from: &$0) },
      distantHospitals: figures.rows("distantHospitals", atLeast: 2) { DistantHospital(from: &$0) },
      ambulances: figures.section("ambulances") { AmbulanceFacts(from: &$0) },
      seed: UInt64(figures.whole("seed", 0...4_294_967_295, zh: "布局种子", en: "seed of the layout"))
    )
  }
}

extension TownFacts {
  fileprivate init(from figures: inout some FigureReader) {
    self.init(
      name: figures.text("name", zh: "名称", en: "Chinese name"),
      nameEn: figures.text("nameEn", zh: "英文名称", en: "English name"),
      kind: [.street, .town][
        figures.choice("kind", among: ["street", "town"], zh: "类型", en: "kind")
      ],
      role: [.seat, .outlying][
        figures.choice("role", among: ["seat", "outlying"], zh: "是否县城", en: "seat or outlying")
      ],
      populationWeight: figures.number(
        "weight",
        .number,
        0.01...1_000_000,
        zh: "人口权重",
        en: "weight"
      ),
      terrain: [.plain, .hilly, .mountain][
        figures.choice("terrain", among: ["plain", "hilly", "mountain"], zh: "地形", en: "terrain")
      ],
      position: Point(from: &figures)
    )
  }
}

extension Point {
  fileprivate init(from figures: inout some FigureReader) {
    self.init(
      x: figures.number("east", .kilometres, -500...500, zh: "东向坐标", en: "kilometres east"),
      y: figures.number("north", .kilometres, -500...500, zh: "北向坐标", en: "kilometres north")
    )
  }
}

extension SettlementFacts {
  fileprivate init(from figures: inout some FigureReader) {
    self.init(
      total: figures.whole("total", 1...5000, zh: "村居总数", en: "settlements"),
      neighbourhoods: figures.whole("neighbourhoods", 0...5000, zh: "社区数", en: "neighbourhoods"),
      urbanShare: figures.number("urbanShare", .share, 0...1, zh: "城镇社区人口占比", en: "urban share"),
      rankSizeExponent: figures.number(
        "rankSizeExponent",
        .number,
        0...3,
        zh: "位序规模指数",
        en: "rank-size exponent"
      ),
      urbanDensity: figures.number(
        "urbanDensity",
        .number,
        10...100_000,
        zh: "城镇建成区密度",
        en: "residents per built-up km², urban"
      ),
      villageDensity: figures.number(
        "villageDensity",
        .number,
        10...100_000,
        zh: "村庄建成区密度",
        en: "residents per built-up km², village"
      ),
      ruralElderTilt: figures.number(
        "ruralElderTilt",
        .number,
        0.2...5,
        zh: "农村老龄倾斜",
        en: "odds of being 65+ in villages"
      )
    )
  }
}

extension DetourFactors {
  fileprivate init(from figures: inout some FigureReader) {
    self.init(
      plain: figures.number("plain", .number, 1...3, zh: "平原绕行系数", en: "detour, plain"),
      hilly: figures.number("hilly", .number, 1...3, zh: "丘陵绕行系数", en: "detour, hilly"),
      mountain: figures.number("mountain", .number, 1...3, zh: "山区绕行系数", en: "detour, mountain")
    )
  }
}

extension SpeedTable {
  fileprivate init(from figures: inout some FigureReader) {
    self.init(
      eBike: figures.section("eBike") { ModeSpeeds(from: &$0) },
      car: figures.section("car") { ModeSpeeds(from: &$0) },
      ambulance: figures.section("ambulance") { ModeSpeeds(from: &$0) }
    )
  }
}

extension ModeSpeeds {
  fileprivate init(from figures: inout some FigureReader) {
    let speeds = 1.0...200.0
    self.init(
      urbanStreet: figures.number(
        "urbanStreet",
        .kilometresPerHour,
        speeds,
        zh: "城市道路",
        en: "urban streets"
      ),
      countyRoad: figures.number(
        "countyRoad",
        .kilometresPerHour,
        speeds,
        zh: "县道",
        en: "county roads"
      ),
      villageRoad: figures.number(
        "villageRoad",
        .kilometresPerHour,
        speeds,
        zh: "村道",
        en: "village roads"
      ),
      mountainRoad: figures.number(
        "mountainRoad",
        .kilometresPerHour,
        speeds,
        zh: "山路",
        en: "mountain roads"
      ),
      accessMinutes: figures.number("access", .minutes, 0...120, zh: "候车与停车", en: "access time")
    )
  }
}

extension FacilityCounts {
  fileprivate init(from figures: inout some FigureReader) {
    let many = 0.0...5000.0
    self.init(
      villageClinics: figures.whole("villageClinics", many, zh: "村卫生室", en: "village clinics"),
      communityStations: figures.whole(
        "communityStations",
        many,
        zh: "社区卫生服务站",
        en: "community stations"
      ),
      privateClinics: figures.whole("privateClinics", many, zh: "诊所", en: "private clinics"),
      townshipCentres: figures.whole("townshipCentres", many, zh: "乡镇卫生院", en: "township centres"),
      townshipBranches: figures.whole(
        "townshipBranches",
        many,
        zh: "卫生院分院",
        en: "township branches"
      ),
      communityCentres: figures.whole(
        "communityCentres",
        many,
        zh: "社区卫生服务中心",
        en: "community centres"
      ),
      countyGeneral: figures.whole("countyGeneral", 1...20, zh: "县级综合医院", en: "general hospitals"),
      countyTCM: figures.whole("countyTCM", 0...20, zh: "县级中医院", en: "TCM hospitals"),
      countyMCH: figures.whole("countyMCH", 0...20, zh: "县级妇幼保健院", en: "MCH hospitals")
    )
  }
}

extension DistantHospital {
  fileprivate init(from figures: inout some FigureReader) {
    self.init(
      name: figures.text("name", zh: "名称", en: "Chinese name"),
      nameEn: figures.text("nameEn", zh: "英文名称", en: "English name"),
      reach: [.city, .outOfCity][
        figures.choice("reach", among: ["city", "outOfCity"], zh: "范围", en: "reach")
      ],
      kilometresFromSeat: figures.number(
        "distance",
        .kilometres,
        0...5000,
        zh: "距县城里程",
        en: "road distance from the seat"
      ),
      minutesFromSeat: figures.number(
        "drive",
        .minutes,
        0...5000,
        zh: "距县城车程",
        en: "drive from the seat"
      )
    )
  }
}

extension AmbulanceFacts {
  fileprivate init(from figures: inout some FigureReader) {
    self.init(
      stations: figures.whole("stations", 1...500, zh: "急救站点", en: "ambulance stations"),
      candidates: figures.whole("candidates", 0...500, zh: "候选站点", en: "candidate stations"),
      standard: CircleStandard(
        urbanMinutes: figures.number(
          "urbanCircle",
          .minutes,
          1...120,
          zh: "城区急救圈",
          en: "urban circle"
        ),
        ruralMinutes: figures.number(
          "ruralCircle",
          .minutes,
          1...240,
          zh: "农村急救圈",
          en: "rural circle"
        )
      )
    )
  }
}
