import Engine
import Testing

@testable import CountyModel

/// One lever, what it stands for in the plans, and what it must do at full strength.
struct CareLeverRow: Sendable, CustomTestStringConvertible {
  let lever: String
  let plan: [String]
  let strength: Double
  /// Levers without which it does nothing; both sides of the comparison have them.
  var partners: [String: Double] = [:]
  /// Which luck: rare events do not meet every six weeks.
  var replication: UInt32 = 0
  /// The measure and the way it must go; `nil` with the reason why none is claimed.
  let effect: Effect

  /// What is claimed.
  enum Effect: Sendable {
    case moves(String, Way)
    /// The events change, but no measure must go one way.
    case unclear(String)
  }

  var testDescription: String { lever }
}

extension CareLeverRow {
  /// Five weeks of spring, one seed.
  private static let stretch = Stretch(
    start: CivilDate(dayNumber: Stretch.firstOf2024 + 91),
    days: 42,
    warmUp: 7
  )
  private static let baseline = Result {
    try TinyCounty.asWritten().readings(.baseline, stretch)
  }

  /// Checks the declaration, that neutral is neutral, and the effect at full strength.
  func check() throws {
    let declared = try #require(LeverCatalogue.all.first { $0.path == lever })
    #expect(declared.plan == plan)
    let county = try TinyCounty.asWritten()
    var stretch = Self.stretch
    stretch.replication = replication
    let short = Stretch(start: Self.stretch.start, days: 5, warmUp: 0)
    let idle = county.readings(try .pulling([lever: declared.neutral]), short)
    #expect(idle.fingerprint == county.readings(.baseline, short).fingerprint)
    let without =
      partners.isEmpty && replication == 0
      ? try Self.baseline.get() : county.readings(try .pulling(partners), stretch)
    let levels = partners.merging([lever: strength]) { $1 }
    let with = county.readings(try .pulling(levels), stretch)
    #expect(with.fingerprint != without.fingerprint)
    #expect(with.needs == without.needs)
    for identity in with.identities { #expect(identity.holds, "\(lever): \(identity.en)") }
    guard case .moves(let id, let way) = effect else { return }
    let measure = try #require(Measure.named(id))
    let before = without.value(of: measure, inYear: 2024) ?? 0
    let after = try #require(with.value(of: measure, inYear: 2024))
    #expect(way.sign * (after - before) > 0, "\(id): \(before) to \(after)")
  }
}
