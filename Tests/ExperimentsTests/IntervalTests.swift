import Testing

@testable import Experiments

/// Numbers of Law's *Simulation Modeling and Analysis*, as in `analytic-cases.json`.
@Suite("Intervals over replications")
struct IntervalTests {
  @Test("Ten replications of the bank give the published 90 % intervals")
  func bank() throws {
    let delay = [1.53, 1.66, 1.24, 2.34, 2.0, 1.69, 2.69, 2.86, 1.7, 2.6]
    let queue = [1.52, 1.62, 1.23, 2.34, 1.89, 1.56, 2.5, 2.83, 1.74, 2.5]
    let prompt = [0.917, 0.916, 0.952, 0.822, 0.84, 0.866, 0.783, 0.782, 0.873, 0.779]
    for (values, mean, halfWidth) in [
      (delay, 2.031, 0.322283404942), (queue, 1.973, 0.307844743305),
      (prompt, 0.853, 0.0361401777621),
    ] {
      let estimate = try #require(Estimate(ofReplications: values, level: 0.9))
      #expect(abs(estimate.mean - mean) < 1e-12)
      let width = try #require(estimate.halfWidth)
      #expect(abs(width - halfWidth) < 1e-10)
      #expect(estimate.n == 10)
    }
  }

  @Test("A large common offset costs no digits of the spread")
  func offset() throws {
    var values = [10_000_000.2]
    for _ in 0..<500 { values += [10_000_000.1, 10_000_000.3] }
    let variance = try #require(Sample(values).variance)
    #expect(abs(variance.squareRoot() - 0.1) < 1e-8)
  }

  @Test("Equal runs are equal to their mean, which their sum would not tell")
  func equal() throws {
    #expect([0.7, 0.7, 0.7].reduce(0, +) / 3 != 0.7)
    let estimate = try #require(Estimate(ofReplications: [0.7, 0.7, 0.7]))
    #expect(estimate.mean == 0.7 && estimate.halfWidth == 0 && estimate.isFixed)
    #expect(estimate.chance(ofMean: 0.7) == 1)
    let varied = try #require(Estimate(ofReplications: [0.7, 0.7, 0.8]))
    #expect(!varied.isFixed)
  }

  @Test("One run has no interval, and no run has no estimate")
  func single() {
    #expect(Estimate(ofReplications: [0.7])?.halfWidth == nil)
    #expect(Estimate(ofReplications: []) == nil)
  }

  @Test("Two inventory policies differ by the published paired interval")
  func inventory() throws {
    let one = [126.97, 124.31, 126.68, 122.66, 127.23]
    let other = [118.21, 120.22, 122.45, 122.68, 119.4]
    let paired = try #require(PairedDifference(one, minus: other, level: 0.9))
    let interval = try #require(paired.estimate.interval)
    #expect(abs(paired.estimate.mean - 4.978) < 1e-9)
    #expect(abs(interval.lowerBound - 1.64912687484) < 1e-9)
    #expect(abs(interval.upperBound - 8.30687312516) < 1e-9)
    let p = try #require(paired.pValue)
    #expect(p > 0.02 && p < 0.05)
  }

  @Test("A policy differs from itself by exactly nothing")
  func itself() {
    let runs: [Double?] = [0.631, 0.634, 0.6335]
    let paired = PairedDifference(runs, minus: runs)
    #expect(paired?.estimate == Estimate(mean: 0, halfWidth: 0, n: 3))
    #expect(paired?.pValue == 1)
  }

  @Test("One against another is the opposite of the other against the one", arguments: 2...6)
  func opposite(_ count: Int) throws {
    let ones: [Double?] = [126.97, 124.31, nil, 126.68, 122.66, 127.23].suffix(count)
    let others: [Double?] = [118.21, 120.22, 122.45, nil, 122.68, 119.4].suffix(count)
    let forwards = try #require(PairedDifference(ones, minus: others))
    let backwards = try #require(PairedDifference(others, minus: ones))
    #expect(backwards.estimate.mean == -forwards.estimate.mean)
    #expect(backwards.estimate.halfWidth == forwards.estimate.halfWidth)
    #expect(backwards.pValue == forwards.pValue)
    #expect(backwards.correlation == forwards.correlation)
  }

  @Test("A replication without anything to measure is left out of both policies")
  func unmeasured() {
    let paired = PairedDifference([1, nil, 3], minus: [0, 5, 1])
    #expect(paired?.estimate.n == 2)
    #expect(paired?.estimate.mean == 1.5)
  }
}
