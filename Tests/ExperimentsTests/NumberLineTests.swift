import Testing

@testable import Experiments

@Suite("Numbers in one text")
struct NumberLineTests {
  @Test("What is written is read back, gaps and ends of the range included")
  func roundTrip() {
    let wholes: [Int64?] = [0, nil, -1, .max, .min, nil, 1_234_567]
    #expect(NumberLine.wholes(in: NumberLine.text(of: wholes) { String($0) }) == wholes)
    let decimals: [Double?] = [0.1, nil, -1e-7, 1e300, 63.4]
    #expect(NumberLine.decimals(in: NumberLine.text(of: decimals, JSONLine.text)) == decimals)
    #expect(NumberLine.wholes(in: "") == [])
    #expect(NumberLine.wholes(in: "-") == [nil] && NumberLine.decimals(in: "-") == [nil])
  }

  @Test(
    "Anything else is no line of whole numbers",
    arguments: [
      "1 x", "--1", "1.5", "9223372036854775808", "-9223372036854775809", "1\u{FF11}", "+", "1,2",
      "0x1", "99999999999999999999",
    ]
  )
  func refused(_ text: String) {
    #expect(NumberLine.wholes(in: text) == nil)
  }

  @Test("Anything else is no line of decimals", arguments: ["1 x", "1.2.3", "１", "1,2"])
  func refusedDecimals(_ text: String) {
    #expect(NumberLine.decimals(in: text) == nil)
  }
}
