import Experiments
import Foundation
import Testing

@testable import ResultStore

@Suite("Plain tables of a results file")
struct TableTextTests {
  @Test("Written out, read back and written out again: the same store and the same bytes")
  func identity() throws {
    let path = try StoreSample.filled()
    defer { StoreSample.remove(path) }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let store = try ResultStore.open(readingFrom: path)
    try store.exportCSV(to: folder + "/one")
    try store.close()
    try ResultStore.importCSV(from: folder + "/one", to: folder + "/again.sqlite")
    #expect(try StoreSample.hash(folder + "/again.sqlite") == StoreSample.hash(path))
    let again = try ResultStore.open(readingFrom: folder + "/again.sqlite")
    try again.exportCSV(to: folder + "/two")
    try again.close()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/one") {
      let files = ["one", "two"].map {
        FileManager.default.contents(atPath: "\(folder)/\($0)/\(name)")
      }
      #expect(files[0] == files[1], "\(name)")
      #expect(files[0]?.prefix(3) == Data([0xEF, 0xBB, 0xBF]), "\(name)")
    }
    let policies = try String(contentsOfFile: folder + "/one/policies.csv", encoding: .utf8)
    // A spreadsheet would run these as formulas.
    #expect(policies.contains("'@package") && policies.contains("''+"))
    // Nothing is written over.
    #expect(
      problem { try ResultStore.importCSV(from: folder + "/one", to: path) }?.code == "E305"
    )
  }

  @Test("Any text, empty or hostile, comes back as it was")
  func texts() throws {
    let texts = [
      "", "'", "''=", "=1+1", "+", "-2", "@x", "\t", "a\"b", "a,b", "a\r\nb", "\n", "'=x", "中文",
      "\u{FEFF}x", "e\u{301}", " padded ", "NULL", "0123",
    ]
    let table = StoreSchema.files
    let rows = texts.map { [Cell.text($0), Cell.text("00")] }
    let written = TableText.head(of: table) + rows.map(TableText.line).joined()
    let read = try TableText.rows(of: table, in: written)
    // Scalar by scalar: to compare texts would call two spellings of one letter equal.
    let scalars = try read.map { row in try row[0].text().unicodeScalars.map(\.value) }
    #expect(scalars == texts.map { $0.unicodeScalars.map(\.value) })
  }

  @Test(
    "What cannot be read is told with its line",
    arguments: [
      ("name\r\n", 1), ("name,sha256\r\na\r\n", 2), ("name,sha256\r\na,b\r\n,c\r\n", 3),
      ("name,sha256\r\n\"a,b\r\n", 3), ("name,sha256\r\n\"a\"x,b\r\n", 2),
    ]
  )
  func mistakes(text: String, line: Int) {
    do throws(TextProblem) {
      _ = try TableText.rows(of: StoreSchema.files, in: text)
      Issue.record("read without complaint")
    } catch {
      #expect(error.line == line)
    }
  }
}
