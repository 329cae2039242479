public import NetworkModel

/// Reads the text of a network file that is not on disk, under the name that problems are told by.
public typealias NetworkTextReader =
  @Sendable (_ text: String, _ name: String) throws ->
  NetworkInputs

/// Part of what a case asks for.
enum CaseWork: Sendable {
  /// A network file to replicate.
  case network(NetworkProbe)
  /// Something that the module itself answers, with or without chance; the seed is the case's own.
  case direct(@Sendable (PassRule, UInt64) throws -> [JudgedRow])
}

/// Cases that are run in the same way.
struct VerificationFamily: Sendable {
  /// The names of the family in cases files.
  let names: [String]
  /// What to do for a case.
  let prepare: @Sendable (AnalyticCase, VerificationProfile) throws -> [CaseWork]

  init(
    _ names: String...,
    prepare: @escaping @Sendable (AnalyticCase, VerificationProfile) throws -> [CaseWork]
  ) {
    self.names = names
    self.prepare = prepare
  }

  /// The family of a name; nothing when nobody knows it.
  static func named(_ name: String) -> VerificationFamily? {
    all.first { $0.names.contains(name) }
  }

  /// All families, those of network files first.
  static let all: [VerificationFamily] =
    stations + classesAndPatience + openAndClosed + lossAndOverflow + timeAndAbsence + traces
    + modules
}

/// A network file with the quantities to read off it.
struct NetworkProbe: Sendable {
  let caseID: String
  /// What tells apart the probes of one case; part of the luck and of the rows' names.
  var label = ""
  /// The file but for its `run`.
  let text: String
  /// What each replication runs before anything counts, and how long in all.
  let warmUp: Double
  let length: Length
  var waitLimits: [Double] = []
  var observeAt: [Double] = []
  var keepsVisits = false
  let rows: [ProbeRow]

  /// How long to run.
  enum Length: Sendable {
    /// A time that 40 replications share.
    case shared(Double)
    /// So many replications of the same length each; never run longer.
    case each(Double, replications: Int)
  }

  var replications: Int {
    switch length {
    case .shared: AnalyticVerifier.replications
    case .each(_, let replications): replications
    }
  }

  /// The whole network file, so many times as long as the case asks for.
  func file(seed: UInt64, stretch: Int) -> String {
    let time: Double =
      switch length {
      case .shared(let total): Double(stretch) * total / Double(replications)
      case .each(let time, _): time
      }
    var run = [
      "warmUp: \(warmUp)", "length: \(time)", "replications: \(replications)", "seed: \(seed)",
    ]
    if !waitLimits.isEmpty { run.append("waitLimits: \(waitLimits)") }
    if !observeAt.isEmpty { run.append("observeAt: \(observeAt)") }
    if keepsVisits { run.append("records: visits") }
    return """
      schema: countyflow/network/1
      id: verification
      title: \(caseID)
      timeUnit: unit
      \(text)
      run: {\(run.joined(separator: ", "))}

      """
  }
}

/// One way to estimate one exact answer from replications of a network.
struct ProbeRow: Sendable {
  let exact: ExactRow
  /// What is added to the quantity's name where there are several ways.
  var suffix = ""
  /// What each replication contributes; nothing if it has no estimate.
  let read: @Sendable (NetworkReadings) -> [Double]?
  var method: Method = .mean
  /// How often all replications together should see a rare state; one that nobody sees has no
  /// standard error.
  var expectedSightings: Double?

  /// How the contributions become an estimate.
  enum Method: Sendable {
    /// Each contributes one number: their mean.
    case mean
    /// The jackknife of a function of all contributions.
    case jackknife(@Sendable ([[Double]]) -> Double?)
    /// The estimate and its standard error.
    case formula(@Sendable ([[Double]]) -> (estimate: Double, error: Double)?)
    /// Every replication must give exactly the answer.
    case exactly
  }

  init(
    _ exact: ExactRow,
    suffix: String = "",
    sightings: Double? = nil,
    _ read: @escaping @Sendable (NetworkReadings) -> Double?
  ) {
    self.exact = exact
    self.suffix = suffix
    self.read = { readings in read(readings).map { [$0] } }
    expectedSightings = sightings
  }

  init(
    _ exact: ExactRow,
    suffix: String = "",
    by method: Method,
    _ read: @escaping @Sendable (NetworkReadings) -> [Double]?
  ) {
    self.exact = exact
    self.suffix = suffix
    self.read = read
    self.method = method
  }
}
