import Engine
import Geography
import Glibc
import ScenarioFiles
import Testing

@testable import CountyModel

/// Prices are those of Tiny's general hospital for the resident-insured: a visit of 240 yuan, of which
/// 41 % can be claimed, 90 % are covered and 40 % reimbursed; a stay of 7,000 yuan, of which 90 % are
/// covered and 65 % above 800 yuan reimbursed.
@Suite("Whether referrals are followed")
struct AttendanceTests {
  private let visit = 240 * (1 - 0.41 * 0.90 * 0.40)

  /// What a stay costs at a cost weight.
  private func stay(_ weight: Double, share: Double = 0.65) -> Double {
    7000 * weight - share * (0.90 * 7000 * weight - 800)
  }

  @Test("A patient expects to pay what the benefits leave of the visit or of the stay")
  func payment() throws {
    var county = QuietCounty(try .asWritten())
    let (out, outWeight, _) = try sent(&county, [])
    #expect(abs(try payment(of: out, in: county) - visit * outWeight) < 1e-9)
    let (bed, _, bedWeight) = try sent(&county, [.needsBed])
    #expect(abs(try payment(of: bed, in: county) - stay(bedWeight)) < 1e-9)
  }

  @Test("A deductible that falls away for later stays leaves the price of a first one alone")
  func oneDeductible() throws {
    var county = QuietCounty(try .asWritten(), try .pulling(["finance.oneDeductible": 1]))
    let before = county.world.notices.prices.points
    county.departments.finance.stays = 2
    county.departments.finance.repeats = 1
    county.departments.finance.announcePrices(in: &county.world)
    let after = county.world.notices.prices.points
    #expect(after != before)
    let (bed, _, bedWeight) = try sent(&county, [.needsBed, .referred])
    #expect(abs(try payment(of: bed, in: county) - stay(bedWeight)) < 1e-9)
  }

  @Test("Where the price weighs nothing, 50 yuan and 30 points change no chance")
  func neutral() throws {
    let tiny = try Self.tiny(perHundred: "0, 0", at: "200 yuan, 3400 yuan")
    let levels = ["finance.countyOutpatientPrice": 50.0, "finance.countyPoints": 30]
    for traits: EpisodeTraits in [[], [.needsBed]] {
      var plain = QuietCounty(tiny)
      var dearer = QuietCounty(tiny, try .pulling(levels))
      let (one, _, _) = try sent(&plain, traits)
      let (other, _, _) = try sent(&dearer, traits)
      let before = try chance(of: one, in: plain)
      #expect(try chance(of: other, in: dearer) == before)
      #expect(before > 0 && before < 1)
      // Not for want of another price.
      let paid = try payment(of: one, in: plain)
      #expect(try payment(of: other, in: dearer) != paid)
    }
  }

  @Test("At the reference price a chance is what it is without a price")
  func centred() throws {
    let free = try Self.tiny(perHundred: "0, 0", at: "0 yuan, 0 yuan")
    for traits: EpisodeTraits in [[], [.needsBed]] {
      var without = QuietCounty(free)
      let (one, outWeight, bedWeight) = try sent(&without, traits)
      let prices = "\(visit * outWeight) yuan, \(stay(bedWeight)) yuan"
      var with = QuietCounty(try Self.tiny(perHundred: "-1, -1", at: prices))
      let (other, _, _) = try sent(&with, traits)
      let before = try chance(of: one, in: without)
      #expect(abs(try chance(of: other, in: with) - before) < 1e-9)
    }
  }

  @Test("50 yuan more on a visit take half of what a hundred weigh from the logit")
  func dearer() throws {
    let tiny = try Self.tiny(perHundred: "-1, 0", at: "200 yuan, 0 yuan")
    var plain = QuietCounty(tiny)
    var dearer = QuietCounty(tiny, try .pulling(["finance.countyOutpatientPrice": 50]))
    let (one, _, _) = try sent(&plain, [])
    let (other, _, _) = try sent(&dearer, [])
    let before = logit(try chance(of: one, in: plain))
    let after = logit(try chance(of: other, in: dearer))
    #expect(abs(after - before + 0.5) < 1e-9)
  }

