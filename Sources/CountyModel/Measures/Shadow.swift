extension Readings {
  /// What a run shows beside what a formula says: not exact, but close if nothing is amiss.
  public struct Shadow: Sendable {
    /// Stable name.
    public let id: String
    /// Chinese wording.
    public let zh: String
    /// English wording.
    public let en: String
    /// What the run shows.
    public let value: Double
    /// What the formula says.
    public let prediction: Double
    /// What the formula leaves out, by arithmetic or as stated where the shadow is made.
    public let margin: Double
    /// Standard error of the value in one run.
    public let standardError: Double
    /// What of the run the formula speaks of.
    public let scope: Scope

    /// What of a run a formula speaks of.
    public enum Scope: Sendable, Hashable {
      /// All of it.
      case whole
      /// A part: which, in both languages.
      case part(zh: String, en: String)
      /// Nothing, since the formula's premises do not hold: why, in both languages.
      case nothing(zh: String, en: String)
    }

    /// How far they may be apart before it is worth a look: the margin and three standard errors.
    public var tolerance: Double { margin + 3 * standardError }

    /// Whether agreement within a tolerance tells anything: it does while the tolerance is below the
    /// prediction, or below ten points where the prediction is small.
    ///
    /// A tolerance as large as the prediction lets a run pass in which nobody waits at all. Where few
    /// wait by right that cannot be helped, but wrong servers still show: half of them send the share
    /// that waits up by tens of points, of which ten are found.
    public static func tells(_ prediction: Double, within tolerance: Double) -> Bool {
      tolerance < max(prediction, 0.1)
    }

    /// Whether they agree, or cannot be compared; a warning otherwise, not a fault.
    public var passes: Bool {
      if case .nothing = scope { return true }
      return abs(value - prediction) <= tolerance
    }
  }
}

extension Readings.Shadow {
  /// A share of `trials` held against a chance.
  ///
  /// The trials count as so many `independent` ones: patients who come while the same others are there
  /// share their luck. `margin` is what the formula leaves out.
  init(
    id: String,
    zh: String,
    en: String,
    hits: Int64,
    trials: Int64,
    independent: Double,
    chance: Double,
    margin: Double,
    scope: Scope = .whole
  ) {
    self.init(
      id: id,
      zh: zh,
      en: en,
      value: Double(hits) / Double(max(1, trials)),
      prediction: chance,
      margin: margin,
      standardError: (chance * (1 - chance) / max(1, independent)).squareRoot(),
      scope: scope
    )
  }
}
