import Testing

@testable import Experiments

@Suite("How long to go on")
struct SequentialTests {
  private let rule = RelativePrecision(relative: 0.1)

  @Test("Equal replications are enough once they have held for five more")
  func equal() {
    let plan = SequentialReplications(rule: rule, first: 3)
    let values = [Double](repeating: 7, count: 8)
    #expect(plan.decision(after: [7]) == .runUntil(3))
    #expect(plan.decision(after: Array(values.prefix(3))) == .runUntil(8))
    #expect(plan.decision(after: values) == .enough(since: 3))
  }

  @Test("A precision that is lost again starts the count anew")
  func lost() {
    let plan = SequentialReplications(rule: rule, first: 3, most: 40)
    var values: [Double] = [7, 7, 7, 7, 30]
    #expect(plan.decision(after: values) == .runUntil(6))
    values += [Double](repeating: 7, count: 35)
    #expect(plan.decision(after: values) == .gaveUp)
  }

  @Test("A mean of zero is judged by the absolute half-width and never divided by")
  func zeroMean() {
    let values = [-1.0, 1, -1, 1]
    #expect(rule.reached(by: values) == nil)
    #expect(!rule.isReached(by: values))
    #expect(RelativePrecision(relative: 0.1, absolute: 5).isReached(by: values))
    #expect(rule.replicationsNeeded(byPilot: values) == nil)
  }

  @Test("One replication is never enough")
  func one() {
    #expect(!rule.isReached(by: [5]))
    #expect(Estimate(ofReplications: [5])?.interval == nil)
  }

  @Test("Batches of a slow wave are found to be alike, those of a fair sequence are not")
  func batches() throws {
    let wave = (0..<400).map { Double(($0 / 100) % 2) }
    let slow = try #require(BatchMeans(wave, batches: 20))
    #expect(slow.batchesAreCorrelated)
    let flips = (0..<400).map { Double(($0 * 7919 % 101) * ($0 % 13)) }
    let fair = try #require(BatchMeans(flips, batches: 20))
    #expect(!fair.batchesAreCorrelated)
  }

  @Test("Observations that do not fill a batch are dropped from the beginning")
  func remainder() throws {
    // 2 dropped, then batches (1, 2), (3, 4), (5, 6): means 1.5, 3.5, 5.5.
    let found = try #require(BatchMeans([90, 90, 1, 2, 3, 4, 5, 6, 7], batches: 3))
    #expect(found.dropped == 0)
    let uneven = try #require(BatchMeans([90, 90, 1, 2, 3, 4, 5, 6], batches: 3))
    #expect(uneven.dropped == 2 && uneven.estimate.mean == 3.5)
  }

  @Test("Batches cut while the run went on are judged as those cut afterwards")
  func cutBefore() {
    #expect(BatchMeans(ofMeans: [1.5, 5.5, 4.5]) == BatchMeans([1, 2, 5, 6, 4, 5], batches: 3))
    #expect(BatchMeans(ofMeans: [1, 2]) == nil)
    #expect(BatchMeans(ofMeans: [3, 3, 3]) == nil)
  }
}
