import Engine
import Testing

@testable import CountyModel

@Suite("Family-doctor contracts")
struct ContractNoticeTests {
  @Test("Raising a contract rate only adds people")
  func monotone() throws {
    let county = QuietCounty(try .asWritten())
    let rates = [0.0, 0.35, 0.45, 0.9, 1]
    let signed = rates.map { rate in
      let notice = ContractNotice(general: UInt32(rate * 65_536), key: UInt32(rate * 65_536))
      return (0..<county.world.residents.count).filter {
        notice.include(county.world.residents[PersonID(row: $0)])
      }
    }
    for (fewer, more) in zip(signed, signed.dropFirst()) {
      #expect(Set(fewer).isSubset(of: more))
    }
    #expect(signed.first?.isEmpty == true)
    // Everybody but who is at home for the Spring Festival only.
    let permanent = county.world.residents.visitors.first
    #expect(signed.last == Array(0..<permanent))
  }

  @Test("The rate in force is the share who signed, within four standard errors")
  func rate() throws {
    let county = QuietCounty(try .asWritten())
    let notice = ContractNotice(general: UInt32(0.35 * 65_536), key: 0)
    var general = 0
    var signed = 0
    for row in 0..<county.world.residents.count {
      let resident = county.world.residents[PersonID(row: row)]
      guard resident.health.isPresent else { continue }
      if resident.traits.contains(.keyGroup) {
        #expect(!notice.include(resident))
      } else {
        general += 1
        if notice.include(resident) { signed += 1 }
      }
    }
    let error = (0.35 * 0.65 / Double(general)).squareRoot()
    #expect(abs(Double(signed) / Double(general) - 0.35) < 4 * error)
  }
}
