import Engine
import Testing

@testable import CountyModel

/// One row of a declaration table: a lever, how hard it is pulled, and what it must move.
struct LeverCase: Sendable, CustomTestStringConvertible {
  let path: String
  /// Rows of the plans that the lever declares.
  let plan: [String]
  let strength: Double
  /// Levers without which this one has nothing to work on; they are pulled on both sides.
  var partners: [String: Double] = [:]
  let kpi: String
  let way: Way
  /// Least distance from nothing in standard errors of the paired difference.
  var margin = 2.0
  /// Pairs of runs: more where few patients carry the effect.
  var replications: UInt32 = 3

  var testDescription: String { "\(path) moves \(kpi) \(way)" }
}

/// Replications of four weeks with and without a lever, under the same luck.
enum LeverTrial {
  private static let alone = Result { try runs([:]) }

  /// Checks one row: declared, neutral at neutral, and the KPI moves as it should.
  static func check(_ row: LeverCase) throws {
    let lever = try #require(LeverCatalogue.all.first { $0.path == row.path })
    #expect(lever.plan == row.plan)
    let county = try TinyCounty.asWritten()
    let short = Stretch(days: 2, warmUp: 0)
    let idle = county.readings(try .pulling([row.path: lever.neutral]), short)
    #expect(idle.fingerprint == county.readings(.baseline, short).fingerprint)
    let pairs = row.replications
    let without =
      row.partners.isEmpty && pairs == 3
      ? try alone.get() : try runs(row.partners, replications: pairs)
    let levels = row.partners.merging([row.path: row.strength]) { $1 }
    let with = try runs(levels, replications: pairs)
    let measure = try #require(Measure.named(row.kpi))
    var differences: [Double] = []
    var moved = false
    for (here, there) in zip(with, without) {
      if here.fingerprint != there.fingerprint { moved = true }
      #expect(here.needs == there.needs)
      let after = try #require(here.value(of: measure, inYear: 2024))
      let before = try #require(there.value(of: measure, inYear: 2024))
      differences.append(after - before)
      for identity in here.identities { #expect(identity.holds, "\(identity.en)") }
    }
    #expect(moved, "nothing happened")
    let effect = Effect(differences)
    // A level has no spread; then the direction is all there is to ask.
    let distance = effect.standardError > 0 ? effect.standardErrors : effect.mean * 1e9
    #expect(row.way.sign * distance > row.margin, "\(row.kpi): \(effect)")
  }

  static func runs(
    _ levels: [String: Double],
    days: Int = 28,
    replications: UInt32 = 3
  ) throws -> [Readings] {
    let county = try TinyCounty.asWritten()
    let policy = try Policy.pulling(levels)
    return (0..<replications).map { replication in
      county.readings(
        policy,
        Stretch(
          start: CivilDate(dayNumber: Stretch.firstOf2024 + 91),
          days: days,
          warmUp: 7,
          replication: replication
        )
      )
    }
  }
}
