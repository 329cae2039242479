import Foundation

/// The made-up county of `Scenarios/tiny` over one quarter, in a folder of its own.
struct TinyScenario {
  /// The folder, taken away by `remove`.
  let folder: URL
  /// The study: baseline, the same again under another name, and a package.
  var study: String { folder.appendingPathComponent("quarter.yaml").path }

  /// Copies the county and writes the study.
  init() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("countyflow-tiny-\(UUID().uuidString)")
    try FileManager.default.copyItem(
      at: root.appendingPathComponent("Scenarios/tiny"),
      to: folder
    )
    try write(
      """
      schema: countyflow/policy/1
      id: again
      name: {zh: 再次, en: Again}
      levers: {}

      """,
      to: "policies/again.yaml"
    )
    try write(
      """
      schema: countyflow/study/1
      id: quarter
      name: {zh: 一季度, en: One quarter}
      county: county.yaml
      policies: [policies/baseline.yaml, policies/again.yaml, policies/package.yaml]
      start: 2024-04-01
      end: 2024-07-01
      warmUp: 7 d
      replications: 2
      seed: 7
      targets:
        - id: T-1
          measure: visits.grassrootsShare
          name: {zh: 基层就诊率, en: Grassroots visit share}
          atLeast: 70%
          year: 2024
          kind: reach
          plan: [T-1]

      """,
      to: "quarter.yaml"
    )
  }

  /// Takes the folder away.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }
}
