import Experiments
import Foundation
import Testing

@testable import Reports

/// A page, taken apart; its text stays out of the messages of failed tests.
struct DrawnPage: CustomTestStringConvertible {
  let text: String
  var testDescription: String { "the page" }

  init(_ table: OutcomeTable) { text = ReportPage.render(table) }

  init(text: String) { self.text = text }

  private init(part: some StringProtocol) { text = String(part) }

  func holds(_ words: String) -> Bool { text.contains(words) }

  /// The half of the page in one language.
  func edition(_ language: Language) throws -> DrawnPage {
    try part(from: "<main class=\"edition only-\(language.rawValue)\"", to: "</main>")
  }

  /// What the script of the page reads.
  func charts() throws -> DrawnPage {
    try part(from: "<script type=\"application/json\" id=\"charts\">", to: "</script>")
  }

  /// The page without its scripts.
  func markup() throws -> DrawnPage {
    let start = try #require(text.range(of: "<script type=\"application/json\""))
    return DrawnPage(part: text[..<start.lowerBound])
  }

  private func part(from opening: String, to closing: String) throws -> DrawnPage {
    let start = try #require(text.range(of: opening)).upperBound
    let end = try #require(text[start...].range(of: closing)).lowerBound
    return DrawnPage(part: text[start..<end])
  }
}
