import CountyModel
import Engine
import Experiments
import Geography
import Testing

@Suite("Stations placed and simulated")
struct StationSitingTests {
  private func outcome(
    _ stations: Int,
    fixed: StationQuestion.Fixed,
    days: Int,
    criteria: [StationQuestion.Criterion] = StationQuestion.Criterion.allCases
  ) async throws -> StationOutcome {
    let county = try TinyCounty.asWritten()
    let standard = CircleStandard(urbanMinutes: 10, ruralMinutes: 18)
    var inputs = county.inputs
    inputs.facts = inputs.facts.with(standard: standard)
    let start = CivilDate(dayNumber: Stretch.firstOf2024)
    let study = Study(
      id: "stations",
      zh: "试",
      en: "Test",
      note: "",
      inputs: inputs,
      map: county.map,
      policies: [.baseline],
      start: start,
      end: start.adding(days: days),
      warmUpDays: 7,
      replications: 4,
      seed: 11,
      targets: [],
      fit: [],
      sources: [],
      files: []
    )
    let question = StationQuestion(
      stations: stations,
      fixed: fixed,
      sites: .settlements,
      criteria: criteria,
      standard: standard,
      busy: nil,
      seconds: 60
    )
    return try await StationSiting(question, of: study).run(threads: 2) { _ in }
  }

  @Test("The hypercube forecasts what the simulated county shows")
  func forecast() async throws {
    let outcome = try await outcome(3, fixed: .existing, days: 28, criteria: [.mclp])
    for plan in outcome.plans {
      let forecast = try #require(plan.forecast)
      let seen = plan.simulated
      let (share, minutes) = (try #require(seen.inTime), try #require(seen.response))
      // 4.6 calls a day over 4 times 28 days are 515 calls, so that a share of a half is known to
      // 2.2 points. The hypercube is blind to crews sent while they return, who need no chute, and
      // to the wait of calls that find nobody: two points of the share, a fifth of the minutes.
      #expect(abs(forecast.inTime - share.mean) < 3 * 0.022 + 0.02)
      #expect(abs(forecast.response / minutes.mean - 1) < 0.2)
      #expect(forecast.workload > 0 && forecast.workload < 0.3)
    }
  }

  @Test("Each plan is best by its own criterion, keeps what is fixed, and has as many stations")
  func plans() async throws {
    let county = try TinyCounty.asWritten()
    let open = county.map.stations.map(\.settlement)
    for fixed in StationQuestion.Fixed.allCases {
      let outcome = try await outcome(3, fixed: fixed, days: 7)
      #expect(outcome.plans.map(\.origin.id) == ["existing", "mclp", "mexclp", "pmedian"])
      for (place, plan) in outcome.plans.enumerated().dropFirst() {
        #expect(plan.stations.count == 3)
        #expect(plan.proof == .optimal)
        let column = outcome.plans.map { $0.values[place - 1] }
        let isBest = place == 3 ? column.min() == column[3] : column.max() == column[place]
        #expect(isBest)
        let chosen = plan.stations.map(\.settlement)
        #expect(fixed == .none || open.allSatisfy(chosen.contains))
        // The first station is the one of the seat, where there are more crews.
        #expect(fixed == .none || chosen[0] == county.map.seatSettlement)
      }
    }
  }

  @Test("The day and the night share the calls, and the night has fewer crews")
  func shifts() throws {
    let county = try TinyCounty(exchanging: [
      TinyCounty.Exchange(old: "crewsAtSeat: 1", new: "crewsAtSeat: 4")
    ])
    let service = county.inputs.ambulanceService
    #expect(abs(service.shifts.reduce(0) { $0 + $1.callShare } - 1) < 1e-12)
    #expect(service.shifts.map(\.minutes).map { $0.rounded() } == [720, 720])
    // 70 % of four crews are 2.8: three; of one crew at least one stays.
    #expect(service.shifts.map(\.crewsAtSeat) == [4, 3])
    #expect(service.shifts.map(\.crewsPerStation) == [1, 1])
  }
}
