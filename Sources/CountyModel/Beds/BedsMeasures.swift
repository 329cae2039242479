import Geography

extension Count {
  /// Admissions of residents and festival visitors, lanes by kind.
  static var admissions: Count { Count(.beds, 0) }
  /// Those a township bed would have served.
  static var townshipSuitable: Count { Count(.beds, 1) }
  /// Beds open and beds taken, bed-milliseconds.
  static var bedsOpen: Count { Count(.beds, 2) }
  static var bedsTaken: Count { Count(.beds, 3) }
  static var patientsInBeds: Count { Count(.beds, 4) }
  /// Discharges of everybody, and the time they lay there.
  static var discharges: Count { Count(.beds, 5) }
  static var stayTime: Count { Count(.beds, 6) }
  /// Emergencies that had to wait for a bed, planned admissions deferred, patients refused.
  static var boardings: Count { Count(.beds, 7) }
  static var deferrals: Count { Count(.beds, 8) }
  static var refusals: Count { Count(.beds, 9) }
  /// Wait for a county bed of unplanned patients.
  static var bedWaits: Count { Count(.beds, 10) }
  static var bedWaitTime: Count { Count(.beds, 11) }
  /// Step-down.
  static var stepDownsOffered: Count { Count(.beds, 12) }
  static var steppedDown: Count { Count(.beds, 13) }
  /// Care beds and all beds at grassroots, bed-milliseconds.
  static var careBeds: Count { Count(.beds, 14) }
  static var grassrootsBeds: Count { Count(.beds, 15) }
  /// Nights of county wards, and nights above 90 %, lanes by ward kind.
  static var wardNights: Count { Count(.beds, 16) }
  static var fullWardNights: Count { Count(.beds, 17) }
  /// County beds open and taken, bed-milliseconds, lanes by ward kind.
  static var kindOpen: Count { Count(.beds, 18) }
  static var kindTaken: Count { Count(.beds, 19) }
  /// Home and nursing-home beds open and taken, bed-milliseconds, and patients who came to lie
  /// there: lane 1 home, 2 nursing home.
  static var placeOpen: Count { Count(.beds, 20) }
  static var placeTaken: Count { Count(.beds, 21) }
  static var placeAdmissions: Count { Count(.beds, 22) }
  static var dayCases: Count { Count(.beds, 23) }
  /// Refused patients for whom another county hospital had a bed, lanes by its kind.
  static var foundElsewhere: Count { Count(.beds, 24) }
  /// Patients in another ward than their own, lanes by kind of facility.
  static var outliers: Count { Count(.beds, 25) }
  /// Hospital discharges settled at the counter (lane 0) and at the bedside (lane 1).
  static var settledDischarges: Count { Count(.beds, 26) }
}

extension Beds {
  private static let grassroots = FacilityKind.lanes { $0.tier == .township }
  private static let county = FacilityKind.hospitalLanes
  private static let city = FacilityKind.lanes { $0 == .cityHospital }
  private static let beyond = FacilityKind.lanes { !$0.countsInCounty }

  static let measures: [Measure] =
    admissionMeasures + occupancyMeasures + waitingMeasures + wardMeasures + placeMeasures

  private static let admissionMeasures: [Measure] = [
    Measure(
      "admissions.inCountyShare",
      zh: "县域内住院率",
      en: "In-county admission share",
      unit: .share,
      better: .higher,
      means: "Admissions in the county / all admissions",
      source: "R-02, R-04; TZ-03; BZ-03, YD-06",
      formula: .ratio(
        [Series(.admissions, FacilityKind.countyLanes)],
        over: [Series(.admissions)],
        times: 1
      )
    ),
    Measure(
      "admissions.inCountyShareWithCity",
      zh: "县域内住院率（含市级医院）",
      en: "In-county admission share, city hospitals counted in",
      unit: .share,
      better: .higher,
      means: "As the in-county admission share, admissions to city hospitals counted as in the "
        + "county: for a county that hosts one",
      source: "R-02, R-04",
      formula: .ratio(
        [Series(.admissions, FacilityKind.countyLanesWithCity)],
        over: [Series(.admissions)],
        times: 1
      )
    ),
    Measure(
      "admissions.inCountyShareWithoutGeneral",
      zh: "县域内住院率（不含综合医院）",
      en: "In-county admission share, general hospital counted out",
      unit: .share,
      better: .higher,
      means: "As the in-county admission share, admissions to the general hospital counted as out "
        + "of the county: for a county where that is a city hospital",
      source: "R-02, R-04",
      formula: .ratio(
        [Series(.admissions, FacilityKind.countyLanesWithoutGeneral)],
        over: [Series(.admissions)],
        times: 1
      )
    ),
    Measure(
      "admissions.grassrootsShare",
      zh: "基层住院人次占比",
      en: "Grassroots share of in-county admissions",
      unit: .share,
      better: .higher,
      means: "Admissions at township and community centres / admissions in the county",
      source: "TZ-02",
      formula: .ratio(
        [Series(.admissions, grassroots)],
        over: [Series(.admissions, FacilityKind.countyLanes)],
        times: 1
      )
    ),
    Measure(
      "admissions.bypassShare",
      zh: "基层适宜病种住院越级率",
      en: "Inpatient bypass of grassroots-suitable cases",
      unit: .share,
      better: .lower,
      means: "Admissions elsewhere of cases a township bed would serve / all such admissions",
      source: "R-01",
      formula: .ratio(
        [Series(.townshipSuitable, county + beyond)],
        over: [Series(.townshipSuitable)],
        times: 1
      )
    ),
    Measure(
      "admissions.perHundred",
      zh: "居民年住院率",
      en: "Admissions per resident and year",
      unit: .share,
      better: .neutral,
      means: "All admissions (festival visitors included) / residents, per year",
      source: "U-23",
      formula: .ratio([Series(.admissions)], over: [Series(.residentDays)], times: 365.25)
    ),
    Measure(
      "admissions.total",
      zh: "住院人次",
      en: "Admissions",
      unit: .perYear,
      better: .neutral,
      means: "Admissions of residents and festival visitors, in and out of the county, per year",
      formula: .perYear([Series(.admissions)], times: 1)
    ),
    Measure(
      "admissions.beyond",
      zh: "县外住院人次",
      en: "Admissions out of the county",
      unit: .perYear,
      better: .lower,
      means: "Admissions out of the county, per year",
      formula: .perYear([Series(.admissions, beyond)], times: 1)
    ),
    Measure(
      "referral.downShare",
      zh: "下转率",
      en: "Step-down share of county discharges",
      unit: .share,
      better: .higher,
      means: "Patients who moved from a county to a township bed / county discharges",
      source: "R-14",
      formula: .ratio(
        [Series(.steppedDown, county)],
        over: [Series(.discharges, county)],
        times: 1
      )
    ),
  ]

