import Experiments
import Foundation
import Testing

@testable import Reports

@Suite("The page of a sweep")
struct SweepPageTests {
  private func page(
    title: String = "小扫描",
    tasks: Int = .max,
    design: String = "grid"
  ) throws -> DrawnPage {
    let sample = try SweepSample(title: title, tasks: tasks, design: design)
    defer { sample.remove() }
    let ground = SweepSample.ground(title: title)
    return DrawnPage(text: SweepPage.render(sample.results, on: ground))
  }

  @Test("It says what was varied, when, and over which values, in both languages")
  func varied() throws {
    let page = try page()
    let (zh, en) = (try page.edition(.zh), try page.edition(.en))
    #expect(zh.holds("派驻医生") && en.holds("Posted doctors"))
    #expect(zh.holds("自 2026-07-01 起，180 天内逐步到位"))
    #expect(en.holds("since 2026-07-01, over 180 days"))
    #expect(en.holds("10%, 20%") && zh.holds("10%、20%"))
    #expect(en.holds("Grid: every value with every other"))
    #expect(zh.holds("合成数据") && en.holds("synthetic data"))
  }

  @Test("Targets are counted over points: of 62, 64, 66 and 68 %, two are 65 % or more")
  func targets() throws {
    let en = try page().edition(.en)
    #expect(en.holds("<td class=\"number\">2 of 4</td>"))
    // The baseline stays at 60 % everywhere, which is one verdict and not four.
    #expect(en.holds("<td class=\"number\">missed</td>"))
    // Means over three replications 0, 0.001 and 0.002 above.
    #expect(en.holds("<data value=\"0.621\">62.10%</data>"))
    #expect(en.holds("<data value=\"0.681\">68.10%</data>"))
    #expect(en.text.components(separatedBy: "chip met").count - 1 == 2)
    // The baseline, which nothing moves, has one line for all points.
    #expect(en.text.components(separatedBy: "chip missed").count - 1 == 2 + 1)
  }

  @Test("What was chosen stands on the page with its promise, in the measure's better direction")
  func chosen() throws {
    let cases: [(measure: String, indifference: Double, name: String, zone: String)] = [
      // Shares rise from point to point.
      (
        "visits.grassrootsShare", 0.005, "“小扫描” (Posted doctors 2, 小扫描 20%)",
        "0.5 points"
      ),
      // Waits are 20 times the share, and shorter is better.
      ("wait.countyMorning", 0.1, "is “Baseline” at", "0.1 min"),
    ]
    for one in cases {
      let best = SweepManifest.Best(
        measure: one.measure,
        indifference: one.indifference,
        confidence: 0.95,
        from: 3,
        to: 30
      )
      // No difference varies over the first three, so that the choice takes a second look at six.
      let sample = try SweepSample(best: best, replications: 7)
      defer { sample.remove() }
      let table = try #require(ChoiceTable(of: sample.results))
      // The baseline is the same at all four points.
      #expect(table.compared == 1 + 4 && table.settled == true && table.remaining.count == 1)
      #expect(table.replications == 6 && table.chosen?.replications == 7)
      #expect(table.unvaried.count == 4)
      let page = DrawnPage(text: SweepPage.render(sample.results, on: SweepSample.ground()))
      let (zh, en) = (try page.edition(.zh), try page.edition(.en))
      #expect(en.holds("The best in") && en.holds(one.name), "\(one.name)")
      #expect(en.holds("leads every other by \(one.zone)"), "\(one.zone)")
      #expect(en.holds("a probability of 95% or more"))
      #expect(en.holds("(over 7 replications), chosen of 5 candidates by the first 6."))
      #expect(zh.holds("（7 次重复）；共 5 个候选，由前 6 次重复选出。"))
      #expect(en.holds("Dropped for a difference that varied in no replication: 4."))
      #expect(zh.holds("选优：2027 年") && zh.holds("不低于 95%"))
      #expect(SweepText.undecided(sample.results, .en) == nil)
    }
  }

  @Test("A terminal numbers what is varied, tells names and paths, and repeats no unmoved policy")
  func terminal() throws {
    let sample = try SweepSample()
    defer { sample.remove() }
    let zh = SweepText.render(sample.results, .zh)
    let en = SweepText.render(sample.results, .en)
    #expect(zh.contains("  1 派驻医生  workforce.countyPosted\n  2 小扫描  clinics.hours\n"))
    #expect(en.contains("  1 Posted doctors  workforce.countyPosted\n"))
    #expect(zh.components(separatedBy: "现状").count == 2, "the baseline is the same at every point")
    #expect(en.components(separatedBy: "Baseline").count == 2)
    // Means of three replications 0.001 apart.
    #expect(en.contains("2  20%  小扫描") && en.contains("68.10% ±0.25"))
    let content = SweepText.content(sample.results, .zh)
    #expect(content.hasPrefix("已完成 24/24 个任务，内容哈希 \(sample.results.contentHash)"))
  }

