import Experiments
import Foundation
import ScenarioFiles
import Testing

@Suite("Coverage, read from files")
struct CoverageLoaderTests {
  @Test("A policy counts when a study runs it, alone or in a package; one that none runs does not")
  func studied() throws {
    let folder = try ScratchFolder()
    for name in ["plans", "policies", "studies"] {
      try FileManager.default.createDirectory(
        at: folder.url.appendingPathComponent(name),
        withIntermediateDirectories: false
      )
    }
    try folder.writeGoodFiles()
    try folder.write(
      """
      schema: countyflow/plan/1
      id: plan
      name: {zh: 规划, en: Plan}
      document: a plan
      rows:
        - {row: LYG-67, scope: in, zh: 条, en: row}
        - {row: LYG-45, scope: in, zh: 条, en: row}
      """,
      to: "plans/plan.yaml"
    )
    try folder.write(
      Self.policy("part", naming: "LYG-67", "levers: {finance.unreferredPenalty: 20}"),
      to: "policies/part.yaml"
    )
    try folder.write(
      Self.policy("package", naming: "LYG-67", "includes: [part.yaml]"),
      to: "policies/package.yaml"
    )
    try folder.write(
      Self.policy("left", naming: "LYG-45", "levers: {beds.careShare: 30%}"),
      to: "policies/left.yaml"
    )
    try folder.write(
      """
      schema: countyflow/study/1
      id: s
      name: {zh: 研究, en: Study}
      county: ../county.yaml
      policies: [../baseline.yaml, ../policies/package.yaml]
      start: 2025-01-01
      end: 2026-01-01
      warmUp: 90 d
      replications: 4
      seed: 20250101
      """,
      to: "studies/s.yaml"
    )
    let lines = try CoverageLoader.load(scenarios: folder.url.path).lines
    #expect(lines.map(\.row) == ["LYG-67", "LYG-45"])
    #expect(lines[0].scenarios == ["policies/package", "policies/part"])
    #expect(lines.map(\.standing) == [.covered, .declared])
    #expect(lines.map(\.byLever) == [[], []])
  }

  private static func policy(_ id: String, naming row: String, _ content: String) -> String {
    """
    schema: countyflow/policy/1
    id: \(id)
    name: {zh: 政策, en: Policy}
    plan: [\(row)]
    from: 2025-07-01
    \(content)
    """
  }
}
