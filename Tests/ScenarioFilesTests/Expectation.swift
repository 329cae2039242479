import Foundation

/// What a bad file must lead to, as its `.expect` file says.
struct Expectation {
  /// Name of the fixture without its ending.
  let name: String
  /// Codes that must be reported, and no other; empty when the file is accepted.
  let codes: Set<String>
  /// Exit code.
  let exit: Int32
  /// Texts that must appear in the report.
  let says: [String]
  /// `line:column` of the first problem, when it matters.
  let place: String?

  /// The folder of the fixtures.
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/bad")

  /// Names of all files in the folder.
  static var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  /// All expectations, in the order of their numbers.
  static let all: [Expectation] = files.filter { $0.hasSuffix(".expect") }.compactMap { file in
    try? Expectation(reading: file)
  }

  private init(reading file: String) throws {
    name = String(file.dropLast(".expect".count))
    let url = Expectation.folder.appendingPathComponent(file)
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    let pairs = lines.map { line in
      let parts = line.split(separator: ":", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      return (key: parts[0], value: parts.count > 1 ? parts[1] : "")
    }
    func values(_ key: String) -> [String] { pairs.filter { $0.key == key }.map(\.value) }
    codes = Set(values("code")).subtracting(["OK"])
    exit = values("exit").first.flatMap { Int32($0) } ?? 3
    says = values("says")
    place = values("at").first
  }
}
