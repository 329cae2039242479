import Geography

/// Devices for tests and who works them, how long they take, and what a result is worth.
struct DiagnosticsInputs {
  /// Devices of a facility by kind of facility, `[test][kind]`.
  let devices: [[Double]]
  /// Technicians of a facility, for all its devices together, by kind of facility.
  ///
  /// A test takes a device and one of them. 0 where each device has its own, so that they are never
  /// short.
  let operators: [Double]
  /// Share of the needs for a test that a facility with devices can meet, by kind of facility.
  let scope: [Double]
  /// Chance of needing a test against a moderate case's, by severity.
  let severity: [Double]
  /// Mean minutes at the device, by test, and sigma of the lognormal.
  let minutes: [Double]
  let minutesSigma: Double
  /// Minutes until the result, read at the facility and at the shared centre, by test.
  let report: [Double]
  let centreReport: [Double]
  /// Physicians who read images and electrocardiograms at the shared centre of each community; 0
  /// where the centre's result comes after its stated time, whatever there is to read.
  let readers: Int
  /// Mean minutes of a reader for one test, part of the centre's stated time; lognormal with the
  /// sigma of the minutes at the device.
  let readingMinutes: Double
  /// Share of the unmet scope that the shared centre, and new equipment, bring.
  let centreScope: Double
  let equipmentScope: Double
  /// Equipment that people see at a newly equipped village clinic and township centre, 0 to 1.
  let equippedAdds: [Double]
  /// Share of the cases untreatable for want of a test that the test makes treatable.
  let gain: Double
  /// Share of the consultation that follows the result.
  let afterResults: Double
  /// Share of results from elsewhere that are recognised.
  let recognised: Double

  init(from figures: inout some FigureReader) {
    var devices: [[Double]] = []
    for test in TestKind.allCases {
      devices.append(
        figures.numbers(
          "\(test)Devices",
          .count,
          0...1000,
          count: FacilityKind.allCases.count,
          zh: "各类机构\(test.zh)设备",
          en: "\(test) devices by kind of facility"
        )
      )
    }
    self.devices = devices
    operators = figures.numbers(
      "operators",
      .count,
      0...1000,
      count: FacilityKind.allCases.count,
      zh: "各类机构检查操作技师（0 为每台设备各有一人）",
      en: "test operators by kind of facility; 0 for one to each device"
    )
    scope = figures.numbers(
      "scope",
      .share,
      0...1,
      count: FacilityKind.allCases.count,
      zh: "各类机构可完成的检查比例",
      en: "share of tests a facility can do"
    )
    severity = figures.numbers(
      "severity",
      .number,
      0...2,
      count: 3,
      zh: "各病情检查概率系数",
      en: "chance of a test by severity"
    )
    minutes = figures.numbers(
      "minutes",
      .minutes,
      0.5...240,
      count: TestKind.allCases.count,
      zh: "检查占用时间",
      en: "minutes at the device"
    )
    minutesSigma = figures.number(
      "minutesSigma",
      .number,
      0.01...3,
      zh: "检查时间对数标准差",
      en: "sigma of minutes at the device"
    )
    report = figures.numbers(
      "report",
      .minutes,
      0...2880,
      count: TestKind.allCases.count,
      zh: "出结果时间",
      en: "minutes until the result"
    )
    centreReport = figures.numbers(
      "centreReport",
      .minutes,
      0...2880,
      count: TestKind.allCases.count,
      zh: "共享中心出结果时间",
      en: "minutes until the centre's result"
    )
    readers = figures.whole(
      "readers",
      0...1000,
      zh: "每个共享中心阅片医师（0 为不排队）",
      en: "reading physicians of a shared centre; 0 for no line"
    )
    readingMinutes = figures.number(
      "readingMinutes",
      .minutes,
      0.5...240,
      zh: "共享中心每份阅片时间",
      en: "minutes to read a test at the centre"
    )
    centreScope = figures.number(
      "centreScope",
      .share,
      0...1,
      zh: "共享中心补足的检查能力",
      en: "missing scope the centre brings"
    )
    equipmentScope = figures.number(
      "equipmentScope",
      .share,
      0...1,
      zh: "新增设备补足的检查能力",
      en: "missing scope new equipment brings"
    )
    equippedAdds = figures.numbers(
      "equippedAdds",
      .share,
      0...1,
      count: 2,
      zh: "新增设备后的设备水平",
      en: "equipment gained by village and township"
    )
    gain = figures.number("gain", .share, 0...1, zh: "检查带来的诊治能力", en: "treatable thanks to a test")
    afterResults = figures.number(
      "afterResults",
      .share,
      0...0.9,
      zh: "出结果后接诊时间占比",
      en: "share of the consultation after the result"
    )
    recognised = figures.number(
      "recognised",
      .share,
      0...1,
      zh: "检查结果互认比例",
      en: "results recognised"
    )
  }
}
