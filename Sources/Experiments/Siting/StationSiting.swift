internal import CountyModel
internal import Engine
internal import Geography
internal import NetworkModel

/// Places stations by integer programming and asks the simulated county what they are worth.
public struct StationSiting: Sendable {
  /// A study of the county as it is, whose first policy, stretch of time and seed all plans share.
  public let study: Study
  /// What is asked.
  public let question: StationQuestion

  /// A question about the county of a study.
  public init(_ question: StationQuestion, of study: Study) {
    self.question = question
    self.study = study
  }

  /// Best plans, each simulated under the same luck as the existing stations.
  ///
  /// - Throws: `StationProblem`, or `CancellationError` when the task is cancelled.
  public func run(
    threads: Int,
    progress: @escaping @Sendable (Progress) -> Void
  ) async throws -> StationOutcome {
    let map = study.map
    let service = study.inputs.ambulanceService
    let crews = service.shifts[0]
    let places = question.places(on: map)
    let problem = try question.problem(
      on: map,
      places,
      crewsAtSeat: crews.crewsAtSeat,
      crewsPerStation: crews.crewsPerStation
    )
    let today = try await ReplicationPool.run(study, threads: threads, progress: progress)[0]
    let calls = self.calls(today, service)
    let open = map.stations.map(\.settlement)
    let mission = calls.mission(from: open, on: map)
    let busy = question.busy ?? busyShare(calls, mission, crews)
    let models = question.criteria.map { $0.model(busy: busy) }

    var plans: [StationPlan] = []
    var simulated: [[Int]: [Readings]] = [open.sorted(): today]
    let existing = places.indices.filter { open.contains(places[$0]) }
    for criterion in [nil] + question.criteria.map(Optional.some) {
      let best = try criterion.map { try self.best(problem, $0, busy: busy) }
      let sites = best?.sites ?? existing
      let stations =
        criterion == nil ? map.stations : map.stations(at: sites.map { places[$0] })
      let key = stations.map(\.settlement).sorted()
      let readings: [Readings]
      if let known = simulated[key] {
        readings = known
      } else {
        let variant = study.with(map: map.with(stations: stations))
        readings = try await ReplicationPool.run(variant, threads: threads, progress: progress)[0]
        simulated[key] = readings
      }
      plans.append(
        StationPlan(
          origin: criterion.map(StationPlan.Origin.best) ?? .existing,
          stations: stations,
          opened: stations.filter { !open.contains($0.settlement) },
          closed: map.stations.filter { !key.contains($0.settlement) },
          values: models.map { problem.value(of: sites, under: $0) },
          proof: best?.proof,
          gap: best?.gap,
          circle: circle(key),
          forecast: calls.forecast(stations.map(\.settlement), on: map),
          simulated: StationPlan.Simulated(readings)
        )
      )
    }
    return StationOutcome(
      question: question,
      places: places.count,
      busy: busy,
      callsPerDay: calls.daily.reduce(0, +),
      missionMinutes: mission,
      plans: plans,
      replications: study.replications,
      days: study.end.days(since: study.start),
      seed: study.seed
    )
  }

  private func best(
    _ problem: SitingProblem,
    _ criterion: StationQuestion.Criterion,
    busy: Double
  ) throws(StationProblem) -> SitingPlan {
    do {
      return try problem.best(under: criterion.model(busy: busy), seconds: question.seconds)
    } catch {
      throw .search(criterion, error)
    }
  }

  private func circle(_ places: [Int]) -> [Double] {
    let result = study.map.coverage.shareWithin(
      minutes: question.standard.urbanMinutes,
      rural: question.standard.ruralMinutes,
      of: places
    )
    return [result.urban, result.rural, result.total]
  }

  /// Erlangs of the day's calls over the crews there would be, all day round.
  private func busyShare(
    _ calls: StationCalls,
    _ mission: Double,
    _ crews: AmbulanceService.Shift
  ) -> Double {
    let units = crews.crewsAtSeat + (question.stations - 1) * crews.crewsPerStation
    return min(0.99, calls.daily.reduce(0, +) * mission / 1440 / Double(max(1, units)))
  }

  /// Calls of each settlement and the time at the door, averaged over replications.
  private func calls(_ readings: [Readings], _ service: AmbulanceService) -> StationCalls {
    let days = Double(study.end.days(since: study.start) * readings.count)
    let daily = study.map.settlements.indices.map { home in
      let calls = readings.reduce(0) { sum, run in
        sum + run.settlements[home].reduce(0) { $0 + $1.calls }
      }
      return Double(calls) / days
    }
    let door = readings.compactMap { $0.mean(of: "ems.handover") }
    return StationCalls(
      daily: daily,
      door: door.isEmpty ? service.handover : door.reduce(0, +) / Double(door.count),
      service: service,
      standard: question.standard
    )
  }
}

extension StationQuestion.Criterion {
  func model(busy: Double) -> SitingModel {
    switch self {
    case .mclp: .maximalCovering
    case .mexclp: .expectedCovering(busy: busy)
    case .pmedian: .median
    }
  }
}

extension Readings {
  /// A measure over the first year of a run that stays within one.
  fileprivate func mean(of id: String) -> Double? {
    guard let measure = Measure.all.first(where: { $0.id == id }), let year = years.first else {
      return nil
    }
    return value(of: measure, inYear: year)
  }
}

extension StationPlan.Simulated {
  fileprivate init(_ readings: [Readings]) {
    func estimate(_ id: String) -> Estimate? {
      Estimate(ofReplications: readings.compactMap { $0.mean(of: id) })
    }
    let calls = readings.map { run in
      run.settlements.joined().reduce((reached: 0, inTime: 0, minutes: 0.0)) { sum, year in
        (
          sum.reached + year.calls, sum.inTime + year.callsInTime,
          sum.minutes + year.responseMinutes
        )
      }
    }.filter { $0.reached > 0 }
    self.init(
      inTime: Estimate(ofReplications: calls.map { Double($0.inTime) / Double($0.reached) }),
      response: Estimate(ofReplications: calls.map { $0.minutes / Double($0.reached) }),
      responseP90: estimate("ems.responseP90"),
      queued: estimate("ems.queuedShare")
    )
  }
}
