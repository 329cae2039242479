import Engine
import Testing

@Suite("Rounding to whole milliseconds")
struct RoundingTests {
  @Test("Halves go away from zero, and a hair less than a half goes to zero")
  func halves() {
    let cases: [(Double, Int64)] = [
      (0.5, 1), (-0.5, -1), (1.5, 2), (2.5, 3), (-2.5, -3), (0.5.nextDown, 0), (-(0.5.nextDown), 0),
      (0x1p52 - 0.5, 1 << 52), (0x1p52 + 1, 1 << 52 + 1), (0x1p60, 1 << 60), (-0.0, 0),
    ]
    for (value, whole) in cases {
      #expect(SimDuration.rounding(value).milliseconds == whole, "\(value)")
    }
  }

  @Test("Every number is rounded as the C library rounds it")
  func asLibrary() {
    // Numbers of all sizes below 2^62, by a plain linear congruence.
    var state: UInt64 = 1
    for _ in 0..<200_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let size = Double(sign: .plus, exponent: Int(state >> 58) - 2, significand: 1)
      let value = Double(Int64(bitPattern: state) >> 10) * 0x1p-53 * size
      #expect(SimDuration.rounding(value).milliseconds == Int64(value.rounded()))
    }
  }
}
