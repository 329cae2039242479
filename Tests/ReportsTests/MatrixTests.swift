import Experiments
import Foundation
import Testing

@testable import Reports

/// Several studies side by side.
@Suite("The matrix of several studies")
struct MatrixTests {
  private static let rows = [
    MatrixRow(measure: "visits.grassrootsShare", zh: "基层就诊率", en: "Grassroots share"),
    MatrixRow(measure: "no.such", zh: "无此指标", en: "Nothing measured"),
  ]
  private static let series = StudySeries(
    id: "both",
    zh: "两地",
    en: "Two places",
    note: "合成 || Synthetic",
    rows: rows
  )

  private func matrix(title: String = "一揽子政策", replications: Int = 2) -> MatrixTable {
    let table = CountySample.table(title: title, replications: replications)
    return MatrixTable(of: Self.series, outcomes: [table, table])
  }

  @Test("A cell holds each policy, its paired difference and the verdicts on its measure")
  func cells() throws {
    let table = CountySample.table()
    let cell = try #require(matrix().cells.first?.first)
    let targets = table.targets.filter { $0.measure == "visits.grassrootsShare" }
    let year = try #require(targets.map(\.year).max())
    #expect(cell.year == year && cell.targets == targets)
    for policy in table.policies.indices {
      let value = table.estimate(of: "visits.grassrootsShare", policy: policy, year: year)
      #expect(cell.values[policy] == value)
      #expect(cell.verdicts(onPolicy: policy).count == targets.count)
    }
    #expect(cell.differences[0] == nil)
    #expect(cell.differences[1] == table.difference(of: targets[0].measure, policy: 1, year: year))
  }

  @Test("A measure that nobody has is empty everywhere and breaks nothing")
  func empty() {
    let matrix = matrix()
    #expect(matrix.cells[1].allSatisfy { $0.values.allSatisfy { $0 == nil } })
    #expect(MatrixText.render(matrix, .en).contains("Nothing measured"))
  }

  @Test("Studies of other years stand side by side, each with its own year and its own difference")
  func otherYears() throws {
    let table = CountySample.table()
    let text = try CanonicalJSON.text(of: table)
      .replacing("2027", with: "2037").replacing("2026", with: "2036")
    let later = try CanonicalJSON.decode(OutcomeTable.self, from: Data(text.utf8))
    let matrix = MatrixTable(of: Self.series, outcomes: [table, later])
    let years = try matrix.cells[0].map { try #require($0.year) }
    #expect(years[1] == years[0] + 10)
    #expect(matrix.cells[0][0].differences == matrix.cells[0][1].differences)
    let (page, csv) = (MatrixPage.render(matrix), MatrixCSV.render(matrix))
    for form in [page, csv, MatrixText.render(matrix, .en)] {
      #expect(years.allSatisfy { form.contains(String($0)) })
    }
  }

  @Test("The matrix read back from JSON draws the same page")
  func readBack() throws {
    let matrix = matrix()
    let text = try CanonicalJSON.text(of: matrix)
    let read = try CanonicalJSON.decode(MatrixTable.self, from: Data(text.utf8))
    #expect(MatrixPage.render(read) == MatrixPage.render(matrix))
    #expect(text.contains("\"schema\":\"countyflow/matrix/1\""))
  }

  @Test("The page tells both languages, links each report and runs no script")
  func page() {
    let page = MatrixPage.render(matrix())
    for words in ["两地", "Two places", "基层就诊率", "Grassroots share", "href=\"tiny/report.html\""] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(!page.contains("<script"))
    #expect(page.contains("default-src &#39;none&#39;"))
  }

  @Test("Texts from files cannot break out of the page")
  func hostile() {
    let page = MatrixPage.render(matrix(title: CountySample.hostile))
    #expect(!page.contains("<b>{{7*7}}"))
    #expect(!page.contains("</script>"))
  }

  @Test("Intervals stand in every form; one run has none")
  func intervals() {
    let language = Language.en
    #expect(MatrixText.render(matrix(), language).contains("±"))
    let oneRun = MatrixText.render(matrix(replications: 1), language)
    #expect(!oneRun.contains("±0"))
    #expect(oneRun.contains(" ?✓") || oneRun.contains(" ?✗"))
    #expect(MatrixPage.render(matrix(replications: 1)).contains("one run, no interval"))
    #expect(!MatrixPage.render(matrix()).contains("one run, no interval"))
  }

  @Test("The CSV has a line for each indicator, place, policy and target")
  func lines() {
    let table = CountySample.table()
    let promised = table.targets.count { $0.measure == "visits.grassrootsShare" }
    let lines = MatrixCSV.render(matrix()).split(separator: "\r\n")
    let perPlace = table.policies.count * (max(promised, 1) + 1)
    #expect(lines.count == 1 + 2 * perPlace)
    #expect(lines.allSatisfy { $0.count(where: { $0 == "," }) == 22 })
  }
}
