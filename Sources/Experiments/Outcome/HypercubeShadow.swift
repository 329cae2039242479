internal import CountyModel
internal import Engine
internal import Geography
internal import NetworkModel

/// Larson's hypercube beside the simulated ambulances: who answers whom, and how soon.
///
/// Calls, transfers and the mean mission are those of the runs; the hypercube says which crew goes,
/// so the share reached in time and the mean response are its own. It sends crews from their
/// stations, and has missions of one mean and day and night apart; returning crews, traffic by the
/// hour and missions that differ are left out, for which five points and a tenth of the minutes are
/// kept.
enum HypercubeShadow {
  /// The shadows of one policy, county by county.
  static func tables(
    of runs: [Readings],
    under policy: Policy,
    in study: Study
  ) -> [ShadowTable] {
    let days = study.end.days(since: study.start)
    guard let region = study.region else {
      let record = CrewRecord(runs, days: days)
      return tables(record, under: policy, study.inputs, study.map)
    }
    return region.counties.enumerated().flatMap { place, county in
      let record = CrewRecord(runs.map { $0.counties[place] }, days: days)
      return tables(record, under: policy.within(county.en), county.inputs, county.map)
    }
  }

  private static func tables(
    _ record: CrewRecord?,
    under policy: Policy,
    _ inputs: CountyInputs,
    _ map: CountyMap
  ) -> [ShadowTable] {
    guard let record else { return [] }
    let answer = moves(policy) ? nil : forecast(record, inputs, map)
    let scope = answer == nil ? (moves(policy) ? moved : overloaded) : nil
    let error = (record.inTime * (1 - record.inTime) / record.calls).squareRoot()
    return [
      ShadowTable(
        id: "hypercube.inTime",
        zh: "呼叫按时到达占比 = 超立方模型",
        en: "calls reached in time = hypercube",
        value: DecimalText.rounded(record.inTime),
        prediction: DecimalText.rounded(answer?.inTime ?? 0),
        tolerance: DecimalText.rounded(0.05 + 3 * error),
        scope: scope
      ),
      ShadowTable(
        id: "hypercube.response",
        zh: "平均反应时间 = 超立方模型",
        en: "mean response = hypercube",
        value: DecimalText.rounded(record.response),
        prediction: DecimalText.rounded(answer?.response ?? 0),
        tolerance: DecimalText.rounded((answer?.response ?? 0) / 10),
        scope: scope,
        unit: MeasureUnit.minutes.rawValue
      ),
    ]
  }

  private static let moved = ShadowTable.Scope(
    .nothing,
    zh: "政策改变站点、派车规则或道路",
    en: "the policy changes stations, rules of dispatch or roads"
  )
  private static let overloaded = ShadowTable.Scope(
    .nothing,
    zh: "任务多于车组所能承担，公式无解",
    en: "there are more missions than crews can answer: the formula has no answer"
  )

  /// Whether a policy changes what the hypercube takes as given.
  private static func moves(_ policy: Policy) -> Bool {
    policy.settings.contains {
      ($0.path.hasPrefix("ambulance.") && $0.path != "ambulance.capableDoor")
        || $0.path == "shocks.roads"
    }
  }

  /// What the hypercube says of both shifts, weighted by their calls.
  private struct Answer {
    var calls = 0.0
    var inTime = 0.0
    var response = 0.0
  }

  private static func forecast(
    _ record: CrewRecord,
    _ inputs: CountyInputs,
    _ map: CountyMap
  ) -> Answer? {
    let service = inputs.ambulanceService
    var answer = Answer()
    for shift in service.shifts where shift.callShare > 0 && shift.minutes > 0 {
      guard let part = forecast(record, service, shift, inputs.facts.ambulances.standard, map)
      else { return nil }
      answer.calls += shift.callShare
      answer.inTime += shift.callShare * part.inTime
      answer.response += shift.callShare * part.response
    }
    guard answer.calls > 0 else { return nil }
    answer.inTime /= answer.calls
    answer.response /= answer.calls
    return answer
  }

  private static func forecast(
    _ record: CrewRecord,
    _ service: AmbulanceService,
    _ shift: AmbulanceService.Shift,
    _ standard: CircleStandard,
    _ map: CountyMap
  ) -> Answer? {
    let homes = record.daily.indices.filter { record.daily[$0] > 0 }
    // Transfers start at the general hospital; they keep crews busy and are not in the answer.
    let hospital = map.facilities.first { $0.kind == .countyGeneral }?.settlement
    let places = homes + [hospital ?? map.stations[0].settlement]
    let crews = CrewOrder(
      to: places,
      from: map.stations.map(\.settlement),
      during: shift,
      on: map
    )
    let daily = homes.map { record.daily[$0] } + [record.transfers]
    guard
      let cube = try? HypercubeApproximation(
        rates: daily.map { $0 * shift.callShare / shift.minutes },
        mission: record.mission,
        order: crews.preferred,
        whenAllBusy: .waits
      )
    else { return nil }
    var answer = Answer()
    for (atom, home) in homes.enumerated() {
      let limit = standard.minutes(for: map.settlements[home].setting)
      let left = limit - service.handling - service.chute
      for (crew, share) in cube.shares[atom].enumerated() {
        let median = crews.minutes[atom][crew] * shift.traffic
        let weight = daily[atom] * share
        answer.calls += weight
        answer.inTime += weight * service.chance(ofJourney: median, within: left)
        answer.response += weight * (service.handling + service.chute + median * service.meanNoise)
      }
    }
    guard answer.calls > 0 else { return nil }
    // Calls that find nobody are late, and wait as in a line of exponential missions.
    let units = Double(cube.workloads.count)
    let spare = units - cube.workloads.reduce(0, +)
    answer.inTime /= record.daily.reduce(0, +)
    answer.response /= answer.calls
    answer.response += cube.allBusy * record.mission / spare
    return answer
  }
}
