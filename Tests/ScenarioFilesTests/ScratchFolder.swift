import Foundation

/// A folder of its own for each test, removed when the test is done.
final class ScratchFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("countyflow-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Writes a file; returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file from bytes; returns its path.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: url.appendingPathComponent(name))
    return path(name)
  }

  /// Names and contents of all files.
  func contents() throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: url.path) {
      contents[name] = try? Data(contentsOf: url.appendingPathComponent(name))
    }
    return contents
  }

  /// A county, a baseline and a policy, for studies to name.
  func writeGoodFiles() throws {
    try write(CountySkeleton.text(overriding: CountySkeleton.layable), to: "county.yaml")
    try write(
      """
      schema: countyflow/policy/1
      id: baseline
      name: {zh: 现状, en: Baseline}
      """,
      to: "baseline.yaml"
    )
  }
}

extension ScratchFolder {
  /// A study over the good files; lines can be put in the place of its own.
  func study(_ changes: [String: String] = [:], targets: String = "") throws -> String {
    let lines = [
      ("schema", "countyflow/study/1"), ("id", "s"), ("name", "{zh: 研究, en: Study}"),
      ("county", "county.yaml"), ("policies", "[baseline.yaml, package.yaml]"),
      ("start", "2025-01-01"), ("end", "2027-01-01"), ("warmUp", "90 d"), ("replications", "4"),
      ("seed", "20250101"),
    ]
    let text = lines.map { "\($0.0): \(changes[$0.0] ?? $0.1)\n" }.joined()
    return try write(text + targets, to: "study.yaml")
  }

  /// A policy with two dated levers.
  func writePackage() throws {
    try write(
      """
      schema: countyflow/policy/1
      id: package
      name: {zh: 组合, en: Package}
      plan: [LYG-67, LYG-45]
      borrowed: true
      note: 说明 || Words
      from: 2025-07-01
      levers:
        finance.unreferredPenalty: 20
        beds.careShare: {to: 30%, from: 2026-01-01, ramp: 90 d, until: 2026-12-31}
      """,
      to: "package.yaml"
    )
  }
}
