/// How far observations that follow each other are alike.
public enum Series {
  /// Lag-1 autocorrelation: Σ (xᵢ - x̄)(xᵢ₊₁ - x̄) / Σ (xᵢ - x̄)²; `nil` when nothing varies.
  public static func autocorrelation(_ values: [Double]) -> Double? {
    guard values.count > 1 else { return nil }
    let away = deviations(values)
    let squares = away.reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return nil }
    return zip(away, away.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / squares
  }

  /// Von Neumann's ratio Σ (xᵢ₊₁ - xᵢ)² / Σ (xᵢ - x̄)²: near 2 without correlation, near 0 with
  /// much; `nil` when nothing varies.
  ///
  /// - Source: von Neumann 1941.
  public static func vonNeumann(_ values: [Double]) -> Double? {
    guard values.count > 1 else { return nil }
    let squares = deviations(values).reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return nil }
    return zip(values, values.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0) * ($1.1 - $1.0) }
      / squares
  }

  /// Pearson's correlation of two lists of equal length; `nil` when one does not vary.
  public static func correlation(_ one: [Double], _ other: [Double]) -> Double? {
    precondition(one.count == other.count, "values pair one to one")
    guard one.count > 1 else { return nil }
    let (here, there) = (deviations(one), deviations(other))
    let squares = here.reduce(0) { $0 + $1 * $1 } * there.reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return nil }
    return zip(here, there).reduce(0) { $0 + $1.0 * $1.1 } / squares.squareRoot()
  }

  private static func deviations(_ values: [Double]) -> [Double] {
    let centre = Sample(values).mean
    return values.map { $0 - centre }
  }
}
