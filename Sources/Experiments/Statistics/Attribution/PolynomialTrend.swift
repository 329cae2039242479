internal import Glibc

/// The smooth part of some answers that one input explains.
///
/// Polynomials of rising degree by least squares; the degree is the one of least Bayesian
/// information criterion, so that an input which explains nothing gets degree 0 and no credit.
///
/// - Source: Strong, Oakley and Brennan 2014 (regression of the answer on the input); Schwarz 1978
///   (the criterion, n ln(RSS/n) + (degree + 1) ln n).
struct PolynomialTrend {
  /// The smooth part at each answer's input.
  let fitted: [Double]
  /// Degree of the polynomial; 0 when the input explains nothing.
  let degree: Int

  /// Fits answers to inputs.
  ///
  /// - Parameters:
  ///   - inputs: One for each answer.
  ///   - answers: At least one.
  ///   - mostDegree: Largest degree that is tried.
  /// - Complexity: O(answers × mostDegree²)
  init(_ inputs: [Double], _ answers: [Double], mostDegree: Int = 3) {
    precondition(inputs.count == answers.count && !answers.isEmpty, "inputs and answers pair up")
    let n = Double(answers.count)
    var basis = [[Double](repeating: 1 / n.squareRoot(), count: answers.count)]
    let scaled = Self.scaled(inputs)
    var fit = [Double](repeating: Sample(answers).mean, count: answers.count)
    let whole = Self.squares(zip(answers, fit).map(-))
    // Rounding of a perfect fit must not look like knowledge.
    let floor = max(whole * 1e-20, .leastNormalMagnitude)
    var (best, bestDegree) = (fit, 0)
    var least = n * log(max(whole, floor) / n) + log(n)
    for degree in 1...mostDegree where degree + 2 < answers.count {
      guard let next = Self.next(after: basis, scaled) else { break }
      basis.append(next)
      let slope = zip(next, answers).reduce(0) { $0 + $1.0 * $1.1 }
      fit = zip(fit, next).map { $0 + slope * $1 }
      let rest = max(Self.squares(zip(answers, fit).map(-)), floor)
      let criterion = n * log(rest / n) + Double(degree + 1) * log(n)
      if criterion < least { (best, bestDegree, least) = (fit, degree, criterion) }
    }
    (fitted, degree) = (best, bestDegree)
  }

  /// The next power made orthogonal to the ones before, of length 1; `nil` when the inputs take too
  /// few values to carry another one.
  private static func next(after basis: [[Double]], _ inputs: [Double]) -> [Double]? {
    guard let last = basis.last else { return nil }
    var column = zip(last, inputs).map(*)
    let size = squares(column)
    // Twice: the second pass takes away what rounding left.
    for _ in 0..<2 {
      for other in basis {
        let along = zip(column, other).reduce(0) { $0 + $1.0 * $1.1 }
        column = zip(column, other).map { $0 - along * $1 }
      }
    }
    let length = squares(column)
    guard size > 0, length > size * 1e-12 else { return nil }
    return column.map { $0 / length.squareRoot() }
  }

  /// The inputs around 0 with a spread of 1, so that powers stay of one size.
  private static func scaled(_ inputs: [Double]) -> [Double] {
    let sample = Sample(inputs)
    guard let variance = sample.variance, variance > 0 else {
      return [Double](repeating: 0, count: inputs.count)
    }
    return inputs.map { ($0 - sample.mean) / variance.squareRoot() }
  }

  private static func squares(_ values: [Double]) -> Double {
    values.reduce(0) { $0 + $1 * $1 }
  }
}
