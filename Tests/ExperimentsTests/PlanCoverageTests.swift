import CountyModel
import Experiments
import Testing

/// Which plan row is reached by what.
@Suite("Coverage of the plans")
struct PlanCoverageTests {
  private func row(_ id: String, _ scope: PlanRow.Scope, reason: String = "") -> PlanRow {
    PlanRow(id: id, plan: "p", scope: scope, zh: "条", en: "row", reason: reason)
  }

  private let nothing = PlanUse(policies: [], targets: [], figures: [])

  /// A policy that pulls the lever of LYG-67.
  private func penalty(_ id: String, naming rows: [String], level: Double) -> Policy {
    let course = Timeline(neutral: 0, level: level, startDay: 0, rampDays: 0, endDay: nil)
    return Policy(
      id: id,
      zh: "",
      en: "",
      plan: rows,
      note: "",
      settings: [Policy.Setting(path: "finance.unreferredPenalty", course: course)]
    )
  }

  @Test("A row without a letter is meant by its name only, a lettered one also by its number")
  func names() {
    #expect(row("LYG-65a", .inside).isMeant(by: "LYG-65"))
    #expect(row("LYG-65a", .inside).isMeant(by: "LYG-65a"))
    #expect(!row("LYG-65a", .inside).isMeant(by: "LYG-6"))
    #expect(!row("LYG-67", .inside).isMeant(by: "LYG-6"))
  }

  @Test("A lever that no scenario pulls covers nothing; pulled off neutral it does")
  func pulled() throws {
    let lever = try #require(LeverCatalogue.all.first { $0.path == "finance.unreferredPenalty" })
    let rows = [row("LYG-67", .inside)]
    let declared = PlanCoverage(rows: rows, use: nothing)
    #expect(declared.lines[0].levers == [lever.path])
    #expect(declared.lines[0].standing == .declared)
    #expect(declared.gaps.count == 1)
    for (level, standing) in [(20.0, PlanCoverage.Standing.covered), (0, .declared)] {
      let policy = penalty("penalty", naming: [], level: level)
      let use = PlanUse(policies: [PlanUse.PolicyUse(policy)], targets: [], figures: [])
      #expect(PlanCoverage(rows: rows, use: use).lines[0].standing == standing)
    }
  }

  @Test("A policy that names the row counts before all that only pull its lever")
  func named() {
    let rows = [row("LYG-67", .inside)]
    func coverage(_ policies: [Policy]) -> PlanCoverage.Line {
      let use = PlanUse(
        policies: policies.map(PlanUse.PolicyUse.init),
        targets: [],
        figures: []
      )
      return PlanCoverage(rows: rows, use: use).lines[0]
    }
    let pulling = penalty("elsewhere", naming: ["BZ-22"], level: 20)
    let naming = penalty("own", naming: ["LYG-67"], level: 20)
    let idle = penalty("idle", naming: ["LYG-67"], level: 0)

    let both = coverage([pulling, naming])
    #expect(both.scenarios == ["policies/own"])
    #expect(both.byLever == [])
    // To name a row and to leave its lever at neutral is no exercise of it.
    let unnamed = coverage([pulling, idle])
    #expect(unnamed.scenarios == [])
    #expect(unnamed.byLever == ["policies/elsewhere"])
    #expect(unnamed.standing == .covered)
    #expect(coverage([idle]).standing == .declared)
  }

  @Test("A row inside that nothing serves is open; one in part is excused by its reason")
  func excused() {
    let rows = [
      row("LYG-999", .inside), row("LYG-998", .part), row("LYG-997", .part, reason: "price only"),
      row("LYG-996", .outside, reason: "governance"),
    ]
    let coverage = PlanCoverage(rows: rows, use: nothing)
    #expect(coverage.lines.map(\.standing) == [.open, .open, .listed, .outside])
    #expect(coverage.gaps.map(\.row) == ["LYG-999", "LYG-998"])
    #expect(coverage.count(.inside, .open) == 1)
  }

  @Test("A figure that a plan states covers its row")
  func figures() throws {
    let figure = FigureSource(
      path: "geography.facilities.villageClinics",
      value: "427",
      standing: .proxy,
      id: "C-32; LYG-30",
      source: ""
    )
    let use = PlanUse(
      policies: [],
      targets: [],
      figures: [try #require(PlanUse.FigureUse(county: "Ganyu", figure))]
    )
    let line = PlanCoverage(rows: [row("LYG-30", .inside)], use: use).lines[0]
    #expect(line.inputs == ["geography.facilities.villageClinics"])
    #expect(line.scenarios == ["counties/Ganyu"])
    #expect(line.standing == .covered)
  }
}
