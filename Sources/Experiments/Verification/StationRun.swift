internal import NetworkModel
internal import Probability

/// One case with one law of service, ready to be replicated.
struct StationRun: Sendable {
  let caseID: String
  let station: StationCase
  let law: ServiceLaw
  let rows: [ExactRow]
  let inputs: StationInputs
  /// How many times the length that the cases file asks for is run.
  let stretch: Int
  /// The rows that ask for a share of waits, in the order of the inputs' limits.
  let limits: [String]
  /// The case's own seed: cases with common luck would fail together.
  let seed: UInt64

  /// Prepares a case: guarded rows are run three times the longest length that any of them needs,
  /// or the guard itself would fail by chance.
  init(
    _ verification: VerificationCase,
    station: StationCase,
    law: ServiceLaw,
    profile: VerificationProfile,
    replications: Int,
    stretch: Int = 1,
    studySeed: UInt64
  ) throws {
    let longest = verification.rows.compactMap { row in
      if case .time(let times) = row.guardLength { times[profile] } else { nil }
    }.max()
    guard let longest else { throw VerificationProblem.noLength(verification.id) }
    self.caseID = verification.id
    self.stretch = stretch
    self.station = station
    self.law = law
    self.rows = verification.rows
    let waits = station.waitLimits
    let limits = waits.keys.filter { name in verification.rows.contains { $0.name == name } }
      .sorted()
    self.limits = limits
    self.seed = StationRun.seed(
      of: verification.id + " " + (law.label ?? ""),
      studySeed: studySeed
    )
    self.inputs = try StationInputs(
      gap: .exponential(mean: 1 / station.arrivalRate),
      service: law.distribution(),
      servers: station.servers,
      room: station.overflow == .isRefused ? .places(station.servers) : .unlimited,
      warmUp: station.warmUp,
      measured: Double(stretch) * 3 * longest / Double(replications),
      waitLimits: limits.compactMap { waits[$0] }
    )
  }

  /// A seed that depends on the case's name and never on its place in the file (FNV-1a).
  private static func seed(of name: String, studySeed: UInt64) -> UInt64 {
    let hash = name.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return SplitMix64.mix(studySeed ^ hash)
  }

  /// Judges every row by the readings of all replications.
  func judge(_ readings: [StationReadings], by rule: PassRule) throws -> [JudgedRow] {
    let tag = law.label.map { " [\($0)]" } ?? ""
    return try rows.flatMap { row in
      // The input's own third moment is no result of the queue: the law itself is checked.
      if row.name == "third_moment_S" {
        let name = RowName(caseID: caseID, label: row.name, stretch: stretch)
        return [rule.judge(row.value, of: name, byFormula: inputs.service.thirdMoment)]
      }
      let estimators = station.estimators(of: row.name, limits: limits, law: inputs.service)
      guard !estimators.isEmpty else {
        throw VerificationProblem.unknownRow(row.name, caseID: caseID)
      }
      return estimators.map { estimator in
        let name = RowName(
          caseID: caseID,
          label: row.name + estimator.suffix + tag,
          stretch: stretch,
          expectedSightings: sightings(of: row, in: readings.count)
        )
        return rule.judge(row, of: name, by: estimator.values(readings))
      }
    }
  }

  /// How often all replications together should find the station empty: it is left once per
  /// arrival that finds it so.
  private func sightings(of row: ExactRow, in replications: Int) -> Double? {
    guard ["p0", "p_empty"].contains(row.name) else { return nil }
    return row.value * station.arrivalRate * inputs.measured * Double(replications)
  }
}

extension ServiceLaw {
  /// The law with its parameters checked.
  func distribution() throws -> Distribution {
    switch shape {
    case .exponential: try .exponential(mean: mean)
    case .deterministic: try .deterministic(mean)
    case .lognormal(let spread): try .lognormal(mean: mean, sd: spread * mean)
    case .gamma(let spread): try .gamma(mean: mean, sd: spread * mean)
    case .uniform(let low, let high): try .uniform(low: low, high: high)
    case .hyperexponential(let weights, let means):
      try .hyperexponential(weights: weights, means: means)
    }
  }
}

/// Why a case cannot be judged.
public enum VerificationProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// No row of the case says how long to run.
  case noLength(String)
  /// A row that nobody knows how to estimate.
  case unknownRow(String, caseID: String)

  /// The case and what is missing.
  public var description: String {
    switch self {
    case .noLength(let id): "case \(id) does not say how long to run"
    case .unknownRow(let row, let id): "case \(id) has a row \(row) that cannot be estimated"
    }
  }
}
