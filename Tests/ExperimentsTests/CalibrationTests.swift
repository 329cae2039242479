import Testing

@testable import Experiments

@Suite("Solving constants")
struct CalibrationTests {
  @Test("Secants find the root of a coupled system that slopes alone would miss")
  func coupled() {
    // Two log-odds with cross effects and wrong first slopes.
    func residuals(_ x: [Double]) -> [Double] {
      [0.7 * x[0] + 0.3 * x[1] - 0.8, -0.2 * x[0] - 1.4 * x[1] + 0.5 + 0.05 * x[0] * x[1]]
    }
    var slopes = SecantMatrix(slopes: [1, -1])
    var x = [0.0, 0.0]
    var now = residuals(x)
    for _ in 0..<12 {
      let step = slopes.step(for: now)
      x = zip(x, step).map(+)
      let next = residuals(x)
      slopes.learn(step: step, change: zip(next, now).map(-))
      now = next
    }
    #expect(now.allSatisfy { abs($0) < 1e-9 })
  }

  @Test("Shares work on log-odds, visits on their logarithm, and neither at its edge")
  func links() {
    #expect(SolvedConstant.grassroots.linked(0.5) == 0)
    #expect(SolvedConstant.grassroots.linked(1) == nil)
    #expect(SolvedConstant.selfCare.linked(1) == 0)
    #expect(SolvedConstant.selfCare.linked(0) == nil)
  }
}
