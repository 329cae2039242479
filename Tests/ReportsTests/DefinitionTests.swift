import CountyModel
import Experiments
import Testing

@testable import Reports

@Suite("Definitions of the measures")
struct DefinitionTests {
  @Test("Every measure of the model has a Chinese definition")
  func chinese() {
    let measures = Measure.all.map { measure in
      (measure, Messages.shared.definitionKey(of: measure.id))
    }
    for (measure, key) in measures { #expect(key != nil, "\(measure.id)") }
  }

  @Test("The figures of the report find their measures")
  func groups() {
    let ids = Measure.all.map(\.id)
    #expect(ids.contains { $0.contains("ccupancy") })
    #expect(ids.contains { $0.hasPrefix("ems.") })
    #expect(ids.contains { $0.hasPrefix("wait.") })
    #expect(ids.contains { $0.hasPrefix("fund.") })
    for id in Headlines.measures { #expect(ids.contains(id), "\(id)") }
  }
}
