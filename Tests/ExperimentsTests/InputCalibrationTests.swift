import CountyModel
import Testing

@testable import Experiments

@Suite("Calibrating inputs")
struct InputCalibrationTests {
  private static func input(_ range: ClosedRange<Double>, unit: FigureUnit = .number) -> FreeInput {
    FreeInput(path: "p", zh: "p", en: "p", unit: unit, now: 4, range: range, source: "here")
  }

  private static func calibration(_ method: InputCalibration.Method) -> InputCalibration {
    InputCalibration(
      inputs: [input(0...10), input(-1...1)],
      observed: [
        ObservedValue(measure: "m", period: "2024", value: 10, error: 2, source: "here"),
        ObservedValue(measure: "n", period: "2024", value: 0.5, error: 0.1, source: "here"),
      ],
      method: method,
      points: 4000,
      replications: 1,
      seed: 3
    )
  }

  @Test("A place within the unit interval is a value of the range; beyond an end it is mirrored")
  func places() {
    let input = Self.input(2...6)
    #expect([0, 0.25, 1, 1.25, -0.25, 2.5].map { input.value(at: $0) } == [2, 3, 6, 5, 3, 4])
    #expect(input.start == 0.5)
    #expect(Self.input(0...3, unit: .count).value(at: 0.4) == 1)
    // What the file says now lies outside: the search begins in the middle.
    #expect(Self.input(5...6).start == 0.5)
  }

  @Test("The distance is the root mean square of differences, each in its own error")
  func distance() {
    let calibration = Self.calibration(.simplex)
    // 3 errors and 4 errors: the root of 25 / 2.
    #expect(abs(calibration.distance(of: [16, 0.1]) - 12.5.squareRoot()) < 1e-12)
    #expect(calibration.distance(of: [10, 0.5]) == 0)
  }

  @Test("Points are drawn evenly over the ranges, the same for the same seed")
  func drawn() {
    let drawn = Self.calibration(.nearest(0.1)).drawn
    #expect(drawn == Self.calibration(.within(1)).drawn)
    let ranges: [ClosedRange<Double>] = [0...10, -1...1]
    for (input, range) in ranges.enumerated() {
      let values = drawn.map { $0[input] }
      #expect(values.allSatisfy { range.contains($0) })
      let (middle, width) = (
        (range.lowerBound + range.upperBound) / 2, range.upperBound - range.lowerBound
      )
      let mean = values.reduce(0, +) / 4000
      // The standard error of 4,000 even draws is width / √12 / √4000; five of them.
      let most: Double = 5 * width / 219
      #expect(abs(mean - middle) < most)
    }
  }
}
