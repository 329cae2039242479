import Foundation
import Testing

@testable import Reports

@Suite("Texts from files are shown, never run")
struct PageSafetyTests {
  private let page = DrawnPage(CountySample.table(title: CountySample.hostile))

  @Test("Markup in a name arrives as text")
  func markup() throws {
    #expect(page.holds("&lt;/script&gt;&lt;b&gt;{{7*7}}"))
    #expect(!page.holds("</script><b>"))
  }

  @Test("A quotation mark under a combining mark cannot end an attribute")
  func combiningMarks() throws {
    let scalars = try page.markup().text.unicodeScalars
    let marks = scalars.indices.filter { scalars[$0] == "\u{301}" }
    #expect(!marks.isEmpty)
    for place in marks { #expect(scalars[scalars.index(before: place)] == ";") }
  }

  @Test("Only the page's own scripts stand in it, and the policy names them by hash")
  func scripts() throws {
    // The data, the bundle and the page's own script.
    let count = page.text.components(separatedBy: "<script").count - 1
    #expect(count == 3)
    let markup = try page.markup()
    let policy = try #require(markup.text.firstMatch(of: /Policy" content="([^"]+)"/)).1
    #expect(policy.components(separatedBy: "sha256-").count == 4)
    #expect(!policy.contains("unsafe"))
    #expect(markup.holds("default-src &#39;none&#39;"))
    #expect(!markup.holds(" src=") && !markup.holds(" style="))
  }

  @Test("The data of the charts parse and carry no markup")
  func chartData() throws {
    let charts = try page.charts()
    #expect(!charts.holds("<") && !charts.holds(">"))
    let data = try JSONSerialization.jsonObject(with: Data(charts.text.utf8)) as? [String: Any]
    let names = try #require(data?["charts"] as? [String: Any]).keys
    for name in ["map", "difference.0", "trajectory.0", "group.money"] {
      #expect(names.contains(name + ".zh") && names.contains(name + ".en"))
    }
  }

  @Test("A name of ten kilobytes is cut at 200 scalars, combining marks counted")
  func longNames() {
    let zalgo = "a" + String(repeating: "\u{301}", count: 10_000)
    #expect(PlainText.shown(zalgo).unicodeScalars.count == 201)
    let page = DrawnPage(CountySample.table(title: zalgo))
    let longest = page.text.unicodeScalars.split { $0 != "\u{301}" }.map(\.count).max() ?? 0
    #expect(longest < 200)
  }

  @Test("Control characters and marks of direction do not reach page or terminal")
  func controls() {
    #expect(PlainText.shown("a\u{1B}[31m\u{202E}b\nc") == "a [31m b c")
  }
}
