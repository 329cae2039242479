/// The slopes of several measures in several constants, learnt from what was tried.
///
/// - Source: Broyden 1965, "good" update, kept as the inverse by Sherman and Morrison's formula.
struct SecantMatrix {
  private var inverse: [[Double]]

  /// Starts from one slope a constant, without cross effects.
  init(slopes: [Double]) {
    inverse = slopes.indices.map { row in
      slopes.indices.map { $0 == row ? 1 / slopes[row] : 0 }
    }
  }

  /// The step that would bring every residual to zero if the slopes were right.
  func step(for residuals: [Double]) -> [Double] {
    inverse.map { row in -zip(row, residuals).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// Learns from one move: the constants changed by `step`, the residuals by `change`.
  mutating func learn(step: [Double], change: [Double]) {
    let predicted = inverse.map { row in zip(row, change).reduce(0) { $0 + $1.0 * $1.1 } }
    let scale = zip(step, predicted).reduce(0) { $0 + $1.0 * $1.1 }
    guard abs(scale) > 1e-9 else { return }
    let row = step.indices.map { column in
      step.indices.reduce(0) { $0 + step[$1] * inverse[$1][column] }
    }
    for i in step.indices {
      let correction = (step[i] - predicted[i]) / scale
      for j in step.indices { inverse[i][j] += correction * row[j] }
    }
  }
}
