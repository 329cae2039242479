import Foundation
import Probability
import Testing

@testable import Experiments

@Suite("What knowing a figure is worth")
struct ValueOfInformationTests {
  /// Margins `mean + a x + b y` on a lattice of standard normal x and y, on which the two have
  /// nothing to do with each other.
  private func linear(
    _ mean: Double,
    _ a: Double,
    _ b: Double,
    side: Int = 41
  ) -> (x: [Double], y: [Double], margins: [Double]) {
    let raw = (0..<side).map { Normal.quantile((Double($0) + 0.5) / Double(side)) }
    let deviation = (raw.reduce(0) { $0 + $1 * $1 } / Double(side)).squareRoot()
    let normal = raw.map { $0 / deviation }
    let x = normal.flatMap { value in normal.map { _ in value } }
    let y = normal.flatMap { _ in normal }
    return (x, y, zip(x, y).map { mean + a * $0 + b * $1 })
  }

  @Test("Linear and normal: all four numbers come out as closed forms", arguments: [0.0, 0.8])
  func closedForm(_ mean: Double) throws {
    let (a, b) = (3.0, 4.0)
    let sample = linear(mean, a, b)
    let found = try #require(ValueOfInformation(of: sample.x, margins: sample.margins))
    // 9 of 25 parts of the variance.
    #expect(abs(found.explained - 0.36) < 1e-9)
    // Raiffa and Schlaifer 1961: EVPPI = a φ(m/a) - |m| Φ(-|m|/a).
    let loss = a * Normal.density(mean / a) - mean * Normal.cumulative(-mean / a)
    #expect(abs(found.loss - loss) < 0.02 * loss)
    guard mean == 0 else { return }
    // E|Φ(k z) - 1/2| = arctan(k) / π with k = a / b; doubt falls from 1/2 by the same.
    let change = atan(a / b) / .pi
    #expect(abs(found.change - change) < 0.01)
    #expect(abs(found.doubt - change) < 0.01)
  }

  @Test("The figure with the greater part of the spread is worth more")
  func order() throws {
    let sample = linear(0.5, 3, 1, side: 6)
    let (x, y) = (
      try #require(ValueOfInformation(of: sample.x, margins: sample.margins)),
      try #require(ValueOfInformation(of: sample.y, margins: sample.margins))
    )
    #expect(x.change > y.change && x.loss > y.loss && x.explained > y.explained)
  }

  @Test("A figure that moves nothing is worth nothing at all")
  func nothing() throws {
    let sample = linear(0, 0, 1, side: 8)
    let found = try #require(ValueOfInformation(of: sample.x, margins: sample.margins))
    #expect(found.change == 0 && found.doubt == 0 && found.loss == 0 && found.explained < 1e-12)
  }

  @Test("A verdict that no value of the figure turns is not worth a question, however it spreads")
  func certain() throws {
    let sample = linear(40, 3, 1, side: 8)
    let found = try #require(ValueOfInformation(of: sample.x, margins: sample.margins))
    #expect(found.change == 0 && found.doubt == 0 && abs(found.loss) < 1e-9)
    #expect(found.explained > 0.8)
  }

  @Test("Too few points, or margins that never vary, have no value rather than a made-up one")
  func absent() {
    #expect(ValueOfInformation(of: [1, 2, 3], margins: [1, -1, 2]) == nil)
    let inputs = (0..<9).map(Double.init)
    #expect(ValueOfInformation(of: inputs, margins: inputs.map { _ in 1 }) == nil)
  }

  @Test("A trend bends as far as the answers do, and no further")
  func trend() {
    let x = (0..<40).map { Double($0) / 10 }
    let bends: [(Double) -> Double] = [
      { _ in 2 }, { 3 - $0 }, { $0 * $0 - $0 }, { $0 * $0 * $0 },
    ]
    for (degree, answer) in bends.enumerated() {
      let answers = x.map(answer)
      let trend = PolynomialTrend(x, answers)
      #expect(trend.degree == degree)
      #expect(zip(trend.fitted, answers).allSatisfy { abs($0 - $1) < 1e-9 })
    }
    // An input of two values carries a straight line and no more.
    let two = x.map { $0 < 2 ? 0.0 : 1 }
    #expect(PolynomialTrend(two, x.map { $0 * $0 }).degree == 1)
  }
}
