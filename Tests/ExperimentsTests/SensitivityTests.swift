import Foundation
import Testing

@testable import Experiments

@Suite("Which inputs matter")
struct SensitivityTests {
  private func design(
    _ kind: SweepDesign.Kind,
    _ ranges: [ClosedRange<Double>],
    draws: Int,
    seed: UInt64 = 7
  ) -> [[Double]] {
    let axes = ranges.enumerated().map { place, range in
      SweepAxis(
        SweepManifest.Axis(path: "a\(place)", kind: .input, zh: "", en: "", unit: "number"),
        .range(range)
      )
    }
    let design = SweepDesign(
      kind: kind,
      axes: axes,
      uncertain: [],
      sampled: draws,
      outer: 1,
      seed: seed
    )
    #expect(design.count == design.points.count)
    return design.points.map(\.values)
  }

  @Test("Ishigami's function has the indices that integration gives it")
  func ishigami() throws {
    // y = sin x1 + a sin² x2 + b x3⁴ sin x1 on [-π, π]³, Ishigami and Homma 1990.
    let (a, b, pi) = (7.0, 0.1, Double.pi)
    let alone = [pow(1 + b * pow(pi, 4) / 5, 2) / 2, a * a / 8, 0]
    let together = 8 * b * b * pow(pi, 8) / 225
    let variance = alone[0] + alone[1] + together
    let points = design(.saltelli, [-pi...pi, -pi...pi, -pi...pi], draws: 4096)
    #expect(points.count == 4096 * 5)
    let answers = SaltelliAnswers(
      points.map { sin($0[0]) * (1 + b * pow($0[2], 4)) + a * pow(sin($0[1]), 2) },
      inputs: 3
    )
    let found = try #require(answers.indices)
    let exact = [
      (alone[0], alone[0] + together), (alone[1], alone[1]), (0, together),
    ]
    // Chance would be wrong by about 1/√4096 = 0.016; the even design is nearer.
    for (input, (first, total)) in exact.enumerated() {
      #expect(abs(found.first[input] - first / variance) < 0.02, "first of x\(input + 1)")
      #expect(abs(found.total[input] - total / variance) < 0.02, "total of x\(input + 1)")
    }
  }

  @Test("Sobol's g-function: each input's part shrinks with its weight")
  func product() throws {
    // y = Π (|4 x - 2| + a) / (1 + a): Vᵢ = 1 / (3 (1 + aᵢ)²), V = Π (1 + Vᵢ) - 1.
    let weights = [0.0, 1, 4.5, 9]
    let parts = weights.map { 1 / (3 * ($0 + 1) * ($0 + 1)) }
    let whole = parts.reduce(1) { $0 * (1 + $1) }
    let points = design(.saltelli, weights.map { _ in 0...1 }, draws: 4096)
    let answers = SaltelliAnswers(
      points.map { point in
        zip(point, weights).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
      },
      inputs: 4
    )
    let found = try #require(answers.indices)
    for (input, part) in parts.enumerated() {
      let total = part * whole / (1 + part)
      #expect(abs(found.first[input] - part / (whole - 1)) < 0.02, "first of \(input)")
      #expect(abs(found.total[input] - total / (whole - 1)) < 0.02, "total of \(input)")
    }
  }

  @Test("A large mean takes nothing from the indices")
  func mean() throws {
    let points = design(.saltelli, [0...1, 0...1], draws: 256)
    let answers = SaltelliAnswers(points.map { 1000 + 0.01 * $0[0] }, inputs: 2)
    let found = try #require(answers.indices)
    #expect(abs(found.first[0] - 1) < 0.05 && abs(found.total[0] - 1) < 0.05)
    #expect(abs(found.first[1]) < 1e-9 && abs(found.total[1]) < 1e-9)
  }

  @Test("Mixtures take one column from B; more base points move none; no column of A meets B's")
  func mixtures() {
    let points = design(.saltelli, [0...1, 0...1, 0...1], draws: 32)
    for start in stride(from: 0, to: points.count, by: 5) {
      let (one, other) = (points[start], points[start + 1])
      for input in 0..<3 {
        var mixed = one
        mixed[input] = other[input]
        #expect(points[start + 2 + input] == mixed)
        #expect(one[input] != other[input])
      }
    }
    #expect(Array(design(.saltelli, [0...1, 0...1, 0...1], draws: 40).prefix(160)) == points)
    #expect(design(.saltelli, [0...1, 0...1, 0...1], draws: 32, seed: 8) != points)
  }

  @Test("A base point that lacks an answer is left out, whichever it lacks")
  func partial() throws {
    let points = design(.saltelli, [0...1, 0...1], draws: 64)
    let whole = points.map { Optional(3 * $0[0] + $0[1]) }
    for missing in 0..<4 {
      var answers = whole
      answers[8 * 4 + missing] = nil
      let found = SaltelliAnswers(answers, inputs: 2)
      let without = SaltelliAnswers(Array(whole[..<32] + whole[36...]), inputs: 2)
      #expect(found.one.count == 63)
      #expect(found.indices == without.indices)
    }
  }

  @Test("A trajectory moves each axis once, by two thirds of its range; more change no earlier one")
  func trajectories() {
    let ranges = [0.0...1, 100...200, -3...(-1)]
    let points = design(.morris, ranges, draws: 20)
    #expect(points.count == 20 * 4)
    for start in stride(from: 0, to: points.count, by: 4) {
      for (axis, range) in ranges.enumerated() {
        let values = points[start..<start + 4].map { $0[axis] }
        #expect(values.allSatisfy { range.contains($0) })
        let steps = zip(values, values.dropFirst()).map { $1 - $0 }.filter { $0 != 0 }
        #expect(steps.count == 1)
        // 4 levels: 4 / (2 · 3) of the range.
        let length = (range.upperBound - range.lowerBound) * 2 / 3
        // Values have ten digits.
        #expect(abs(abs(steps[0]) - length) < 1e-7)
      }
    }
    #expect(Array(design(.morris, ranges, draws: 30).prefix(80)) == points)
  }

  @Test("Whole numbers reach both ends of their range, and every step moves them")
  func whole() {
    let spread = SweepAxis.Spread.wholeRange(0...2)
    #expect([0.0, 1 / 3.0, 2 / 3.0, 1].map(spread.level) == [0, 1, 1, 2])
    for levels in [2, 4, 8] {
      let step = Double(levels) / Double(2 * (levels - 1))
      for place in 0..<levels / 2 {
        let low = Double(place) / Double(levels - 1)
        let one = SweepAxis.Spread.wholeRange(5...6)
        #expect(one.level(at: low) != one.level(at: low + step))
      }
    }
  }

  @Test("Airport game: each pays its part of every stretch it uses")
  func airport() {
    // Runways of 1, 2 and 3 km; a set needs its longest. Littlechild and Owen 1973.
    let shares = Shapley.values(parts: 3) { set in
      set & 4 != 0 ? 3 : set & 2 != 0 ? 2 : set & 1 != 0 ? 1 : 0
    }
    for (share, exact) in zip(shares, [1.0 / 3, 1.0 / 3 + 1.0 / 2, 1.0 / 3 + 1.0 / 2 + 1]) {
      #expect(abs(share - exact) < 1e-14)
    }
  }
}
