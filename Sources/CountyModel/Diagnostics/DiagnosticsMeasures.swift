import Geography

extension Count {
  /// Tests ordered, begun and reported, lanes by kind of facility; milliseconds waited for a device,
  /// and from order to result.
  static var testsOrdered: Count { Count(.diagnostics, 0) }
  static var testWaits: Count { Count(.diagnostics, 1) }
  static var testWaitTime: Count { Count(.diagnostics, 2) }
  static var testsReported: Count { Count(.diagnostics, 3) }
  static var testTime: Count { Count(.diagnostics, 4) }
  /// Tests put off until the next day because the line was too long.
  static var testsNextDay: Count { Count(.diagnostics, 5) }
  /// Devices busy, milliseconds, lanes by test.
  static var deviceTime: Count { Count(.diagnostics, 6) }
  /// Tests reserved for patients of family doctors, and those used.
  static var reservedTests: Count { Count(.diagnostics, 7) }
  static var reservedTestsUsed: Count { Count(.diagnostics, 8) }
  /// Devices free, with somebody in line, for want of an operator, milliseconds.
  static var deviceWant: Count { Count(.diagnostics, 9) }
  /// Tests that shared centres report, lanes by kind of facility; milliseconds from the end of the
  /// test to the report, in one lane.
  static var centreTests: Count { Count(.diagnostics, 10) }
  static var centreTime: Count { Count(.diagnostics, 11) }
}

extension Diagnostics {
  private static let toMinutes = 1.0 / 60_000
  private static let county = FacilityKind.hospitalLanes
  private static let township = FacilityKind.lanes { $0.tier == .township }

  static let measures: [Measure] = [
    wait("tests.waitCounty", "县级检查等候", "Mean wait for a county test", county),
    wait("tests.waitTownship", "乡镇检查等候", "Mean wait for a township test", township),
    result("tests.resultCounty", "县级检查出结果时间", "County test, order to result", county),
    result("tests.resultTownship", "乡镇检查出结果时间", "Township test, order to result", township),
    Measure(
      "tests.total",
      zh: "门诊检查人次",
      en: "Outpatient tests",
      unit: .perYear,
      better: .neutral,
      means: "Tests ordered for outpatients in the county, per year",
      formula: .perYear([Series(.testsOrdered)], times: 1)
    ),
    Measure(
      "tests.grassrootsShare",
      zh: "基层检查占比",
      en: "Tests done at grassroots",
      unit: .share,
      better: .higher,
      means: "Tests ordered at grassroots facilities / tests ordered",
      source: "WD-10, BZ-14",
      formula: .ratio(
        [Series(.testsOrdered, FacilityKind.grassrootsLanes)],
        over: [Series(.testsOrdered)],
        times: 1
      )
    ),
    Measure(
      "tests.repeatShare",
      zh: "重复检查占比",
      en: "Tests done again",
      unit: .share,
      better: .lower,
      means: "Tests of patients who bring a result from elsewhere / tests ordered",
      source: "BZ-41",
      formula: .ratio([Series(.repeated)], over: [Series(.testsOrdered)], times: 1)
    ),
    Measure(
      "tests.recognised",
      zh: "互认检查人次",
      en: "Results recognised",
      unit: .perYear,
      better: .higher,
      means: "Tests saved because a result from elsewhere was recognised, per year",
      source: "BZ-41",
      formula: .perYear([Series(.recognised)], times: 1)
    ),
    Measure(
      "tests.nextDayShare",
      zh: "检查隔日占比",
      en: "County tests put off until the next day",
      unit: .share,
      better: .lower,
      means: "County tests for which the line was too long for the day / county tests ordered",
      formula: .ratio(
        [Series(.testsNextDay, county)],
        over: [Series(.testsOrdered, county)],
        times: 1
      )
    ),
    Measure(
      "tests.operatorWant",
      zh: "待技师设备闲置占比",
      en: "Device time lost for want of an operator",
      unit: .share,
      better: .lower,
      means: "Time of devices that are free, wanted and unstaffed / that and their time in use",
      formula: .ratio(
        [Series(.deviceWant)],
        over: [Series(.deviceWant), Series(.deviceTime)],
        times: 1
      )
    ),
    Measure(
      "tests.centreTotal",
      zh: "共享中心报告检查人次",
      en: "Tests reported by shared centres",
      unit: .perYear,
      better: .neutral,
      means: "Tests done at grassroots and reported by a shared diagnosis centre, per year",
      source: "WD-10, TZ-25",
      formula: .perYear([Series(.centreTests)], times: 1)
    ),
    Measure(
      "tests.centreReport",
      zh: "共享中心报告时间",
      en: "Shared centre, test to report",
      unit: .minutes,
      better: .lower,
      means: "From the end of a test until the shared centre's report, the cashier included, mean",
      source: "WD-10, TZ-25",
      formula: .ratio([Series(.centreTime)], over: [Series(.centreTests)], times: toMinutes)
    ),
    Measure(
      "reserved.testUse",
      zh: "预留检查利用率",
      en: "Use of reserved tests",
      unit: .share,
      better: .higher,
      means: "Reserved tests taken by patients of family doctors / those reserved",
      source: "TZ-32 预留资源利用率",
      formula: .ratio([Series(.reservedTestsUsed)], over: [Series(.reservedTests)], times: 1)
    ),
  ]

  private static func wait(_ id: String, _ zh: String, _ en: String, _ lanes: [Int]) -> Measure {
    Measure(
      id,
      zh: zh,
      en: en,
      unit: .minutes,
      better: .lower,
      means: "From the order of a test until it begins, mean; nights included for those put off",
      formula: .ratio(
        [Series(.testWaitTime, lanes)],
        over: [Series(.testWaits, lanes)],
        times: toMinutes
      )
    )
  }

  private static func result(_ id: String, _ zh: String, _ en: String, _ lanes: [Int]) -> Measure {
    Measure(
      id,
      zh: zh,
      en: en,
      unit: .minutes,
      better: .lower,
      means: "From the order of a test until its result, mean",
      source: "WD-10, TZ-25",
      formula: .ratio(
        [Series(.testTime, lanes)],
        over: [Series(.testsReported, lanes)],
        times: toMinutes
      )
    )
  }
}
