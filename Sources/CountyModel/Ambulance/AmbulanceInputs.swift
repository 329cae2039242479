/// Vehicles, crews and the times of a mission.
struct AmbulanceInputs {
  /// Vehicles with a crew by day, per station; the station at the general hospital has more.
  let crewsPerStation: Int
  let crewsAtSeat: Int
  /// Share of crews on duty at night, and the hours of the night shift, minutes after midnight.
  let nightShare: Double
  let nightHours: [Double]
  /// Median and sigma of call handling.
  let handling: Double
  let handlingSigma: Double
  /// Mean of the chute time, and the shape of its gamma law.
  let chute: Double
  let chuteShape: Double
  /// Sigma of the lognormal noise on travel.
  let travelSigma: Double
  /// Travel time against free flow, by hour.
  let traffic: [Double]
  /// Median and sigma of the time on scene.
  let scene: Double
  let sceneSigma: Double
  /// Mean hands-on handover after a bay is free, and the shape of its gamma law.
  let handover: Double
  let handoverShape: Double
  /// Cleaning before the crew is clear.
  let turnaround: Double
  /// Chance by severity that a transfer between facilities goes by ambulance.
  let transferShare: [Double]
  /// Share of crews that head for a capable door today, where it is not the nearest.
  let toCapable: Double
  /// Mean chute time of a crew that has no other work.
  let chuteIndependent: Double
  /// Share of its time that a crew is taken to be busy when coverage is weighed.
  let busyShare: Double
  /// Minutes that diverting a crew to a severe call must gain.
  let divertGain: Double
  /// Cruising speed of a helicopter, and its minutes to start and land.
  let airSpeed: Double
  let airStart: Double

  init(from figures: inout some FigureReader) {
    crewsPerStation = figures.whole(
      "crewsPerStation",
      0...50,
      zh: "每站车组数",
      en: "crews per station"
    )
    crewsAtSeat = figures.whole(
      "crewsAtSeat",
      0...50,
      zh: "县城站车组数",
      en: "crews at the seat station"
    )
    nightShare = figures.number(
      "nightShare",
      .share,
      0...1,
      zh: "夜间在岗比例",
      en: "crews on duty at night"
    )
    nightHours = figures.numbers(
      "nightHours",
      .minutes,
      0...1440,
      count: 2,
      zh: "夜班起止",
      en: "night shift from and to"
    )
    handling = figures.number(
      "handling",
      .minutes,
      0.1...60,
      zh: "接警中位时间",
      en: "median call handling"
    )
    handlingSigma = figures.number(
      "handlingSigma",
      .number,
      0.01...2,
      zh: "接警对数标准差",
      en: "sigma of call handling"
    )
    chute = figures.number("chute", .minutes, 0.1...60, zh: "平均出车时间", en: "mean chute time")
    travelSigma = figures.number(
      "travelSigma",
      .number,
      0.01...2,
      zh: "行车时间对数标准差",
      en: "sigma of travel noise"
    )
    traffic = figures.numbers(
      "traffic",
      .number,
      0.5...5,
      count: 24,
      zh: "分时路况系数",
      en: "travel time factor by hour"
    )
    scene = figures.number("scene", .minutes, 0.1...200, zh: "现场中位时间", en: "median time on scene")
    sceneSigma = figures.number(
      "sceneSigma",
      .number,
      0.01...2,
      zh: "现场对数标准差",
      en: "sigma of time on scene"
    )
    handover = figures.number("handover", .minutes, 0.1...200, zh: "平均交接时间", en: "mean handover")
    handoverShape = figures.number(
      "handoverShape",
      .number,
      0.1...100,
      zh: "交接时间伽马形状",
      en: "shape of handover times"
    )
    chuteShape = figures.number(
      "chuteShape",
      .number,
      0.1...100,
      zh: "出车时间伽马形状",
      en: "shape of chute times"
    )
    divertGain = figures.number(
      "divertGain",
      .minutes,
      0...60,
      zh: "途中改派至少提前",
      en: "least gain of a diversion"
    )
    turnaround = figures.number(
      "turnaround",
      .minutes,
      0...200,
      zh: "车辆整备时间",
      en: "turnaround cleaning"
    )
    transferShare = figures.numbers(
      "transferShare",
      .share,
      0...1,
      count: 3,
      zh: "院际转运由急救车承担比例",
      en: "transfers that go by ambulance, by severity"
    )
    toCapable = figures.number(
      "toCapable",
      .share,
      0...1,
      zh: "直送有救治能力医院比例",
      en: "crews that head for a capable door"
    )
    chuteIndependent = figures.number(
      "chuteIndependent",
      .minutes,
      0.1...60,
      zh: "独立站点平均出车时间",
      en: "mean chute time, independent station"
    )
    busyShare = figures.number(
      "busyShare",
      .share,
      0...0.99,
      zh: "车组忙碌概率",
      en: "chance that a crew is busy"
    )
    airSpeed = figures.number(
      "airSpeed",
      .kilometresPerHour,
      50...400,
      zh: "直升机巡航速度",
      en: "helicopter speed"
    )
    airStart = figures.number(
      "airStart",
      .minutes,
      0...60,
      zh: "直升机起降时间",
      en: "helicopter start and landing"
    )
  }
}
