import CountyModel
import Experiments
import Foundation
import ScenarioFiles
import Testing

/// Files of several studies, shocks, and observations of counties like another.
@Suite("Series and shocks")
struct SeriesTests {
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

  private static let series = """
    schema: countyflow/studies/1
    id: both
    name: {zh: 两地, en: Both}
    studies:
      - {study: tiny.yaml, policies: [baseline, contracts], replications: 3}
      - {study: two-counties.yaml}
    matrix:
      - {measure: visits.grassrootsShare, name: {zh: 基层, en: Grassroots}}
      - {measure: visits.inCountyShare}
    """

  private func load(_ text: String) throws -> LoadedSeries {
    try folder.write(text, to: "series.yaml")
    return try SeriesLoader.load(folder.path("series.yaml"))
  }

  private func problems(_ work: () throws -> Void) throws -> [String] {
    do {
      try work()
      return []
    } catch let problems as DiagnosticList {
      return problems.errors.map { "\($0.code.rawValue) \($0.message)" }
    }
  }

  @Test("A series keeps the policies and replications it names, and all of the others")
  func members() throws {
    let loaded = try load(Self.series)
    #expect(SeriesLoader.isSeries(folder.path("series.yaml")))
    #expect(!SeriesLoader.isSeries(folder.path("tiny.yaml")))
    #expect(loaded.members.map(\.study.id) == ["tiny", "two-counties"])
    #expect(loaded.members[0].study.policies.map(\.id) == ["baseline", "contracts"])
    #expect(loaded.members.map(\.study.replications) == [3, 2])
    #expect(loaded.series.rows.map(\.en).first == "Grassroots")
    // Each study names its own files only.
    #expect(!loaded.members[0].study.files.contains { $0.name.hasSuffix("neighbour.yaml") })
  }

  @Test(
    "What cannot be is told where it stands",
    arguments: [
      ("contracts]", "contract]", "E232", "contract"),
      ("[baseline, contracts]", "[contracts]", "E205", "baseline"),
      ("[baseline, contracts]", "[baseline, contracts, contracts]", "E231", "twice"),
      ("two-counties.yaml", "tiny.yaml", "E231", "tiny"),
      ("two-counties.yaml", "none.yaml", "E101", "none.yaml"),
      ("two-counties.yaml", "county.yaml", "E206", "countyflow/county/1"),
      ("visits.inCountyShare", "visits.inCounty", "E201", "visits.inCounty"),
      ("visits.inCountyShare", "visits.grassrootsShare", "E231", "grassrootsShare"),
      ("replications: 3", "replications: 0", "E208", "replications"),
      ("replications: 3", "replication: 3", "E201", "replication"),
    ]
  )
  func mistakes(old: String, new: String, code: String, words: String) throws {
    let told = try problems { _ = try load(Self.series.replacingOccurrences(of: old, with: new)) }
    #expect(told.contains { $0.hasPrefix(code) && $0.contains(words) }, "\(told)")
  }

  @Test("A series without studies or measures is refused")
  func empty() throws {
    let head = "schema: countyflow/studies/1\nid: x\nname: {zh: 甲, en: X}\n"
    let told = try problems { _ = try load(head + "studies: []\nmatrix: []\n") }
    #expect(told.filter { $0.hasPrefix("E204") }.count == 2, "\(told)")
  }

  private static let shock = """
    schema: countyflow/policy/1
    id: fewer-beds
    name: {zh: 床位骤减, en: Beds lost}
    levers:
      beds.countyBeds: {to: 0.5, from: 2024-03-01, until: 2024-04-01}
    """

  private func struck(_ shock: String) throws -> LoadedStudy {
    try folder.write(shock, to: "shock.yaml")
    return try StudyLoader.load(folder.path("tiny.yaml"), shocks: [folder.path("shock.yaml")])
  }

  @Test("A shock strikes every policy, and the calm baseline stays first")
  func shocks() throws {
    let study = try struck(Self.shock).study
    #expect(
      study.policies.map(\.id) == [
        "baseline", "baseline+fewer-beds", "package+fewer-beds", "postings+fewer-beds",
        "contracts+fewer-beds",
      ]
    )
    let calm = try StudyLoader.load(folder.path("tiny.yaml")).study
    #expect(study.policies[0] == calm.policies[0])
    for (place, policy) in study.policies.dropFirst().enumerated() {
      #expect(policy.settings.dropLast() == calm.policies[place].settings[...])
      #expect(policy.settings.last?.path == "beds.countyBeds")
    }
  }

  @Test("A study may name its own shocks")
  func named() throws {
    try folder.write(Self.shock, to: "shock.yaml")
    let text = try String(contentsOfFile: folder.path("tiny.yaml"), encoding: .utf8)
    try folder.write(text + "shocks: [shock.yaml]\n", to: "tiny.yaml")
    let study = try StudyLoader.load(folder.path("tiny.yaml")).study
    #expect(study.policies.count == 5)
  }

  @Test(
    "A shock that strikes nothing, at no time, or where a policy pulls already is refused",
    arguments: [
      ("beds.countyBeds: {to: 0.5, from: 2024-03-01, until: 2024-04-01}", "{}", "E204"),
      ("from: 2024-03-01, until: 2024-04-01", "from: 2030-03-01", "E208"),
      ("from: 2024-03-01, until: 2024-04-01", "from: 2020-03-01, until: 2021-04-01", "E208"),
      ("beds.countyBeds: {to: 0.5", "familyDoctor.general: {to: 50%", "E205"),
    ]
  )
  func badShocks(old: String, new: String, code: String) throws {
    let text = Self.shock.replacingOccurrences(of: old, with: new)
    let told = try problems { _ = try struck(text) }
    #expect(told.contains { $0.hasPrefix(code) }, "\(told)")
  }

  @Test("A county like another takes over its observations, but for those it writes itself")
  func observations() throws {
    let study = try String(contentsOfFile: folder.path("tiny.yaml"), encoding: .utf8)
    try folder.write(
      study.replacingOccurrences(of: "county: county.yaml", with: "county: neighbour.yaml"),
      to: "tiny.yaml"
    )
    let base = try StudyLoader.load(folder.path("tiny.yaml")).study.fit
    #expect(base.contains { $0.id == "U-07" && $0.observed == 0.634 })
    let county = try String(contentsOfFile: folder.path("neighbour.yaml"), encoding: .utf8)
    let row = """
      fit:
        - {id: U-07, measure: visits.grassrootsShare, unit: share, observed: 60%, low: 59%, \
      high: 61%, part: solved, zh: 甲, en: A}

      """
    try folder.write(county + row, to: "neighbour.yaml")
    let fit = try StudyLoader.load(folder.path("tiny.yaml")).study.fit
    #expect(fit.count == base.count)
    #expect(fit.map(\.id) == base.map(\.id))
    #expect(fit.first { $0.id == "U-07" }?.observed == 0.6)
    #expect(fit.filter { $0.id != "U-07" } == base.filter { $0.id != "U-07" })
  }
}
