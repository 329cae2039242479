import Engine
import Geography
import Testing

@testable import CountyModel

/// Properties 33 and 34: how many people there are, and how many names their villages have, leaves
/// rates alone.
///
/// Differences are paired over replications. A mean may lie four of its standard errors from nothing,
/// and beyond them a stated margin: a larger county has shorter lines, so that fewer give up, and
/// fuller use of its beds.
@Suite("Rates do not depend on scale")
struct ScaleTests {
  private static let replications: Range<UInt32> = 0..<5

  /// Nobody learns of waits or books, so that shorter lines do not change where people go, and all
  /// crews also work at night, so that their number can be doubled.
  private static let cut: [TinyCounty.Exchange] = [
    TinyCounty.giving("learningRate", "0"), TinyCounty.giving("usual", "0"),
    TinyCounty.giving("ownMemory", "0"), TinyCounty.giving("ownOutcome", "0"),
    TinyCounty.giving("qualityRate", "0%"), TinyCounty.giving("appointmentShare", "0%"),
    TinyCounty.giving("nightShare", "100%"),
  ]

  /// Twice what is not counted by the facility or by the head.
  private static func doubled() throws -> [TinyCounty.Exchange] {
    cut + [
      .init(old: "cityBackground: 60\n", new: "cityBackground: 120\n"),
      try .figure("city", "[90, 66, 12, 10, 8, 0]"),
      try .figure("bays", "[6, 2, 2, 8]"),
      try .figure("crewsPerStation", "2"),
      try .figure("crewsAtSeat", "2"),
      try .figure("laboratoryDevices", "[0, 0, 0, 2, 2, 2, 2, 2, 2, 0, 0]"),
      try .figure("imagingDevices", "[0, 0, 0, 2, 0, 2, 4, 2, 2, 0, 0]"),
      try .figure("ecgDevices", "[0, 0, 0, 2, 2, 2, 2, 2, 2, 0, 0]"),
      try .figure("operators", "[0, 0, 0, 4, 4, 4, 6, 6, 6, 0, 0]"),
      try .figure("readers", "2"),
    ]
  }

  private static let once = Result { try readings(TinyCounty(exchanging: cut)) }

  /// Twice the people, and twice everybody and everything that serves them.
  private static let twice = Result {
    let one = try TinyCounty(exchanging: cut)
    var two = try TinyCounty(exchanging: doubled()).on(one.map.times(2))
    let capacity = FacilityCapacity(inputs: one.inputs)
    for facility in one.map.facilities {
      two.inputs.capacities.physicians[facility.id] = capacity.physicians(at: facility).map {
        $0 * 2
      }
      two.inputs.capacities.beds[facility.id] = capacity.beds(at: facility).map { $0 * 2 }
    }
    return readings(two)
  }

  private static let halved = Result {
    let county = try TinyCounty(exchanging: cut)
    return readings(county.on(try county.map.withEverySettlementHalved()))
  }

  private static func readings(_ county: TinyCounty) -> [Readings] {
    replications.map { replication in
      let spring = CivilDate(dayNumber: Stretch.firstOf2024 + 91)
      return county.readings(
        .baseline,
        Stretch(start: spring, days: 56, warmUp: 14, replication: replication)
      )
    }
  }

  private func effect(on id: String, of changed: [Readings]) throws -> Effect {
    let measure = try #require(Measure.named(id))
    let pairs = zip(changed, try Self.once.get())
    return Effect(
      try pairs.map { after, before in
        let (one, other) = (
          after.value(of: measure, inYear: 2024), before.value(of: measure, inYear: 2024)
        )
        return try #require(one) - #require(other)
      }
    )
  }

  private func expectSame(_ id: String, in changed: [Readings], margin: Double) throws {
    let effect = try effect(on: id, of: changed)
    #expect(abs(effect.mean) < 4 * effect.standardError + margin, "\(id): \(effect)")
  }

  @Test(
    "Twice the people, staff and beds leave rates, shares and utilisation as they were",
    arguments: [
      ("visits.perResident", 0.15), ("visits.grassrootsShare", 0.015),
      ("visits.inCountyShare", 0.01), ("admissions.inCountyShare", 0.03),
      ("admissions.perHundred", 0.3), ("clinic.utilisationCounty", 0.03),
      ("chronic.controlRate", 0.01), ("population.needsOverExpected", 0.01),
    ]
  )
  func doubling(_ id: String, _ margin: Double) throws {
    try expectSame(id, in: try Self.twice.get(), margin: margin)
  }

  @Test("Twice the people are twice the people, and nobody of them is lost")
  func doubledPeople() throws {
    for (two, one) in zip(try Self.twice.get(), try Self.once.get()) {
      let (many, few) = (two.first("population.residents"), one.first("population.residents"))
      let ratio = try #require(many) / #require(few)
      #expect(abs(ratio - 2) < 0.01)
      for identity in two.identities { #expect(identity.holds, "\(identity.en)") }
    }
  }

  @Test("In the larger county nobody waits longer for the doctor or for a bed")
  func waits() throws {
    for id in ["wait.county", "beds.boardingTime"] {
      let effect = try effect(on: id, of: try Self.twice.get())
      #expect(effect.mean < 4 * effect.standardError, "\(id): \(effect)")
    }
    #expect(try effect(on: "wait.county", of: try Self.twice.get()).mean < 0)
  }

  @Test(
    "Two villages at one spot are one village of all their people",
    arguments: [
      ("visits.perResident", 0.02), ("visits.grassrootsShare", 0.002),
      ("visits.inCountyShare", 0.002), ("admissions.inCountyShare", 0.005),
      ("admissions.perHundred", 0.1), ("clinic.utilisationCounty", 0.005),
      ("wait.county", 0.5), ("ems.responseRural", 0.5),
    ]
  )
  func halving(_ id: String, _ margin: Double) throws {
    try expectSame(id, in: try Self.halved.get(), margin: margin)
  }
}
