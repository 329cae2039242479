import Geography

extension Count {
  static var calls: Count { Count(.ambulance, 0) }
  /// Calls and transfers for which no crew was free: lane 0 by day, 1 at night.
  static var callsQueued: Count { Count(.ambulance, 1) }
  /// Departures from a station, and those within three minutes.
  static var departures: Count { Count(.ambulance, 2) }
  static var departuresInTime: Count { Count(.ambulance, 3) }
  /// Callers reached, in time, and milliseconds from call to scene: lane 0 urban, 1 rural.
  static var responses: Count { Count(.ambulance, 4) }
  static var responsesInTime: Count { Count(.ambulance, 5) }
  static var responseTime: Count { Count(.ambulance, 6) }
  static var conveyed: Count { Count(.ambulance, 7) }
  /// Handovers, and milliseconds from the hospital door to the end of handover.
  static var handovers: Count { Count(.ambulance, 8) }
  static var handoverTime: Count { Count(.ambulance, 9) }
  /// Residents in the static circle, per million: lane 0 urban, 1 rural, 2 all.
  static var staticCircle: Count { Count(.ambulance, 10) }
  /// Calls and transfers handled, crews on duty and busy, crew-milliseconds: by shift.
  static var callsHandled: Count { Count(.ambulance, 11) }
  static var crewTime: Count { Count(.ambulance, 12) }
  static var missionTime: Count { Count(.ambulance, 13) }
  /// Transfers between facilities by ambulance, lanes by kind of the sending one; arrivals, and
  /// milliseconds from the decision to the next door.
  static var transfers: Count { Count(.ambulance, 14) }
  static var transfersArrived: Count { Count(.ambulance, 15) }
  static var transferTime: Count { Count(.ambulance, 16) }
  static var diversions: Count { Count(.ambulance, 17) }
  static var moveUps: Count { Count(.ambulance, 18) }
  /// Time-critical cases brought to a first door, and to a capable one; lanes by centre.
  static var criticalDoors: Count { Count(.ambulance, 19) }
  static var criticalDoorsCapable: Count { Count(.ambulance, 20) }
  /// Those who reached a capable door, at once or in the end, and milliseconds since the call.
  static var capableDoors: Count { Count(.ambulance, 21) }
  static var capableDoorTime: Count { Count(.ambulance, 22) }
}

extension Ambulance {
  static let measures: [Measure] =
    [
      response("ems.responseUrban", "城区急救平均反应时间", "Mean response, urban", [0]),
      response("ems.responseRural", "农村急救平均反应时间", "Mean response, rural", [1]),
      Measure(
        "ems.responseP90",
        zh: "急救反应时间九成位",
        en: "Response, 90th percentile (year)",
        unit: .minutes,
        better: .lower,
        means: "90th percentile of the time from call to scene; by calendar year",
        formula: .percentile(0.9, .response, lanes: [0, 1])
      ),
      Measure(
        "ems.staticCircle",
        zh: "急救圈静态覆盖率",
        en: "Static circle, share of residents",
        unit: .share,
        better: .higher,
        means: "Residents whose nearest station is within 15 (urban) or 30 (rural) minutes by road",
        source: "E-12; BZ-31",
        formula: .level(Series(.staticCircle, [2]), times: 1e-6, .rateBySetting)
      ),
      inTime("ems.realisedUrban", "城区15分钟急救到达率", "Realised 15-minute circle, urban", [0]),
      inTime("ems.realisedRural", "农村30分钟急救到达率", "Realised 30-minute circle, rural", [1]),
      inTime("ems.realised", "急救圈实际到达率", "Realised circle, all calls", [0, 1]),
      Measure(
        "ems.departures",
        zh: "3分钟出车率",
        en: "Departures within three minutes",
        unit: .share,
        better: .higher,
        means: "Departures within three minutes of dispatch / departures from a station",
        source: "E-18",
        formula: .ratio([Series(.departuresInTime)], over: [Series(.departures)], times: 1)
      ),
      Measure(
        "ems.handover",
        zh: "院前院内平均交接时间",
        en: "Mean handover, door to clear of the patient",
        unit: .minutes,
        better: .lower,
        means: "From the hospital door until the crew has handed over, waiting for a bay included",
        source: "D-22",
        formula: .ratio([Series(.handoverTime)], over: [Series(.handovers)], times: 1 / 60_000)
      ),
      Measure(
        "ems.calls",
        zh: "120呼叫任务数",
        en: "Emergency missions",
        unit: .perYear,
        better: .neutral,
        means: "Calls to 120 that need a crew, per year",
        source: "U-45",
        formula: .perYear([Series(.calls)], times: 1)
      ),
      Measure(
        "ems.queuedShare",
        zh: "无车可派占比",
        en: "Calls with no crew free",
        unit: .share,
        better: .lower,
        means: "Calls and transfers for which no crew was free when handled / those handled",
        version: 2,
        formula: .ratio([Series(.callsQueued)], over: [Series(.callsHandled)], times: 1)
      ),
    ] + fleetMeasures + capableMeasures

  private static func response(
    _ id: String,
    _ zh: String,
    _ en: String,
    _ lanes: [Int]
  ) -> Measure {
    Measure(
      id,
      zh: zh,
      en: en,
      unit: .minutes,
      better: .lower,
      means: "From the call until the crew is on scene, mean",
      source: "D-11, D-12",
      formula: .ratio(
        [Series(.responseTime, lanes)],
        over: [Series(.responses, lanes)],
        times: 1 / 60_000
      )
    )
  }

  private static func inTime(_ id: String, _ zh: String, _ en: String, _ lanes: [Int]) -> Measure {
    Measure(
      id,
      zh: zh,
      en: en,
      unit: .share,
      better: .higher,
      means: "Calls reached within 15 (urban) or 30 (rural) minutes / calls reached",
      source: "E-12; BZ-31",
      formula: .ratio(
        [Series(.responsesInTime, lanes)],
        over: [Series(.responses, lanes)],
        times: 1
      )
    )
  }
}
