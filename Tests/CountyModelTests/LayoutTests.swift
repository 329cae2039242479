import Testing

@testable import CountyModel

@Suite("Sizes that speed depends on")
struct LayoutTests {
  @Test("An event fits in one word")
  func event() { #expect(MemoryLayout<CountyEvent>.stride == 8) }

  @Test("An episode stays within 80 bytes")
  func episode() { #expect(MemoryLayout<Episode>.stride <= 80) }

  @Test("A resident stays within 12 bytes: a million of them are 12 MB")
  func resident() { #expect(MemoryLayout<Residents.Resident>.stride <= 12) }

  @Test("An alternative stays within 12 bytes")
  func alternative() { #expect(MemoryLayout<Alternative>.stride <= 12) }
}
