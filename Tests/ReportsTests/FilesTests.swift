import Experiments
import Testing

@testable import Reports

@Suite("CSV files and terminal tables")
struct FilesTests {
  @Test("Commas, quotes and line breaks are quoted; formulas are defused")
  func quoting() {
    var csv = CSVText(columns: ["a", "b"])
    csv.add([.word("x,\"y\"\nz"), .word("=1+1")])
    csv.add([.decimal(-0.5), .decimal(nil)])
    #expect(csv.text == "\u{FEFF}a,b\r\n\"x,\"\"y\"\"\nz\",'=1+1\r\n-0.5,\r\n")
  }

  @Test("Every line of the readings has every column")
  func readings() throws {
    let lines = ReadingsCSV.render(CountySample.table()).split(separator: "\r\n")
    // 3 policies, 2 replications, 4 measures, 2 years and 8 quarters, one head.
    #expect(lines.count == 3 * 2 * 4 * 10 + 1)
    #expect(lines.allSatisfy { $0.count(where: { $0 == "," }) == 7 })
  }

  @Test("Every policy and target has a line among the verdicts")
  func verdicts() {
    let lines = VerdictsCSV.render(CountySample.table()).split(separator: "\r\n")
    #expect(lines.count == 3 * 2 + 1)
  }

  @Test("Chinese characters take two columns in a terminal table")
  func alignment() {
    var table = TextTable([("方案", .left), ("n", .right)])
    table.add(["现状", "1"])
    table.add(["abcdef", "10"])
    #expect(table.text == "方案     n\n------  --\n现状     1\nabcdef  10\n")
  }

  @Test("The terminal shows each target with every policy")
  func terminal() {
    let table = CountySample.table()
    let text = VerdictText.render(table, in: .zh)
    for policy in table.policies { #expect(text.contains(policy.zh)) }
    for target in table.targets { #expect(text.contains(target.zh)) }
    let differences = DifferenceText.render(table, in: .en)
    #expect(differences.contains("Stations"))
    #expect(differences.contains("0.00 ±"))
  }

  @Test("One run has verdicts in doubt, and no word of intervals that there are not")
  func oneRun() {
    let table = CountySample.table(replications: 1)
    let verdicts = VerdictText.render(table, in: .en)
    #expect(verdicts.contains("? one run, no interval"))
    #expect(verdicts.contains(" ?✓") || verdicts.contains(" ?✗"))
    #expect(!verdicts.contains(" ✓\n") && !verdicts.contains("Holm"))
    let differences = DifferenceText.render(table, in: .en)
    #expect(differences.contains("no interval from one run"))
    #expect(!differences.contains("95 %") && !differences.contains("Holm"))
  }

  @Test("A long title is broken into two lines at a word or a Chinese character")
  func wrapping() {
    #expect(DisplayWidth.wrapped("未经转诊报销下降", width: 8, lines: 2) == "未经转诊\n报销下降")
    #expect(DisplayWidth.wrapped("one two three four", width: 8, lines: 2) == "one two\nthree…")
  }
}
