/// One axis of a design: what it moves, and over which values.
public struct SweepAxis: Sendable {
  /// What it moves.
  public let axis: SweepManifest.Axis
  /// Which values it takes.
  public let spread: Spread

  /// Which values an axis takes.
  public enum Spread: Sendable, Hashable {
    /// These, in order; the first is the base of a one-at-a-time design.
    case values([Double])
    /// Any number of a range.
    case range(ClosedRange<Double>)
    /// Any whole number of a range.
    case wholeRange(ClosedRange<Double>)

    /// Least and greatest value of a range; `nil` for listed values.
    public var ends: ClosedRange<Double>? {
      switch self {
      case .values: nil
      case .range(let range), .wholeRange(let range): range
      }
    }

    /// The nearest value to a level of a lattice over the unit interval, its ends included.
    func level(at place: Double) -> Double {
      guard case .wholeRange(let range) = self else { return value(at: place) }
      let span = range.upperBound - range.lowerBound
      return (range.lowerBound + place * span).rounded()
    }

    /// The value at a place of the unit interval; of whole numbers each gets an equal part.
    func value(at place: Double) -> Double {
      switch self {
      case .values(let values):
        return values[min(values.count - 1, Int(place * Double(values.count)))]
      case .range(let range):
        // Ten digits: what is printed is what was run.
        let value = range.lowerBound + place * (range.upperBound - range.lowerBound)
        return min(max(DecimalText.rounded(value), range.lowerBound), range.upperBound)
      case .wholeRange(let range):
        let steps = range.upperBound - range.lowerBound + 1
        return min(range.lowerBound + (place * steps).rounded(.down), range.upperBound)
      }
    }
  }

  /// An axis from its parts.
  public init(_ axis: SweepManifest.Axis, _ spread: Spread) {
    self.axis = axis
    self.spread = spread
  }

  /// The same axis with the policy file that it switches.
  public func naming(file: String?) -> SweepAxis {
    guard let file else { return self }
    let named = SweepManifest.Axis(
      path: axis.path,
      kind: axis.kind,
      zh: axis.zh,
      en: axis.en,
      unit: axis.unit,
      file: file
    )
    return SweepAxis(named, spread)
  }

  /// The values of a listed axis; of a range, its two ends.
  var listed: [Double] {
    switch spread {
    case .values(let values): values
    case .range(let range), .wholeRange(let range): [range.lowerBound, range.upperBound]
    }
  }
}
