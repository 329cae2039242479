import Testing

@testable import Experiments

@Suite("Designs of sweeps")
struct SweepDesignTests {
  private func axis(_ path: String, _ spread: SweepAxis.Spread) -> SweepAxis {
    SweepAxis(
      SweepManifest.Axis(path: path, kind: .lever, zh: "", en: "", unit: "number"),
      spread
    )
  }

  private func design(
    _ kind: SweepDesign.Kind,
    _ spreads: [SweepAxis.Spread],
    points: Int = 1,
    uncertain: [SweepAxis.Spread] = [],
    outer: Int = 1
  ) -> SweepDesign {
    SweepDesign(
      kind: kind,
      axes: spreads.enumerated().map { axis("a\($0)", $1) },
      uncertain: uncertain.enumerated().map { axis("u\($0)", $1) },
      sampled: points,
      outer: outer,
      seed: 7
    )
  }

  @Test("A grid meets every value of each axis with every value of the others")
  func grid() {
    let grid = design(.grid, [.values([1, 2]), .values([10, 20, 30])])
    #expect(grid.count == 6)
    #expect(
      grid.points.map(\.values) == [[1, 10], [1, 20], [1, 30], [2, 10], [2, 20], [2, 30]]
    )
  }

  @Test("A list reads its axes side by side")
  func list() {
    let list = design(.list, [.values([1, 2]), .values([10, 20])])
    #expect(list.points.map(\.values) == [[1, 10], [2, 20]])
    #expect(list.count == 2)
  }

  @Test("One at a time leaves the base on one axis only")
  func oneAtATime() {
    let points = design(.oneAtATime, [.values([1, 2, 3]), .values([10, 20])])
    #expect(points.points.map(\.values) == [[1, 10], [2, 10], [3, 10], [1, 20]])
    #expect(points.count == 4)
  }

  @Test("A Latin hypercube meets each of its parts once on every axis")
  func latin() {
    let count = 50
    let cube = design(.latinHypercube, [.range(0...1), .range(100...200)], points: count)
    let points = cube.points.map(\.values)
    #expect(points.count == count)
    #expect(Set(points.map { Int($0[0] * Double(count)) }) == Set(0..<count))
    #expect(Set(points.map { Int(($0[1] - 100) / 100 * Double(count)) }) == Set(0..<count))
    // Two axes in the same order would be one axis.
    #expect(points.map { Int($0[0] * 50) } != points.map { Int(($0[1] - 100) / 2) })
  }

  @Test("Sobol's sequence begins with the middle, then the quarters")
  func sobol() {
    let points = design(.sobol, [.range(0...1), .range(0...1)], points: 3).points.map(\.values)
    #expect(points[0] == [0.5, 0.5])
    #expect(Set(points.dropFirst().map { $0[0] }) == [0.25, 0.75])
    #expect(Set(points.dropFirst().map { $0[1] }) == [0.25, 0.75])
    let more = design(.sobol, [.range(0...1), .range(0...1)], points: 9).points.map(\.values)
    #expect(Array(more.prefix(3)) == points, "more points never change the first ones")
  }

  @Test("A whole-number range gives each of its numbers an equal share")
  func whole() {
    let points = design(.sobol, [.wholeRange(2...5)], points: 63).points.map { $0.values[0] }
    // 63 points of a Sobol sequence and the origin fill 4 equal parts with 16 each.
    for number in 2...5 {
      #expect(abs(points.count { $0 == Double(number) } - 16) <= 1, "\(number)")
    }
  }

  @Test("What is not known is sampled around the whole design")
  func outer() {
    let sweep = design(
      .grid,
      [.values([1, 2])],
      uncertain: [.range(0...1)],
      outer: 3
    )
    let points = sweep.points
    #expect(points.map(\.outer) == [0, 0, 1, 1, 2, 2])
    #expect(points.map { $0.values[0] } == [1, 2, 1, 2, 1, 2])
    #expect(points[0].values[1] == points[1].values[1])
    #expect(Set(points.map { Int($0.values[1] * 3) }) == [0, 1, 2])
    #expect(sweep.count == 6)
  }

  @Test("A design beyond the limit is counted without being laid out")
  func tooLarge() {
    let thousand = SweepAxis.Spread.values((0..<1000).map(Double.init))
    #expect(design(.grid, [thousand, thousand, thousand]).count == nil)
    #expect(design(.grid, (0..<40).map { _ in thousand }).count == nil)
  }
}
