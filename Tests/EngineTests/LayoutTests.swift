import Engine
import Testing

@Suite("Layout promises")
struct LayoutTests {
  @Test("Moments and lengths of time fit in one word")
  func time() {
    #expect(MemoryLayout<SimInstant>.stride == 8)
    #expect(MemoryLayout<SimDuration>.stride == 8)
    #expect(MemoryLayout<CivilDate>.stride == 8)
  }

  @Test("A slot fits in half a word")
  func slot() {
    #expect(MemoryLayout<Slot>.stride == 4)
  }

  @Test("A capacity fits in five words and a tally in five")
  func counters() {
    #expect(MemoryLayout<Capacity>.stride == 40)
    #expect(MemoryLayout<Tally>.stride == 40)
    #expect(MemoryLayout<TimeWeighted>.stride == 24)
  }
}
