import CountyModel
import Engine
import Experiments
import Foundation
import ScenarioFiles
import Testing

@Suite("Loading a study")
struct StudyLoaderTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.writeGoodFiles()
    try folder.writePackage()
  }

  @Test("A study says what its files say")
  func wholeStudy() throws {
    let targets = """
      targets:
        - id: grassroots
          measure: visits.grassrootsShare
          name: {zh: 基层占比, en: Grassroots share}
          atLeast: 70%
          year: 2026
          plan: [LYG-01]
          kind: reach
      """
    let loaded = try StudyLoader.load(folder.study(targets: targets))
    let study = loaded.study
    #expect(study.id == "s")
    #expect(study.policies.map(\.id) == ["baseline", "package"])
    #expect(study.start.description == "2025-01-01")
    #expect(study.end.description == "2027-01-01")
    #expect(study.warmUpDays == 90)
    #expect(study.replications == 4)
    #expect(study.seed == 20_250_101)
    let target = try #require(study.targets.first)
    #expect(target.value == 0.7)
    #expect(target.sense == .atLeast)
    #expect(
      study.files.map(\.name) == ["baseline.yaml", "county.yaml", "package.yaml", "study.yaml"]
    )
    #expect(study.files.allSatisfy { $0.sha256.count == 64 })
    #expect(loaded.countyPath == folder.path("county.yaml"))
    #expect(loaded.warnings.isEmpty)
    #expect(loaded.inputHash.count == 64)
  }

  @Test("Levers are dated from the first day of the warm-up")
  func leverDays() throws {
    let package = try StudyLoader.load(folder.study()).study.policies[1]
    let penalty = try #require(package.settings.first)
    #expect(penalty.path == "finance.unreferredPenalty")
    // 90 days of warm-up, then 181 days from January to June.
    #expect(
      penalty.course == Timeline(neutral: 0, level: 20, startDay: 271, rampDays: 0, endDay: nil)
    )
    let care = package.settings[1].course
    #expect(care == Timeline(neutral: 0, level: 0.3, startDay: 455, rampDays: 90, endDay: 819))
  }

  @Test("A borrowed policy says so in both languages")
  func borrowedNote() throws {
    let note = try StudyLoader.load(folder.study()).study.policies[1].note
    let halves = note.components(separatedBy: " || ")
    #expect(halves.count == 2)
    #expect(halves[0].hasPrefix("借自") && halves[0].contains("说明"))
    #expect(halves[1].hasPrefix("Borrowed") && halves[1].hasSuffix("Words"))
  }

  @Test("Every figure of the county has its origin")
  func sources() throws {
    let study = try StudyLoader.load(folder.study()).study
    #expect(study.sources.count > CountyInputs.declarations.count / 2)
    #expect(study.sources.allSatisfy { $0.standing == .assumed && !$0.source.isEmpty })
    #expect(study.sources.contains { $0.path == "conditions[0].stay" })
  }

  @Test("The resolved scenario names no place on this machine and never changes")
  func resolved() throws {
    let path = try folder.study()
    let text = try StudyLoader.load(path).resolvedJSON(seed: 7, replications: 4)
    #expect(!text.contains(folder.url.path))
    #expect(try StudyLoader.load(path).resolvedJSON(seed: 7, replications: 4) == text)
    #expect(text.contains("\"seed\" : \"7\""))
    #expect(text.contains("\"schema\" : \"countyflow/scenario/1\""))
    #expect(text.contains("\"emergency.stay\" : \"1.0 min\""))
  }

  @Test("Solved constants are written back without touching another line")
  func writeBack() throws {
    let loaded = try StudyLoader.load(folder.study())
    var solved = loaded.study.inputs.solved
    solved.grassroots = -1.2345678901234567
    let before = try String(contentsOfFile: loaded.countyPath, encoding: .utf8)
    try SolvedConstantsFile.write(solved, into: loaded.countyPath)
    let after = try String(contentsOfFile: loaded.countyPath, encoding: .utf8)
    #expect(try StudyLoader.load(folder.study()).study.inputs.solved == solved)
    let changed = zip(before.split(separator: "\n"), after.split(separator: "\n"))
      .filter { $0 != $1 }
    #expect(changed.map(\.1) == ["  grassroots: -1.2345678901234567"])
    #expect(try folder.contents().keys.allSatisfy { !$0.hasSuffix(".tmp") })
  }

  @Test("Sections may live in files of their own")
  func includes() throws {
    let text = CountySkeleton.text(overriding: CountySkeleton.layable)
    let start = try #require(text.range(of: "solved:"))
    try folder.write(
      String(text[..<start.lowerBound]) + "include: {solved: solved.yaml, fit: solved.yaml}\n",
      to: "county.yaml"
    )
    let fit = """
      fit:
        - {id: U-07, measure: visits.grassrootsShare, unit: share, observed: 63.4%, low: 55%,
           high: 70%, part: solved, zh: 占比, en: share}
      """
    let part = "schema: countyflow/section/1\n" + text[start.lowerBound...] + fit
    try folder.write(part, to: "solved.yaml")
    let study = try StudyLoader.load(folder.study()).study
    #expect(study.fit.map(\.observed) == [0.634])
    #expect(study.files.contains { $0.name == "solved.yaml" })
    try SolvedConstantsFile.write(study.inputs.solved, into: folder.path("county.yaml"))
    #expect(try StudyLoader.load(folder.study()).study.inputs.solved == study.inputs.solved)
  }

  @Test("A policy may be made of others")
  func composition() throws {
    try folder.write(
      """
      schema: countyflow/policy/1
      id: both
      name: {zh: 合, en: Both}
      includes: [package.yaml]
      levers:
        beds.countyBeds: {to: 1.1, from: 2025-01-01}
      """,
      to: "both.yaml"
    )
    let path = try folder.study(["policies": "[baseline.yaml, both.yaml]"])
    let both = try StudyLoader.load(path).study.policies[1]
    #expect(
      both.settings.map(\.path) == [
        "finance.unreferredPenalty", "beds.careShare", "beds.countyBeds",
      ]
    )
    #expect(both.plan == ["LYG-67", "LYG-45"])
  }
}
