import Foundation
import Testing

/// The sources of the model, read as text.
@Suite("The house rules of the model")
struct ArchitectureTests {
  private struct Source {
    /// Folder below the module; empty for the files at its top.
    let folder: String
    let name: String
    /// The text without comments and strings.
    let code: String
  }

  private static let departments = [
    "Population", "FirstContact", "Clinics", "Referral", "Beds", "Emergency", "Ambulance",
    "Workforce", "FamilyDoctor", "Finance", "ChronicCare", "Diagnostics", "Community",
  ]

  private static let sources = Result { try read() }

  @Test("Departments are strangers: none names a type that another one declares")
  func strangers() throws {
    let sources = try Self.sources.get()
    for department in Self.departments {
      let own = sources.filter { $0.folder == department }
      #expect(!own.isEmpty, "the folder \(department) is not there")
      let types = own.flatMap {
        matches(of: #/\b(?:struct|enum|class|actor|protocol)\s+(\w+)/#, in: $0.code)
      }
      let top = Set(types).subtracting(Self.nested)
      for other in sources
      where Self.departments.contains(other.folder) && other.folder != department {
        let words = Set(matches(of: #/\b([A-Z]\w+)/#, in: other.code))
        #expect(
          words.isDisjoint(with: top),
          "\(other.folder)/\(other.name) names \(words.intersection(top))"
        )
      }
    }
  }

  /// Types inside a department that others may call their own by the same name.
  private static let nested: Set = [
    "Event", "Reason", "Hours", "Doors", "Phase", "Shift", "Source",
  ]

  @Test("The model knows no files: Foundation and Dispatch stay out")
  func noFoundation() throws {
    for source in try Self.sources.get() {
      #expect(!source.code.contains("import Foundation"), "\(source.name)")
      #expect(!source.code.contains("import Dispatch"), "\(source.name)")
    }
  }

  @Test("No two counts share a row, and each belongs to the department that declares it")
  func counts() throws {
    var seen: [String: String] = [:]
    for source in try Self.sources.get() {
      for match in source.code.matches(of: #/Count\(\.(\w+), (\d+)\)/#) {
        let row = "\(match.1) \(match.2)"
        #expect(seen[row] == nil, "\(row) is in \(source.name) and in \(seen[row] ?? "")")
        seen[row] = source.name
        #expect((Int(match.2) ?? 32) < 32, "\(row) is past the block of its department")
        let folder = match.1.prefix(1).uppercased() + match.1.dropFirst()
        #expect(source.folder == folder, "\(row) is declared in \(source.folder)")
      }
    }
    #expect(seen.count > 50)
  }

  private func matches(
    of pattern: Regex<(Substring, Substring)>,
    in code: String
  ) -> [String] {
    code.matches(of: pattern).map { String($0.1) }
  }

  private static func read() throws -> [Source] {
    let root = TinyCounty.package.appendingPathComponent("Sources/CountyModel")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      let parts = path.split(separator: "/").map(String.init)
      return Source(
        folder: parts.count > 1 ? parts[0] : "",
        name: parts.last ?? "",
        code: stripped(text)
      )
    }
  }

  /// Code without line comments and without the contents of strings.
  private static func stripped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let code = line.replacing(#/"(?:[^"\\]|\\.)*"/#, with: "\"\"")
      return code.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)
        .first.map(String.init) ?? ""
    }
    .joined(separator: "\n")
  }
}
