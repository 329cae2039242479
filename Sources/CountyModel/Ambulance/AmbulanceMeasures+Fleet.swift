import Geography

/// Transfers, the use of crews, and doors with the centre that a case needs.
extension Ambulance {
  static let fleetMeasures: [Measure] = [
    responseP90("ems.responseUrbanP90", "城区急救反应时间九成位", "Response, 90th percentile, urban", 0),
    responseP90("ems.responseRuralP90", "农村急救反应时间九成位", "Response, 90th percentile, rural", 1),
    Measure(
      "ems.transferShare",
      zh: "院际转运任务占比",
      en: "Transfers between facilities, share of missions",
      unit: .share,
      better: .neutral,
      means: "Transfers by ambulance / calls and transfers",
      source: "E-08",
      formula: .ratio([Series(.transfers)], over: [Series(.calls), Series(.transfers)], times: 1)
    ),
    Measure(
      "ems.transferTime",
      zh: "院际转运平均时间",
      en: "Mean transfer time",
      unit: .minutes,
      better: .lower,
      means: "From the decision to transfer until the door of the next hospital, by ambulance",
      formula: .ratio(
        [Series(.transferTime)],
        over: [Series(.transfersArrived)],
        times: 1 / 60_000
      )
    ),
    Measure(
      "ems.utilisation",
      zh: "急救车组利用率",
      en: "Crew utilisation",
      unit: .share,
      better: .neutral,
      means: "Crew time on missions / crew time on duty",
      source: "E-25",
      formula: .ratio([Series(.missionTime)], over: [Series(.crewTime)], times: 1)
    ),
    Measure(
      "ems.diversions",
      zh: "途中改派次数",
      en: "Diversions to severe calls",
      unit: .perYear,
      better: .neutral,
      means: "Crews sent from a lesser call to a severe one on the way, per year",
      formula: .perYear([Series(.diversions)], times: 1)
    ),
    Measure(
      "ems.moveUps",
      zh: "机动待命次数",
      en: "Move-ups",
      unit: .perYear,
      better: .neutral,
      means: "Crews that stood by at another station than their own, per year",
      formula: .perYear([Series(.moveUps)], times: 1)
    ),
  ]

  static let capableMeasures: [Measure] = [
    Measure(
      "ems.capableFirst",
      zh: "危急重症首达有救治能力医院比例",
      en: "First door capable, time-critical cases",
      unit: .share,
      better: .higher,
      means: "Time-critical callers whose first hospital has the emergency centre they need / all",
      source: "LYG-13; TZ-18",
      formula: .ratio(
        [Series(.criticalDoorsCapable)],
        over: [Series(.criticalDoors)],
        times: 1
      )
    ),
    Measure(
      "ems.capableDoor",
      zh: "呼叫至有救治能力医院平均时间",
      en: "Mean time from call to a capable door",
      unit: .minutes,
      better: .lower,
      means:
        "From the call until a hospital with the centre that the case needs, transfers included",
      source: "LYG-13; BZ-08; TZ-18",
      formula: .ratio(
        [Series(.capableDoorTime)],
        over: [Series(.capableDoors)],
        times: 1 / 60_000
      )
    ),
    Measure(
      "ems.capableDoorP90",
      zh: "呼叫至有救治能力医院时间九成位",
      en: "Call to a capable door, 90th percentile (year)",
      unit: .minutes,
      better: .lower,
      means: "90th percentile of the time from the call to a capable door; by calendar year",
      formula: .percentile(0.9, .capableDoor, lanes: Array(0..<EmergencyCentre.count))
    ),
  ]

  private static func responseP90(
    _ id: String,
    _ zh: String,
    _ en: String,
    _ lane: Int
  ) -> Measure {
    Measure(
      id,
      zh: zh,
      en: en,
      unit: .minutes,
      better: .lower,
      means: "90th percentile of the time from call to scene; by calendar year",
      source: "D-11, D-12",
      formula: .percentile(0.9, .response, lanes: [lane])
    )
  }
}