  @Test("Half an hour more on the way takes thirty times what a minute weighs from the logit")
  func farther() throws {
    var county = QuietCounty(try .asWritten())
    let (patient, _, _) = try sent(&county, [])
    let near = try general(in: county)
    let far = Alternative(
      facility: near.facility,
      kind: near.kind,
      standing: near.standing,
      minutes: near.minutes + 30,
      mapMinutes: near.mapMinutes + 30,
      expectedWait: near.expectedWait
    )
    let before = logit(
      county.departments.referral.attendance(of: patient, at: near, in: county.world)
    )
    let after = logit(
      county.departments.referral.attendance(of: patient, at: far, in: county.world)
    )
    #expect(abs(after - before + 30 * 0.012) < 1e-4)
  }

  @Test("More reimbursement of stays at county hospitals: whoever went still goes, and more go")
  func reimbursement() throws {
    // With points left out of the choice of where, they are felt in whether only.
    let tiny = try TinyCounty(exchanging: [
      .init(old: "reimbursement: 0.006", new: "reimbursement: 0"),
      .init(old: Self.weight, new: "attendanceOutOfPocket: [-0.5, -0.1]\n"),
      .init(old: Self.reference, new: "attendanceReferencePrice: [200 yuan, 3400 yuan]\n"),
    ])
    var plain = QuietCounty(tiny)
    var cheaper = QuietCounty(tiny, try .pulling(["finance.countyPoints": 10]))
    let (before, after) = (try attending(&plain), try attending(&cheaper))
    for (old, new) in zip(before, after) where old { #expect(new) }
    func count(_ went: [Bool]) -> Int { went.filter { $0 }.count }
    #expect(count(before) > 0)
    #expect(count(after) > count(before))
  }

  @Test("A price that attracts, and one below nothing, are refused")
  func refused() throws {
    for (weight, price) in [("0.1, 0", "0 yuan, 0 yuan"), ("0, 0", "-1 yuan, 0 yuan")] {
      #expect(throws: DiagnosticList.self) { try Self.tiny(perHundred: weight, at: price) }
    }
    _ = try Self.tiny(perHundred: "-5, 0", at: "0 yuan, 100000 yuan")
  }

  /// Who of some in need of a bed goes where a township doctor sends them.
  private func attending(_ county: inout QuietCounty) throws -> [Bool] {
    let township = try county.facility(.townshipCentre)
    return try (0..<400).map { _ in
      let patient = try county.patient("electiveSurgery", .moderate, [.needsBed])
      county.world.episodes[patient].facility = township
      county.world.episodes[patient].encounter = 1
      county.say(.referredUp(patient))
      return county.world.episodes[patient].stage != .over
    }
  }

  private static let weight = "attendanceOutOfPocket: [-0.05, -0.005]\n"
  private static let reference = "attendanceReferencePrice: [200 yuan, 5500 yuan]\n"

  /// The county in which a hundred yuan weigh so much against such prices, visits and stays.
  private static func tiny(perHundred: String, at prices: String) throws -> TinyCounty {
    try TinyCounty(exchanging: [
      .init(old: weight, new: "attendanceOutOfPocket: [\(perHundred)]\n"),
      .init(old: reference, new: "attendanceReferencePrice: [\(prices)]\n"),
    ])
  }

  /// A resident-insured patient at the township centre, and the cost weights of the condition.
  private func sent(
    _ county: inout QuietCounty,
    _ traits: EpisodeTraits
  ) throws -> (EpisodeID, outWeight: Double, bedWeight: Double) {
    let patient = try county.patient("electiveSurgery", .moderate, traits)
    county.world.episodes[patient].facility = try county.facility(.townshipCentre)
    let condition = Int(county.world.episodes[patient].condition)
    let conditions = county.plan.conditions
    return (patient, conditions.outpatientCost[condition], conditions.inpatientCost[condition])
  }

  /// The general hospital as the first settlement knows it.
  private func general(in county: borrowing QuietCounty) throws -> Alternative {
    for place in 0..<CountyPlan.mostAlternatives {
      let one = county.world.choice[AlternativeID(row: place)]
      if one.kind == .countyGeneral, one.standing == .considered { return one }
    }
    throw TinyCounty.NotThere(text: "the general hospital")
  }

  private func payment(
    of patient: EpisodeID,
    in county: borrowing QuietCounty
  ) throws -> Double {
    let one = try general(in: county)
    let episode = county.world.episodes[patient]
    return county.world.choice.payment(of: episode, at: one, notices: county.world.notices)
  }

  private func chance(of patient: EpisodeID, in county: borrowing QuietCounty) throws -> Double {
    let one = try general(in: county)
    return county.departments.referral.attendance(of: patient, at: one, in: county.world)
  }

  private func logit(_ chance: Double) -> Double { log(chance / (1 - chance)) }
}
