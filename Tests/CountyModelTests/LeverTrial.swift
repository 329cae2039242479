import Engine
import Testing

@testable import CountyModel

/// One row of a table of levers: a lever, how hard it is pulled, and what it must do.
struct LeverCase: Sendable, CustomTestStringConvertible {
  let path: String
  /// Rows of the plans that the lever declares.
  let plan: [String]
  let strength: Double
  /// Levers without which this one has nothing to work on; they are pulled on both sides.
  var partners: [String: Double] = [:]
  let claim: Claim
  /// Other luck than that of the trial, where few patients carry the effect.
  var replications: Range<UInt32>?
  /// Other measured days than those of the trial, where the effect takes its time.
  var days: Int?
  /// Figures of the county that let a small effect be seen; they hold on both sides.
  var figures: [String: String] = [:]

  /// What the lever must do at strength.
  enum Claim: Sendable {
    /// A measure goes one way: by more than so many standard errors of the paired difference, and by
    /// more than so much of its own unit.
    case moves(String, Way, margin: Double = 2, least: Double = 0)
    /// The events change, but no measure must go one way: why.
    case unclear(String)
  }

  var testDescription: String {
    switch claim {
    case .moves(let measure, let way, margin: _, least: _): "\(path) moves \(measure) \(way)"
    case .unclear: "\(path) changes something"
    }
  }
}

/// Weeks of spring with and without a lever, under the same luck.
struct LeverTrial: Sendable {
  /// Measured days, after a week of warm-up.
  private let days: Int
  private let replications: Range<UInt32>
  private let baseline: Result<[Readings], any Error>

  /// Four weeks, three times.
  static let fourWeeks = LeverTrial(days: 28, replications: 0..<3)
  /// Six weeks, once, for what happens to many or in one way only.
  static let sixWeeks = LeverTrial(days: 42, replications: 0..<1)

  private static let spring = CivilDate(dayNumber: Stretch.firstOf2024 + 91)
  private static let idle = Result { try firstDays(under: [:]) }

  private init(days: Int, replications: Range<UInt32>) {
    self.days = days
    self.replications = replications
    baseline = Result { try Self.runs([:], days: days, replications) }
  }

  /// Replications under some levers.
  func runs(_ levels: [String: Double]) throws -> [Readings] {
    try Self.runs(levels, days: days, replications)
  }

  /// Checks one row: declared, neutral at neutral, and at strength it does what it must.
  func check(_ row: LeverCase) throws {
    let lever = try #require(LeverCatalogue.all.first { $0.path == row.path })
    #expect(lever.plan == row.plan)
    #expect(lever.range.contains(row.strength))
    try expectNothing(of: row, at: lever.neutral)
    let (without, with) = try pair(row)
    // Somebody's care, and not the books alone.
    let changed = zip(with, without).contains { $0.fingerprint != $1.fingerprint }
    #expect(changed, "nothing happened")
    for (here, there) in zip(with, without) {
      #expect(here.needs == there.needs)
      for identity in here.identities { #expect(identity.holds, "\(row.path): \(identity.en)") }
    }
    guard case .moves(let id, let way, margin: let margin, least: let least) = row.claim else {
      return
    }
    let measure = try #require(Measure.named(id))
    var differences: [Double] = []
    for (here, there) in zip(with, without) {
      let after = try #require(here.value(of: measure, inYear: 2024))
      let before = try #require(there.value(of: measure, inYear: 2024))
      differences.append(after - before)
    }
    let effect = Effect(differences)
    // One pair and a level have no spread; then the direction is all there is to ask.
    let distance = effect.standardError > 0 ? effect.standardErrors : effect.mean * 1e9
    #expect(way.sign * distance > margin, "\(id): \(effect)")
    #expect(way.sign * effect.mean > least, "\(id): \(effect)")
  }

  /// Expects that a lever at its neutral value changes neither events nor books, beside its partners.
  private func expectNothing(of row: LeverCase, at neutral: Double) throws {
    let idle =
      row.partners.isEmpty ? try Self.idle.get() : try Self.firstDays(under: row.partners)
    let levels = row.partners.merging([row.path: neutral]) { $1 }
    let unmoved = try Self.firstDays(under: levels)
    #expect(unmoved.fingerprint == idle.fingerprint)
    #expect((unmoved.counts == idle.counts) as Bool)
  }

  private func pair(_ row: LeverCase) throws -> (without: [Readings], with: [Readings]) {
    let luck = row.replications ?? replications
    let span = row.days ?? days
    let without =
      row.partners.isEmpty && row.figures.isEmpty && luck == replications && span == days
      ? try baseline.get() : try Self.runs(row.partners, days: span, luck, row.figures)
    let levels = row.partners.merging([row.path: row.strength]) { $1 }
    return (without, try Self.runs(levels, days: span, luck, row.figures))
  }

  private static func firstDays(under levels: [String: Double]) throws -> Readings {
    try TinyCounty.asWritten()
      .readings(try .pulling(levels), Stretch(start: spring, days: 5, warmUp: 0))
  }

  private static func runs(
    _ levels: [String: Double],
    days: Int,
    _ luck: Range<UInt32>,
    _ figures: [String: String] = [:]
  ) throws -> [Readings] {
    let county =
      figures.isEmpty
      ? try TinyCounty.asWritten()
      : try TinyCounty(exchanging: figures.map { try .figure($0, $1) })
    let policy = try Policy.pulling(levels)
    return luck.map { replication in
      county.readings(policy, Stretch(start: spring, days: days, replication: replication))
    }
  }
}
