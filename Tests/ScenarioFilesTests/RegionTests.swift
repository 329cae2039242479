import Experiments
import Foundation
import Geography
import ScenarioFiles
import Testing

@testable import CountyModel

/// Regions of several counties, and counties that are like another.
@Suite("Regions")
struct RegionTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    let tiny = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Scenarios/tiny")
    for name in try FileManager.default.contentsOfDirectory(atPath: tiny.path) {
      try FileManager.default.copyItem(
        at: tiny.appendingPathComponent(name),
        to: folder.url.appendingPathComponent(name)
      )
    }
  }

  private func exchange(_ old: String, for new: String, in name: String) throws {
    let text = try String(contentsOfFile: folder.path(name), encoding: .utf8)
    try #require(text.contains(old))
    try folder.write(text.replacingOccurrences(of: old, with: new), to: name)
  }

  private func problems() -> [String] {
    do {
      _ = try StudyLoader.load(folder.path("two-counties.yaml"))
      return []
    } catch {
      return error.errors.map {
        "\($0.code.rawValue) \($0.message)"
      }
    }
  }

  @Test("A region has its counties, where they lie and who else comes")
  func region() throws {
    let study = try StudyLoader.load(folder.path("two-counties.yaml")).study
    let region = try #require(study.region)
    #expect(region.counties.map(\.en) == ["Tiny", "Neighbour"])
    #expect(region.counties[1].place.x == 24 && region.counties[1].place.y == 3)
    #expect(region.outside?.visits == 30)
    // 55 % of 93 beds, 7.8 days each.
    let admissions = try #require(region.outside?.admissions)
    #expect(abs(admissions - 93 * 0.55 / 7.8) < 1e-12)
  }

  @Test(
    "A county like another reads there what it does not say, and no fact of the other is its own"
  )
  func like() throws {
    let study = try StudyLoader.load(folder.path("two-counties.yaml")).study
    let figures = study.sources.filter { $0.source.contains("as in ") }
    #expect(figures.allSatisfy { $0.standing == .assumed })
    let neighbour = try #require(study.region?.counties[1])
    #expect(neighbour.inputs.facts.residents == 20_000)
    #expect(neighbour.map.settlements.count == study.map.settlements.count)
  }

  private func chronicCare(ofCounty place: Int) throws -> ChronicCareInputs {
    let study = try StudyLoader.load(folder.path("two-counties.yaml")).study
    let county = try #require(study.region?.counties[place])
    return county.inputs.chronicCare
  }

  @Test("Words are taken over from the county that another is like, as numbers are")
  func words() throws {
    let (tiny, neighbour) = (try chronicCare(ofCounty: 0), try chronicCare(ofCounty: 1))
    for care in [tiny, neighbour] {
      #expect(care.refillCondition == "chronicRefill")
      #expect(care.strokeCondition == "stroke")
      #expect(care.heartCondition == "infarction")
    }
    #expect(neighbour.mentalShare == tiny.mentalShare)
  }

  @Test("A word of its own wins over the one of the other county, and the rest is taken over")
  func ownWord() throws {
    try exchange(
      "familyDoctor:",
      for: "chronicCare:\n  strokeCondition: acuteSevere\n\nfamilyDoctor:",
      in: "neighbour.yaml"
    )
    let neighbour = try chronicCare(ofCounty: 1)
    #expect(neighbour.strokeCondition == "acuteSevere")
    #expect(neighbour.refillCondition == "chronicRefill")
    #expect(neighbour.heartCondition == "infarction")
    #expect(try neighbour.mentalShare == chronicCare(ofCounty: 0).mentalShare)
  }

  @Test("A misspelt key of a section is still found, although it could be inherited")
  func misspelt() throws {
    try exchange("  general: 30%", for: "  genral: 30%", in: "neighbour.yaml")
    #expect(problems().contains { $0.hasPrefix("E201") && $0.contains("genral") })
  }

  @Test("The other county must be written out")
  func chain() throws {
    try exchange("like: county.yaml", for: "like: neighbour.yaml", in: "neighbour.yaml")
    #expect(problems().contains { $0.hasPrefix("E113") })
  }

  @Test("No county twice, none without its place, and all agree on the city")
  func members() throws {
    try exchange("county: neighbour.yaml", for: "county: county.yaml", in: "region.yaml")
    #expect(problems().contains { $0.hasPrefix("E231") && $0.contains("Tiny") })
    try exchange(", north: 3 km", for: "", in: "region.yaml")
    #expect(problems().contains { $0.hasPrefix("E202") && $0.contains("north") })
  }

  @Test("Linked counties agree on the size of the city's hospitals")
  func city() throws {
    try exchange(
      "familyDoctor:",
      for: "clinics:\n  cityPhysicians: {value: 4, standing: assumed, source: x}\n\nfamilyDoctor:",
      in: "neighbour.yaml"
    )
    #expect(problems().contains { $0.hasPrefix("E205") && $0.contains("clinics.cityPhysicians") })
  }

  @Test("A policy may name counties of the region, and only those")
  func scope() throws {
    let policy = """
      schema: countyflow/policy/1
      id: one
      name: {zh: 一县, en: One county}
      counties: [NAME]
      levers:
        beds.countyBeds: {to: 1.1, from: 2024-01-01}
      """
    try exchange("policies/package.yaml", for: "one.yaml", in: "two-counties.yaml")
    try folder.write(policy.replacingOccurrences(of: "NAME", with: "Neighbor"), to: "one.yaml")
    #expect(problems().contains { $0.hasPrefix("E232") && $0.contains("Neighbor") })
    try folder.write(policy.replacingOccurrences(of: "NAME", with: "Neighbour"), to: "one.yaml")
    let study = try StudyLoader.load(folder.path("two-counties.yaml")).study
    let settings = study.counties.map { study.scenario(of: 1, in: $0).policy.settings.count }
    #expect(settings == [0, 1])
  }

  @Test("A study is of one county or of one region")
  func either() throws {
    try exchange(
      "region: region.yaml",
      for: "region: region.yaml\ncounty: county.yaml",
      in: "two-counties.yaml"
    )
    #expect(problems().contains { $0.hasPrefix("E205") })
  }
}
