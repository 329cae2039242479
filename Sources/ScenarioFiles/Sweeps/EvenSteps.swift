internal import Foundation

/// Values at even steps, exact in the decimals in which people write them.
enum EvenSteps {
  /// Why a step cannot be.
  struct Problem: Error {
    let message: String
    let expected: String
  }

  /// Most values of one axis.
  private static let most: Decimal = 100_000

  /// `from`, `from + step`, … `to`.
  ///
  /// Counted in whole steps and in decimal, so that 0.1 taken three times is 0.3.
  static func values(from: Double, to: Double, step: Double) throws(Problem) -> [Double] {
    guard let first = decimal(from), let last = decimal(to), let step = decimal(step), step > 0
    else {
      throw Problem(message: "the step must lead upwards", expected: "a step above 0")
    }
    let span = last - first
    guard span / step <= most else {
      throw Problem(message: "the step makes more than \(most) values", expected: "a larger step")
    }
    var count = Int((Double("\(span / step)") ?? 0).rounded(.down))
    // The quotient may be a hair below a whole number; the product tells.
    if first + step * Decimal(count + 1) <= last { count += 1 }
    let reached = first + step * Decimal(count)
    guard reached == last else {
      throw Problem(
        message: "the step does not lead to the end: the last value is \(reached)",
        expected: "a step that divides \(span)"
      )
    }
    return (0...count).map { place in
      Double("\(first + step * Decimal(place))") ?? to
    }
  }

  private static func decimal(_ value: Double) -> Decimal? { Decimal(string: value.description) }
}
