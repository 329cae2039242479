internal import Geography

/// What `optimise stations --json` prints.
///
/// Holds no path, no time and no number of threads, so equal questions print equal bytes unless a
/// search ran out of time.
public struct StationSummary: Encodable, Sendable {
  private let schema = "countyflow/optimise-stations/1"
  private let stations: Int
  private let fixed: String
  private let candidateSites: Int
  private let urbanMinutes: Double
  private let ruralMinutes: Double
  private let busy: Double
  private let callsPerDay: Double
  private let missionMinutes: Double
  private let replications: Int
  private let days: Int
  /// As text: JSON readers keep whole numbers exactly only up to 2^53.
  private let seed: String
  private let inputHash: String
  private let plans: [Plan]

  private struct Plan: Encodable {
    let id: String
    let stations: [Station]
    let opened: [String]
    let closed: [String]
    let objectives: [String: Double]
    let proven: Bool?
    let gap: Double?
    let staticCircle: [String: Double]
    let hypercube: StationForecast?
    let simulated: StationPlan.Simulated
  }

  private struct Station: Encodable {
    let id: String
    let zh: String
    let en: String
    let settlement: String
  }

  /// The answer about a county whose settlements have these ids, read from inputs of a hash.
  public init(of outcome: StationOutcome, settlements: [String], inputHash: String) {
    stations = outcome.question.stations
    fixed = outcome.question.fixed.rawValue
    candidateSites = outcome.places
    urbanMinutes = outcome.question.standard.urbanMinutes
    ruralMinutes = outcome.question.standard.ruralMinutes
    busy = DecimalText.rounded(outcome.busy)
    callsPerDay = DecimalText.rounded(outcome.callsPerDay)
    missionMinutes = DecimalText.rounded(outcome.missionMinutes)
    replications = outcome.replications
    days = outcome.days
    seed = String(outcome.seed)
    self.inputHash = inputHash
    let criteria = outcome.question.criteria.map(\.rawValue)
    plans = outcome.plans.map { plan in
      Plan(
        id: plan.origin.id,
        stations: plan.stations.map {
          Station(id: $0.id, zh: $0.name, en: $0.nameEn, settlement: settlements[$0.settlement])
        },
        opened: plan.opened.map(\.id),
        closed: plan.closed.map(\.id),
        objectives: Dictionary(
          uniqueKeysWithValues: zip(criteria, plan.values.map(DecimalText.rounded))
        ),
        proven: plan.proof.map { $0 == .optimal },
        gap: plan.gap.map(DecimalText.rounded),
        staticCircle: Dictionary(
          uniqueKeysWithValues: zip(["urban", "rural", "all"], plan.circle)
        ),
        hypercube: plan.forecast,
        simulated: plan.simulated
      )
    }
  }
}