  @Test("An analysis names levers and policies as the page does")
  func analysis() throws {
    let sample = try SweepSample()
    defer { sample.remove() }
    let analysis = try SweepAnalysis(
      of: sample.results,
      targets: SweepSample.ground().targets,
      measures: .shown,
      methods: []
    )
    let zh = AnalysisText.render(analysis, .zh)
    #expect(zh.contains("派驻医生 2，小扫描 20%") && !zh.contains("countyPosted"))
    let json = try CanonicalJSON.text(of: analysis)
    #expect(json.contains("workforce.countyPosted"), "files keep the paths")
  }

  @Test("While tasks are missing nothing is chosen")
  func notYetChosen() throws {
    let best = SweepManifest.Best(
      measure: "visits.grassrootsShare",
      indifference: 0.005,
      confidence: 0.95,
      from: 3,
      to: 30
    )
    let sample = try SweepSample(tasks: 20, best: best)
    defer { sample.remove() }
    let table = try #require(ChoiceTable(of: sample.results))
    #expect(table.chosen == nil && table.settled == nil && table.remaining.isEmpty)
    #expect(SweepText.chosen(sample.results, .en) == nil)
    #expect(SweepText.undecided(sample.results, .en) == nil)
  }

  @Test("Every point stands in the table with its interval")
  func levels() throws {
    let en = try page().edition(.en)
    // Three replications 0.001 apart: t(2) 4.3027 times 0.001 over the root of 3 is 0.00248.
    #expect(en.holds("±0.25"))
    #expect(en.holds("every point"))
    #expect(en.holds("Minus “Baseline”"))
    #expect(en.holds("+2.00 points *"), "62.1 less 60.1 % in every replication")
    #expect(en.holds("after Holm's adjustment") || en.holds("after Holm&#39;s adjustment"))
  }

  @Test("Each shown measure has a chart with a panel for each lever, over its own data")
  func charts() throws {
    let charts = try page().charts()
    #expect(!charts.holds("<") && !charts.holds(">"))
    let any = try JSONSerialization.jsonObject(with: Data(charts.text.utf8))
    let book = try #require(any as? [String: Any])
    let drawn = try #require(book["charts"] as? [String: [String: Any]])
    #expect(drawn.keys.sorted() == ["curve.0.en", "curve.0.zh", "curve.1.en", "curve.1.zh"])
    for chart in drawn.values { #expect((chart["concat"] as? [Any])?.count == 2) }
    let data = try #require(book["data"] as? [String: Any])
    let points = try #require(data["sweepPoints"] as? [[String: Any]])
    #expect(points.compactMap { $0["v0"] as? Double } == [0, 0, 2, 2])
    #expect(points.compactMap { $0["v1"] as? Double } == [10, 20, 10, 20], "in per cent")
    // Along the first lever the points of equal second value are joined.
    #expect(points.compactMap { $0["g0"] as? Int } == [0, 1, 0, 1])
    #expect(points.compactMap { $0["g1"] as? Int } == [0, 0, 1, 1])
    let levels = try #require(data["sweepLevels"] as? [[String: Any]])
    #expect(levels.count == 2 * 2 * 4)
  }

  @Test("Of one lever at a time, a panel shows the points that move its lever and no other")
  func oneAtATime() throws {
    // The first point is the base, the second moves the second lever, the third the first one.
    let charts = try page(design: "one-at-a-time").charts()
    let any = try JSONSerialization.jsonObject(with: Data(charts.text.utf8))
    let data = try #require((any as? [String: Any])?["data"] as? [String: Any])
    let points = try #require(data["sweepPoints"] as? [[String: Any]])
    #expect(points.map { $0["g0"] is Int } == [true, false, true])
    #expect(points.map { $0["g1"] is Int } == [true, true, false])
    #expect(try page(design: "sobol").edition(.en).holds("part of the scatter is due to it"))
  }

  @Test("A sweep that is not finished says so, and one without any task has a page too")
  func partial() throws {
    #expect(try page(tasks: 7).edition(.en).holds("7 of 24 tasks are done"))
    #expect(try page(tasks: 0).edition(.zh).holds("24 个任务中已有 0 个"))
    #expect(try !page().holds("tasks are done"))
  }

  @Test("Texts from files are shown, never run")
  func hostile() throws {
    let page = try page(title: CountySample.hostile)
    #expect(page.holds("&lt;/script&gt;&lt;b&gt;{{7*7}}"))
    #expect(!page.holds("</script><b>"))
    #expect(page.text.components(separatedBy: "<script").count - 1 == 3)
  }

  @Test("The same results give the same bytes, and every line of the contract stands on the page")
  func provenance() throws {
    let page = try page()
    #expect(try self.page().text == page.text)
    for words in ["county.yaml", "00ff", "24 of 24"] { #expect(page.holds(words), "\(words)") }
  }
}
