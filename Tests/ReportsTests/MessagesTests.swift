import Foundation
import Testing

@testable import Reports

@Suite("The catalogue of messages")
struct MessagesTests {
  private static let templates: [WebAsset] = [
    .page, .head, .findings, .figures, .grounds, .sources, .definitions, .manifest, .circleHead,
    .circleRow, .matrix, .sweep,
  ]

  @Test("Every message has both languages, but for definitions that the model words in English")
  func complete() {
    for entry in Messages.shared.entries {
      #expect(!entry.zh.isEmpty, "\(entry.key)")
      #expect(!entry.en.isEmpty || entry.key.hasPrefix("means."), "\(entry.key)")
    }
  }

  @Test("Both languages use the same values")
  func values() {
    let mark = /\{(\d)\}/
    for entry in Messages.shared.entries where !entry.en.isEmpty {
      let zh = Set(entry.zh.matches(of: mark).map(\.1))
      let en = Set(entry.en.matches(of: mark).map(\.1))
      #expect(zh == en, "\(entry.key)")
    }
  }

  @Test("Every message a template asks for exists, and every page message is asked for")
  func templates() {
    let text = Self.templates.map(\.text).joined()
    let asked = Set(text.matches(of: /\{\{[#^]?t\.([A-Za-z]+)\}\}/).map { "page.\($0.1)" })
    for key in asked { #expect(Messages.shared.has(key), "\(key)") }
    for entry in Messages.shared.entries where entry.key.hasPrefix("page.") {
      #expect(asked.contains(entry.key), "\(entry.key)")
    }
  }

  @Test("Every template escapes scalar by scalar")
  func escaping() {
    for asset in Self.templates {
      #expect(asset.text.hasPrefix("{{% CONTENT_TYPE:SCALARS}}"))
    }
  }

  @Test("A noun goes with its number, and every noun that is marked has both forms")
  func nouns() {
    let messages = Messages(
      parsing: "a | {0} 天 | {0} {0:day/days}, {1} {1:policy/policies} {0:is/are}"
    )
    #expect(messages.text("a", .en, ["1", "12"]) == "1 day, 12 policies is")
    #expect(messages.text("a", .en, ["0", "1"]) == "0 days, 1 policy are")
    #expect(messages.text("a", .zh, ["1", "1"]) == "1 天")
    for entry in Messages.shared.entries {
      #expect(!entry.zh.contains(/\{\d:/), "\(entry.key): Chinese nouns have no plural")
      let wrong = entry.en.matches(of: /\{\d:[^}]*\}/).filter {
        $0.output.wholeMatch(of: /\{\d:[a-z ]+\/[a-z ]+\}/) == nil
      }
      #expect(wrong.isEmpty, "\(entry.key)")
    }
  }

  @Test("One run, one policy and one day are told in the singular")
  func one() {
    let effort = Messages.shared.text("head.effort", .en, ["1", "1", "1"])
    #expect(effort == "1 policy, 1 replication each, warm-up 1 day")
    let many = Messages.shared.text("head.effort", .en, ["2", "3", "365"])
    #expect(many == "2 policies, 3 replications each, warm-up 365 days")
    let missing = Messages.shared.text("sweep.missing", .en, ["1", "12"])
    #expect(missing.contains("1 of 12 tasks is done"))
  }

  @Test("A value that looks like a mark stays a value")
  func marksInValues() {
    let messages = Messages(parsing: "a | {0} und {1} | {1} and {0}")
    #expect(messages.text("a", .zh, ["{1}", "x"]) == "{1} und x")
    #expect(messages.text("a", .en, ["{1}", "x"]) == "x and {1}")
  }

  @Test("No message of the program stands unused")
  func program() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Reports")
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    )
    var text = ""
    for case let file as URL in files where file.pathExtension == "swift" {
      text += try String(contentsOf: file, encoding: .utf8)
    }
    let words = /"([a-z]+\.[A-Za-z.]+)"/
    let fixed = Set(text.matches(of: words).map { String($0.1) })
    let families = Set(text.matches(of: /"([a-z]+\.)\\\(/).map { String($0.1) })
    for entry in Messages.shared.entries where !entry.key.hasPrefix("page.") {
      let isUsed = fixed.contains(entry.key) || families.contains { entry.key.hasPrefix($0) }
      #expect(isUsed, "\(entry.key)")
    }
  }
}
