import Engine
import Foundation
import Testing

@testable import Experiments

@Suite("Ten significant digits")
struct DecimalTextTests {
  /// What the C library says.
  private func byTheLibrary(_ value: Double) -> Double? { Double(String(format: "%.9e", value)) }

  @Test("Numbers of every size are rounded as the C library rounds them")
  func everySize() {
    var bits: UInt64 = 0x2545_F491_4F6C_DD1D
    for _ in 0..<50_000 {
      bits ^= bits << 13
      bits ^= bits >> 7
      bits ^= bits << 17
      let value = Double(bitPattern: bits)
      guard value.isFinite else { continue }
      #expect(DecimalText.rounded(value) == byTheLibrary(value), "\(value)")
    }
  }

  @Test("Shares and counts are rounded as the C library rounds them")
  func shares() {
    for below in 1...400 {
      for above in stride(from: 0, through: below, by: 3) {
        let share = Double(above) / Double(below)
        for value in [share, -share * 1e6, share * 365.25 / 91, share + 1e9] {
          #expect(DecimalText.rounded(value) == byTheLibrary(value), "\(value)")
        }
      }
    }
  }

  @Test(
    "Ties go as the exact number says",
    arguments: [
      // Eleven digits that end in 5: exact in binary, or a little above or below.
      1.0000000005, 2.0000000005, 12_345_678_900.5, 12_345_678_901.5, 0.10000000005,
      99_999_999_995, 9.9999999995, -4.0000000005,
    ]
  )
  func ties(_ value: Double) {
    #expect(DecimalText.rounded(value) == byTheLibrary(value))
  }

  @Test(
    "A carry through all nines, and powers of ten at the edge of what is exact",
    arguments: [
      9.999_999_999_61, -999_999_999.96, 0.099_999_999_999_7, 1.234_567_890_12e31,
      1.234_567_890_12e32, 1.234_567_890_12e33, 1.234_567_890_12e-12, 1.234_567_890_12e-14,
    ]
  )
  func edges(_ value: Double) {
    #expect(DecimalText.rounded(value) == byTheLibrary(value))
    #expect(DecimalText.rounded(value) != value)
  }

  @Test(
    "Nothing, no number, and the ends of the range stay what they are",
    arguments: [0, -0.0, .infinity, -.infinity, .leastNonzeroMagnitude]
  )
  func ends(_ value: Double) {
    #expect(DecimalText.rounded(value).bitPattern == value.bitPattern)
    #expect(DecimalText.rounded(.nan).isNaN)
  }
}
