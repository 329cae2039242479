import CountyModel
import Testing

@testable import ScenarioFiles

@Suite("Values as files write them")
struct ScalarTests {
  private func value(_ text: String, _ unit: FigureUnit) -> Double? {
    try? QuantityGrammar.value(Scalar(text: text, style: .plain), in: unit)
  }

  @Test("A value is held in the unit of the model")
  func units() {
    #expect(value("63.4%", .share) == 0.634)
    #expect(value("0.634", .share) == 0.634)
    #expect(value("12 %", .share) == 0.12)
    #expect(value("230 yuan", .yuan) == 230)
    #expect(value("230", .yuan) == 230)
    #expect(value("45 km", .kilometres) == 45)
    #expect(value("1500 km2", .squareKilometres) == 1500)
    #expect(value("35 km/h", .kilometresPerHour) == 35)
    #expect(value("-0.5", .number) == -0.5)
    #expect(value("1.5e-3", .number) == 0.0015)
    #expect(value("12", .count) == 12)
    #expect(value("20", .points) == 20)
  }

  @Test("A duration needs its unit, and keeps its value to the last bit")
  func durations() {
    #expect(value("6 min", .minutes) == 6)
    #expect(value("6min", .minutes) == 6)
    #expect(value("2 h", .minutes) == 120)
    #expect(value("1h 30min", .minutes) == 90)
    #expect(value("1 小时 30 分钟", .minutes) == 90 && value("2 天", .days) == 2)
    #expect(value("07:30", .minutes) == 450)
    #expect(value("24:00", .minutes) == 1440)
    #expect(value("8.8 d", .days) == 8.8)
    #expect(value("26 wk", .days) == 182)
    #expect(value("12 h", .days) == 0.5)
    #expect(value("6", .minutes) == nil)
    #expect(value("60", .days) == nil)
    #expect(value("07:30", .days) == nil)
    #expect(value("24:01", .minutes) == nil)
    #expect(value("23:59:60", .minutes) == nil)
  }

  @Test(
    "Nothing else is a number",
    arguments: [
      "", "+1", ".5", "5.", "1e", "0x1F", "1_0", "1,0", "１", "1 0", "--1", "1-", "e5", "-", "1..2",
      "0b1",
    ]
  )
  func notNumbers(_ text: String) {
    #expect(value(text, .number) == nil)
  }

  @Test("Slips of the finger are counted as one each")
  func slips() {
    #expect(EditDistance.between("beds", "beds") == 0)
    #expect(EditDistance.between("beds", "bdes") == 1)
    #expect(EditDistance.between("beds", "bed") == 1)
    #expect(EditDistance.between("beds", "bedss") == 1)
    #expect(EditDistance.between("facilties", "facilities") == 1)
    #expect(EditDistance.between("", "abc") == 3)
  }

  @Test("The first byte that is not UTF-8 is found")
  func badBytes() {
    #expect(TextEncoding.firstBadByte(in: Array("赣榆 é 💉 \u{10FFFF}".utf8)) == nil)
    #expect(TextEncoding.firstBadByte(in: [0x61, 0xE8, 0xB5]) == 1)
    #expect(TextEncoding.firstBadByte(in: [0x61, 0xF8]) == 1)
    #expect(TextEncoding.firstBadByte(in: [0xE0, 0x80, 0x80]) == 0)
  }

  @Test("Paths are told without detours")
  func paths() {
    #expect(Library.join("studies/a.yaml", "../counties/b.yaml") == "counties/b.yaml")
    #expect(Library.join("a.yaml", "../b.yaml") == "../b.yaml")
    #expect(Library.join("../../x/a.yaml", "../b.yaml") == "../../b.yaml")
    #expect(Library.join("/s/a.yaml", "./b.yaml") == "/s/b.yaml")
    #expect(Library.logicalName(of: "/home/x/Scenarios/studies/a.yaml") == "studies/a.yaml")
  }
}
