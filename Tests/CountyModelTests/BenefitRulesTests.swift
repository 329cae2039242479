import Geography
import Testing

@testable import CountyModel

/// Inpatient care out of the city: 65 % at level 3, times 0.90 filed, 0.85 unfiled emergency, 0.70
/// unfiled ordinary (F-15, F-19).
@Suite("LYG-67: 20 points off for unreferred care out of the city")
struct BenefitRulesTests {
  @Test("Today an unfiled patient gets the unfiled factor, a filed one the filed factor")
  func today() throws {
    let rules = try rules(unfiled: "0.70", penalty: 0)
    #expect(isNear(share(rules, .filed), 0.65 * 0.90))
    #expect(isNear(share(rules, .emergency), 0.65 * 0.85))
    #expect(isNear(share(rules, .unfiled), 0.65 * 0.70))
  }

  @Test(
    "The 20 points replace the unfiled factor and never stack on it, whatever the baseline",
    arguments: ["0.70", "0.90", "0.50"]
  )
  func replaces(_ unfiled: String) throws {
    let rules = try rules(unfiled: unfiled, penalty: 20)
    #expect(isNear(share(rules, .unfiled), 0.65 * 0.90 - 0.20))
  }

  @Test("Against F-19 the points take 7 from the unfiled; against no penalty at all, 20")
  func threeBaselines() throws {
    let penalised = share(try rules(unfiled: "0.70", penalty: 20), .unfiled)
    let today = share(try rules(unfiled: "0.70", penalty: 0), .unfiled)
    let unpunished = share(try rules(unfiled: "0.90", penalty: 0), .unfiled)
    let filed = share(try rules(unfiled: "0.70", penalty: 0), .filed)
    #expect(isNear(today - penalised, 0.07))
    #expect(isNear(unpunished - penalised, 0.20))
    #expect(isNear(filed - penalised, 0.20))
  }

  @Test("Filed and emergency patients and those in the county keep what they have")
  func others() throws {
    let (before, after) = (
      try rules(unfiled: "0.70", penalty: 0), try rules(unfiled: "0.70", penalty: 20)
    )
    for filing in [Filing.filed, .emergency] {
      #expect(share(after, filing) == share(before, filing))
    }
    for kind in FacilityKind.allCases where kind != .outOfCity {
      let shares = [before, after].map {
        $0.inpatientShare(at: kind, for: .resident, filing: .unfiled)
      }
      #expect(shares[0] == shares[1])
    }
  }

  @Test("However many points are taken, nobody pays more than the bill")
  func never() throws {
    #expect(share(try rules(unfiled: "0.70", penalty: 60), .unfiled) == 0)
  }

  private func share(_ rules: BenefitRules, _ filing: Filing) -> Double {
    rules.inpatientShare(at: .outOfCity, for: .resident, filing: filing)
  }

  private func rules(unfiled: String, penalty: Double) throws -> BenefitRules {
    let exchange = TinyCounty.Exchange(
      old: "outOfArea: [0.90, 0.85, 0.70]",
      new: "outOfArea: [0.90, 0.85, \(unfiled)]"
    )
    let county = unfiled == "0.70" ? try .asWritten() : try TinyCounty(exchanging: [exchange])
    var reader = PolicyReader(policy: try .pulling(["finance.unreferredPenalty": penalty]))
    return BenefitRules(county.inputs.finance, Levers(from: &reader).finance, day: 0)
  }
}

/// Equal but for rounding.
private func isNear(_ value: Double, _ expected: Double) -> Bool {
  abs(expected - value) < 1e-12
}
