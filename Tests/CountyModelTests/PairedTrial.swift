import Engine
import Testing

@testable import CountyModel

/// Replications of some policies under the same luck: two weeks, then three weeks.
///
/// The quarter turns between them, so that early and late effects can be told apart.
struct PairedTrial: Sendable {
  /// The first day that counts; policies begin on it.
  static let firstDay = 7

  let readings: [Readings]

  private init(_ levels: [String: Double], replications: UInt32) throws {
    let county = try TinyCounty.asWritten()
    let policy = try Policy.pulling(levels, fromDay: Self.firstDay)
    readings = (0..<replications).map { replication in
      county.readings(
        policy,
        Stretch(
          start: CivilDate(dayNumber: Stretch.firstOf2024 + 77),
          days: 35,
          warmUp: Self.firstDay,
          replication: replication
        )
      )
    }
  }

  static let baseline = Result { try PairedTrial([:], replications: 18) }
  static let dearer = Result {
    try PairedTrial(["finance.countyOutpatientPrice": 50], replications: 2)
  }
  static let fewerPhysicians = Result {
    try PairedTrial(["clinics.countyPhysicians": 0.5], replications: 6)
  }
  static let fewerBeds = Result { try PairedTrial(["beds.countyBeds": 0.75], replications: 18) }
  static let postedAway = Result {
    try PairedTrial(["workforce.postedAway.medicine": 0.5], replications: 2)
  }

  /// Which part of the trial is looked at.
  enum Part {
    /// The first two weeks.
    case early
    /// The three weeks after them.
    case late
    /// All five.
    case throughout
  }

  /// A measure by replication.
  func values(of id: String, _ part: Part) throws -> [Double] {
    let measure = try #require(Measure.named(id))
    return try readings.map { one in
      let value =
        switch part {
        case .early: one.value(of: measure, inQuarter: 0)
        case .late: one.value(of: measure, inQuarter: 1)
        case .throughout: one.value(of: measure, inYear: 2024)
        }
      return try #require(value)
    }
  }

  /// Paired difference from another policy, over the replications that both have.
  func effect(on id: String, from other: PairedTrial, _ part: Part) throws -> Effect {
    let (here, there) = (try values(of: id, part), try other.values(of: id, part))
    return Effect(zip(here, there).map { $0 - $1 })
  }
}

/// A paired difference: mean and standard error over replications.
struct Effect: CustomStringConvertible {
  let mean: Double
  let standardError: Double

  init(_ differences: [Double]) {
    let n = Double(differences.count)
    mean = differences.reduce(0, +) / n
    let mean = mean
    let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    standardError = (squares / (n - 1) / n).squareRoot()
  }

  /// Distance from nothing in standard errors, positive when the mean is.
  var standardErrors: Double { mean / standardError }

  var description: String { "\(mean) ± \(standardError)" }
}
