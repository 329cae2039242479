import Testing

@testable import Experiments

@Suite("A number of things")
struct CountTextTests {
  @Test("One thing is told in the singular, none and several in the plural")
  func nouns() {
    #expect(CountText.text(of: 1, "task") == "1 task")
    #expect(CountText.text(of: 0, "task") == "0 tasks")
    #expect(CountText.text(of: 12, "task") == "12 tasks")
    #expect(CountText.noun("replication", for: 1) == "replication")
  }
}
