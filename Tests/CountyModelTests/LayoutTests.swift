import Testing

@testable import CountyModel

@Suite("Sizes that speed depends on")
struct LayoutTests {
  @Test("An event fits in one word")
  func event() { #expect(MemoryLayout<CountyEvent>.stride == 8) }

  @Test("An episode stays within 64 bytes: one line of the cache")
  func episode() { #expect(MemoryLayout<Episode>.stride <= 64) }

  @Test("A resident stays within 16 bytes: a million of them are 16 MB")
  func resident() { #expect(MemoryLayout<Residents.Resident>.stride <= 16) }

  @Test("An alternative stays within 24 bytes: ten of them are four lines of the cache")
  func alternative() { #expect(MemoryLayout<Alternative>.stride <= 24) }
}
