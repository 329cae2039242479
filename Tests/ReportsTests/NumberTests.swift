import Experiments
import Foundation
import Testing

@testable import Reports

@Suite("Numbers")
struct NumberTests {
  @Test("The page keeps behind each number the text that CSV and JSON carry")
  func sameText() throws {
    let table = CountySample.table()
    let page = DrawnPage(table)
    let verdicts = VerdictsCSV.render(table).split(separator: ",")
    for verdict in table.verdicts() {
      for number in [verdict.value?.mean, verdict.value?.halfWidth, verdict.gap].compactMap({ $0 })
      {
        let text = DecimalText.text(of: number)
        #expect(page.holds("<data value=\"\(text)\">"))
        #expect(Set(verdicts).contains(Substring(text)))
      }
    }
    let json = try CanonicalJSON.text(of: table)
    let readings = ReadingsCSV.render(table)
    for value in table.annual.joined().joined().joined().compactMap({ $0 }) {
      let text = DecimalText.text(of: value)
      let stands = json.contains(text) && readings.contains(",\(text)\r\n")
      #expect(stands, "\(text)")
    }
  }

  @Test(
    "A small share in per cent keeps its digits",
    arguments: [(0.02, "2%"), (0.015, "1.5%"), (0.000_01, "0.001%"), (0.000_001, "0.0001%")]
  )
  func smallShares(_ share: Double, _ text: String) {
    #expect(Rounding.percent(share) == text)
    #expect(Rounding.percent(1e-12) != "0%")
  }

  @Test("Shares are per cent, differences of shares are points")
  func shares() {
    #expect(UnitText.share.level(0.63412, .zh) == "63.41%")
    #expect(UnitText.share.change(0.0123, .zh) == "+1.23 个百分点")
    #expect(UnitText.share.change(-0.0123, .en) == "−1.23 points")
    #expect(UnitText.share.change(0.000001, .en) == "0.00 points")
    #expect(UnitText.share.distance(0.0685, .zh) == "6.85 个百分点")
    #expect(UnitText.share.distance(0.0685, .en) == "6.85 points")
    #expect(UnitText.minutes.distance(1.4, .zh) == "1.4 分钟")
    #expect(UnitText.share.spread(0.00001, beside: 0.6, .zh) == "±<0.01")
    #expect(UnitText.share.written(0.45, .zh) == "45%")
    #expect(UnitText.days.written(1, .en) == "1 day" && UnitText.days.written(1, .zh) == "1 天")
    #expect(UnitText.days.written(30, .en) == "30 days")
    #expect(UnitText.days.level(1, .en) == "1.00 days")
  }

  @Test("Large numbers stand in 万 and 亿, and their spread in the same scale")
  func myriads() {
    #expect(UnitText.perYear.level(7_237_900, .zh) == "723.79 万/年")
    #expect(UnitText.perYear.spread(1_256, beside: 7_237_900, .zh) == "±0.13")
    #expect(UnitText.perYear.level(7_237_900, .en) == "7,237,900/year")
    #expect(UnitText.yuan.level(240_000_000, .zh) == "2.40 亿元")
    #expect(UnitText.yuan.level(240_000_000, .en) == "CNY 240.00 million")
    #expect(UnitText.yuan.level(912.34, .zh) == "912.3 元")
  }

  @Test("A number that rounds to nothing has no sign")
  func zero() {
    #expect(Rounding.fixed(-0.0001, decimals: 2) == "0.00")
    #expect(Rounding.fixed(-1234567.891, decimals: 1) == "−1,234,567.9")
  }
}
