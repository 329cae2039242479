import Testing

@testable import Experiments

@Suite("Verdicts")
struct VerdictTests {
  private func verdict(_ runs: [[Double?]], _ target: Target) throws -> Verdict {
    let table = TableSample.table(baseline: runs, policy: runs, target: target)
    return try #require(table.verdicts().first)
  }

  @Test("The deadline year's mean decides, with its distance from the target")
  func met() throws {
    let verdict = try verdict([[0.6, 0.70], [0.6, 0.72]], TableSample.target(0.7))
    #expect(verdict.outcome == .met)
    #expect(abs(try #require(verdict.gap) - 0.01) < 1e-9)
    #expect(verdict.lastQuarter?.mean == verdict.value?.mean)
  }

  @Test("An interval across the target is said to straddle it")
  func straddles() throws {
    let verdict = try verdict([[0.6, 0.69], [0.6, 0.72]], TableSample.target(0.7))
    #expect(verdict.outcome == .met)
    #expect(verdict.margin == .straddles)
  }

  @Test("What is the same in every replication is clear, on the target itself too")
  func fixed() throws {
    let verdict = try verdict([[0.6, 0.45], [0.6, 0.45], [0.6, 0.45]], TableSample.target(0.45))
    #expect(verdict.outcome == .met)
    #expect(verdict.margin == .clear)
  }

  @Test("What luck does not move makes other verdicts no less clear")
  func family() {
    let target = TableSample.target(0.7)
    let fixed = Estimate(mean: 0.7, halfWidth: 0, n: 3)
    let moved = Estimate(mean: 0.72, halfWidth: 0.015, n: 3)
    let alone = Judgement.all(of: [(target: target, estimate: moved)])
    let together = Judgement.all(of: [
      (target: target, estimate: fixed), (target: target, estimate: moved),
      (target: target, estimate: fixed),
    ])
    #expect(together[1] == alone[0])
    #expect(alone[0].margin == .clear)
    #expect(together[0].margin == .clear && together[0].adjustedP == 1)
  }

  @Test("One run decides without a margin, and the chance is never computed")
  func oneRun() throws {
    let verdict = try verdict([[0.6, 0.69]], TableSample.target(0.7))
    #expect(verdict.outcome == .missed)
    #expect(verdict.margin == .unknown)
    #expect(verdict.chance.rawValue == "not computed")
  }

  @Test("A deadline outside the run is not measured")
  func beyond() throws {
    let verdict = try verdict([[0.6, 0.69]], TableSample.target(0.7, by: 2027))
    #expect(verdict.outcome == .notMeasured)
    #expect(verdict.gap == nil)
  }

  @Test("Less is better where the target is a ceiling")
  func ceiling() throws {
    let verdict = try verdict([[0.1, 0.08]], TableSample.target(0.1, by: 2025, .atMost))
    #expect(verdict.outcome == .met)
  }

  @Test("A yearly rise is judged by its smallest step")
  func rise() throws {
    let target = TableSample.target(0.005, by: 2025, .atLeast, .rise)
    #expect(try verdict([[0.6, 0.61]], target).outcome == .met)
    #expect(try verdict([[0.6, 0.6]], target).outcome == .missed)
  }
}
