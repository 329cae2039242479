import Foundation
import ScenarioFiles
import Testing

@Suite("Hostile inputs by the hundred")
struct HostileInputTests {
  private static let policy = """
    schema: countyflow/policy/1
    id: package
    name: {zh: 组合, en: Package}
    plan: [LYG-67, LYG-45]
    borrowed: true
    note: "some words"
    levers:
      finance.unreferredPenalty: {to: 20, from: 2025-07-01}
      beds.careShare:
        to: 30%
        from: 2026-01-01
        ramp: 90 d

    """

  @Test("Deleting any line of the county file leads to a report, never to a crash")
  func deletedLines() throws {
    let folder = try ScratchFolder()
    let lines = CountySkeleton.text().split(separator: "\n")
    for place in stride(from: 1, to: lines.count, by: 7) {
      var fewer = lines
      let deleted = fewer.remove(at: place)
      let path = try folder.write(fewer.joined(separator: "\n") + "\n", to: "county.yaml")
      let report = FileValidator.validate([path])
      #expect(report.exitCode() == 3, "without \(deleted)")
    }
  }

  @Test("Any scalar in any place leads to exit 0, 3 or 6")
  func hostileScalars() throws {
    let folder = try ScratchFolder()
    let hostile = [
      "null", "true", "-1", "0", "1e308", ".nan", "\"\"", String(repeating: "x", count: 10_000),
      "[]", "{}", "9223372036854775808", "08:30", "no", "[1, [2]]", "{a: b}", "~", "'", "-", "%",
      "@",
      "2024-02-30", "1h30", "💉", "：", "&a", "*a", "!!int 1", "|", "12 min",
    ]
    let lines = Self.policy.split(separator: "\n")
    for place in lines.indices {
      guard let colon = lines[place].firstIndex(of: ":") else { continue }
      for scalar in hostile {
        var changed = lines.map(String.init)
        changed[place] = lines[place][...colon] + " " + scalar
        let path = try folder.write(changed.joined(separator: "\n") + "\n", to: "p.yaml")
        let report = FileValidator.validate([path])
        #expect([0, 3, 6].contains(report.exitCode()), "\(changed[place])\n\(report.text)")
      }
    }
  }

  @Test("A misspelt key is told by its right name")
  func misspeltKeys() throws {
    let folder = try ScratchFolder()
    let keys = ["includes", "borrowed", "levers", "plan", "name", "note", "from"]
    var told = 0
    var tried = 0
    for key in keys {
      for wrong in misspellings(of: key) where !keys.contains(wrong) && wrong != "id" {
        let path = try folder.write(Self.policy + "\(wrong): x\n", to: "p.yaml")
        let report = FileValidator.validate([path])
        tried += 1
        if report.text.contains("did you mean `\(key)`") { told += 1 }
      }
    }
    #expect(Double(told) >= 0.95 * Double(tried), "\(told) of \(tried)")
  }

  private func misspellings(of key: String) -> [String] {
    let letters = Array(key)
    return letters.indices.flatMap { place -> [String] in
      var without = letters
      without.remove(at: place)
      var replaced = letters
      replaced[place] = "x"
      var longer = letters
      longer.insert("q", at: place)
      var swapped = letters
      if place > 0 { swapped.swapAt(place, place - 1) }
      return [without, replaced, longer, swapped].map { String($0) }.filter { $0 != key }
    }
  }

  @Test("A file cut at any byte leads to a report, never to a crash")
  func cutFiles() throws {
    let folder = try ScratchFolder()
    let bytes = Array(Self.policy.utf8)
    for length in 0..<bytes.count {
      let path = try folder.write(Array(bytes[..<length]), to: "p.yaml")
      let report = FileValidator.validate([path])
      #expect([0, 3].contains(report.exitCode()), "cut at \(length)")
    }
  }

  @Test("A flipped bit leads to a report, never to a crash")
  func flippedBits() throws {
    let folder = try ScratchFolder()
    let bytes = Array(Self.policy.utf8)
    for place in bytes.indices {
      var flipped = bytes
      flipped[place] ^= 1 << (place % 8)
      let path = try folder.write(flipped, to: "p.yaml")
      #expect([0, 3, 4, 6].contains(FileValidator.validate([path]).exitCode()))
    }
  }

  @Test("The order of keys has no meaning")
  func shuffledKeys() throws {
    let folder = try ScratchFolder()
    let parts = [
      "schema: countyflow/policy/1\n", "id: p\n", "name: {en: Name, zh: 名}\n", "note: x\n",
    ]
    for turn in parts.indices {
      let turned = parts[turn...] + parts[..<turn]
      let path = try folder.write(turned.joined(), to: "p.yaml")
      #expect(FileValidator.validate([path]).all.isEmpty)
    }
  }
}