  private static let occupancyMeasures: [Measure] = [
    occupancy("beds.occupancy.county", "县级病床使用率", "Bed occupancy, county", county, "C-09"),
    occupancy("beds.occupancy.township", "乡镇病床使用率", "Bed occupancy, township", grassroots, "C-11"),
    occupancy("beds.occupancy.city", "市级病床使用率", "Bed occupancy, city", city, "C-08"),
    stay("beds.stay.county", "县级平均住院日", "Mean stay, county", county),
    stay("beds.stay.township", "乡镇平均住院日", "Mean stay, township", grassroots),
    Measure(
      "beds.careShare",
      zh: "基层老年、康复、护理床位占比",
      en: "Care share of grassroots beds",
      unit: .share,
      better: .higher,
      means: "Geriatric, rehabilitation and nursing beds / beds at grassroots",
      source: "LYG-45",
      formula: .ratio([Series(.careBeds)], over: [Series(.grassrootsBeds)], times: 1)
    ),
    Measure(
      "beds.fullNights",
      zh: "县级病区满床夜占比",
      en: "Nights above 90 %, county wards",
      unit: .share,
      better: .lower,
      means: "Ward nights with more than 90 % of beds taken / ward nights, county hospitals",
      formula: .ratio([Series(.fullWardNights)], over: [Series(.wardNights)], times: 1)
    ),
  ]

  private static let waitingMeasures: [Measure] = [
    Measure(
      "beds.boardingTime",
      zh: "非择期入院等床时间",
      en: "Mean wait for a county bed, unplanned",
      unit: .minutes,
      better: .lower,
      means: "From the decision to admit until a bed is ready, unplanned county admissions, mean",
      formula: .ratio(
        [Series(.bedWaitTime, county)],
        over: [Series(.bedWaits, county)],
        times: 1 / 60_000
      )
    ),
    Measure(
      "beds.boardings",
      zh: "滞留等床人次",
      en: "Unplanned patients who had to wait for a bed",
      unit: .perYear,
      better: .lower,
      means: "County patients without a bed at once, per year",
      formula: .perYear([Series(.boardings, county)], times: 1)
    ),
    Measure(
      "beds.refusals",
      zh: "拒收人次",
      en: "Patients refused a bed",
      unit: .perYear,
      better: .lower,
      means: "County patients for whom no bed was free in time, per year",
      formula: .perYear([Series(.refusals, county)], times: 1)
    ),
    Measure(
      "beds.refusalsGrassroots",
      zh: "基层机构拒收人次",
      en: "Patients whom a township had no bed for",
      unit: .perYear,
      better: .lower,
      means: "Patients for whom no township bed was free in time, per year; sent to a hospital",
      formula: .perYear([Series(.refusals, FacilityKind.grassrootsLanes)], times: 1)
    ),
  ]

  private static func occupancy(
    _ id: String,
    _ zh: String,
    _ en: String,
    _ lanes: [Int],
    _ source: String
  ) -> Measure {
    Measure(
      id,
      zh: zh,
      en: en,
      unit: .share,
      better: .neutral,
      means: "Bed time taken / bed time open; discharge process and cleaning count as taken",
      source: source,
      formula: .ratio([Series(.bedsTaken, lanes)], over: [Series(.bedsOpen, lanes)], times: 1)
    )
  }

  private static func stay(_ id: String, _ zh: String, _ en: String, _ lanes: [Int]) -> Measure {
    Measure(
      id,
      zh: zh,
      en: en,
      unit: .days,
      better: .neutral,
      means: "Days from admission to leaving, mean over discharges",
      source: "C-15, C-16",
      formula: .ratio(
        [Series(.stayTime, lanes)],
        over: [Series(.discharges, lanes)],
        times: 1 / 86_400_000
      )
    )
  }
}
