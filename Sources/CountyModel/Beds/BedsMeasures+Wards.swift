import Geography

extension Beds {
  private static let county = FacilityKind.hospitalLanes
  private static let city = FacilityKind.lanes { $0 == .cityHospital }
  private static let grassroots = FacilityKind.lanes { $0.tier == .township }

  /// Measures of wards: turnover, occupancy by ward kind, waits at the far end.
  static let wardMeasures: [Measure] =
    [
      turnover("beds.turnover.county", "县级病床周转次数", "Bed turnover, county", county),
      turnover("beds.turnover.township", "乡镇病床周转次数", "Bed turnover, township", grassroots),
      Measure(
        "beds.stay.city",
        zh: "市级平均住院日",
        en: "Mean stay, city",
        unit: .days,
        better: .neutral,
        means: "Days from admission to leaving, mean over discharges",
        source: "C-15",
        formula: .ratio(
          [Series(.stayTime, city)],
          over: [Series(.discharges, city)],
          times: 1 / 86_400_000
        )
      ),
      Measure(
        "beds.boardingP90",
        zh: "非择期入院等床时间九成位",
        en: "Wait for a county bed, unplanned, 90th percentile (year)",
        unit: .minutes,
        better: .lower,
        means: "90th percentile from the decision to admit until a bed is ready; by calendar year",
        formula: .percentile(0.9, .boarding, lanes: county)
      ),
      Measure(
        "beds.foundElsewhere",
        zh: "拒收后县内其他医院收治人次",
        en: "Refused, but found a bed at another county hospital",
        unit: .perYear,
        better: .neutral,
        means: "Refused patients sent on to a county hospital that had a bed, per year",
        source: "TZ-09",
        formula: .perYear([Series(.foundElsewhere)], times: 1)
      ),
      Measure(
        "beds.outlierShare",
        zh: "县级跨科收治占比",
        en: "Patients outside their own ward, county",
        unit: .share,
        better: .neutral,
        means:
          "County patients who lie in another ward than their condition calls for / discharges",
        source: "LYG-54",
        formula: .ratio(
          [Series(.outliers, county)],
          over: [Series(.discharges, county)],
          times: 1
        )
      ),
      Measure(
        "beds.bedsideShare",
        zh: "出院床旁结算率",
        en: "Bedside share of hospital discharges",
        unit: .share,
        better: .neutral,
        means: "Discharges settled at the bedside / discharges of county and city hospitals",
        source: "LYG-56",
        formula: .ratio(
          [Series(.settledDischarges, [1])],
          over: [Series(.settledDischarges, [0, 1])],
          times: 1
        )
      ),
    ] + zip(WardKind.allCases, WardKind.names).map(occupancy)

  /// Measures of care outside hospital wards; none of it is counted as an admission.
  static let placeMeasures: [Measure] = [
    days("beds.homeDays", "家庭病床床日", "Home-bed days", .home, "LYG-42"),
    days("beds.nursingDays", "医养机构接续床日", "Nursing-home days after step-down", .nursing, "BZ-30"),
    Measure(
      "beds.nursingOccupancy",
      zh: "医养机构床位中下转患者占用率",
      en: "Nursing-home beds taken by patients stepped down",
      unit: .share,
      better: .neutral,
      means: "Nursing-home bed time taken by patients stepped down / open; "
        + "whoever lives there is not modelled, so this is no occupancy",
      source: "BZ-30",
      formula: .ratio([Series(.placeTaken, [2])], over: [Series(.placeOpen, [2])], times: 1)
    ),
    Measure(
      "beds.dayCases",
      zh: "日间中医人次",
      en: "TCM day cases",
      unit: .perYear,
      better: .neutral,
      means: "Township patients treated by day instead of in a bed, per year; not admissions",
      source: "WD-35",
      formula: .perYear([Series(.dayCases)], times: 1)
    ),
  ]

  private static func turnover(
    _ id: String,
    _ zh: String,
    _ en: String,
    _ lanes: [Int]
  ) -> Measure {
    Measure(
      id,
      zh: zh,
      en: en,
      unit: .ratio,
      better: .neutral,
      means: "Discharges / mean open beds, per year",
      formula: .ratio(
        [Series(.discharges, lanes)],
        over: [Series(.bedsOpen, lanes)],
        times: 365.25 * 86_400_000
      )
    )
  }

  private static func occupancy(_ kind: WardKind, _ name: (zh: String, en: String)) -> Measure {
    Measure(
      "beds.occupancy.\(kind.rawValue)",
      zh: "县级\(name.zh)床位使用率",
      en: "Bed occupancy, county \(name.en)",
      unit: .share,
      better: .neutral,
      means: "Bed time taken / bed time open, wards of one kind at county hospitals",
      formula: .ratio(
        [Series(.kindTaken, [kind.index])],
        over: [Series(.kindOpen, [kind.index])],
        times: 1
      )
    )
  }

  private static func days(
    _ id: String,
    _ zh: String,
    _ en: String,
    _ place: Ward.Place,
    _ source: String
  ) -> Measure {
    Measure(
      id,
      zh: zh,
      en: en,
      unit: .perYear,
      better: .neutral,
      means: "Bed days taken, per year; not counted among admissions and their stays",
      source: source,
      formula: .perYear([Series(.placeTaken, [Int(place.rawValue)])], times: 1 / 86_400_000)
    )
  }
}

extension WardKind {
  /// Names of the ward kinds, in order.
  static let names: [(zh: String, en: String)] = [
    ("内科", "medical"), ("外科", "surgical"), ("儿科", "paediatric"), ("产科", "obstetric"),
    ("重症", "intensive care"), ("老年康复护理", "care"),
  ]
}
