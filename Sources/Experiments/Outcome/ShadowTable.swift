internal import CountyModel

/// What the runs of a policy show beside what a formula says, means over replications.
public struct ShadowTable: Codable, Sendable, Hashable {
  /// Stable name.
  public let id: String
  /// Chinese wording.
  public let zh: String
  /// English wording.
  public let en: String
  /// What the runs show.
  public let value: Double
  /// What the formula says.
  public let prediction: Double
  /// How far they may be apart before it is worth a look.
  public let tolerance: Double
  /// What of the runs the formula speaks of; `nil` for all of it.
  public let scope: Scope?
  /// Name of the unit, as measures have it; `nil` for a share.
  public let unit: String?

  /// What of the runs a formula speaks of, in words.
  public struct Scope: Codable, Sendable, Hashable {
    /// How much.
    public enum Extent: String, Codable, Sendable {
      /// A part of the runs.
      case part
      /// Nothing: its premises do not hold.
      case nothing
    }

    /// How much.
    public let extent: Extent
    /// Which part, or why nothing: Chinese.
    public let zh: String
    /// The same in English.
    public let en: String

    /// A scope from its parts.
    public init(_ extent: Extent, zh: String, en: String) {
      self.extent = extent
      self.zh = zh
      self.en = en
    }
  }

  /// Whether there is anything to compare.
  public var isCompared: Bool { scope?.extent != .nothing }

  /// Whether they agree, or cannot be compared; a warning otherwise, not a fault.
  public var passes: Bool { !isCompared || abs(value - prediction) <= tolerance }

  /// A shadow from its parts.
  public init(
    id: String,
    zh: String,
    en: String,
    value: Double,
    prediction: Double,
    tolerance: Double,
    scope: Scope? = nil,
    unit: String? = nil
  ) {
    self.id = id
    self.zh = zh
    self.en = en
    self.value = value
    self.prediction = prediction
    self.tolerance = tolerance
    self.scope = scope
    self.unit = unit
  }

  /// The shadows of one policy; those that are not in every replication are left out.
  ///
  /// The margin stays, however many replications there are; the standard error shrinks with them. What
  /// agrees only because almost anything would is not compared.
  static func of(_ runs: [[Readings.Shadow]]) -> [ShadowTable] {
    let first = runs.first ?? []
    return first.indices.compactMap { place -> ShadowTable? in
      let same = runs.compactMap { $0.indices.contains(place) ? $0[place] : nil }
      guard same.count == runs.count, same.allSatisfy({ $0.id == first[place].id }) else {
        return nil
      }
      let count = Double(same.count)
      func mean(_ part: (Readings.Shadow) -> Double) -> Double {
        same.reduce(0) { $0 + part($1) } / count
      }
      let error = (mean { $0.standardError * $0.standardError } / count).squareRoot()
      let prediction = mean(\.prediction)
      let tolerance = mean(\.margin) + 3 * error
      // Being apart tells something however large the tolerance is.
      let agrees = abs(mean(\.value) - prediction) <= tolerance
      let tells = !agrees || Readings.Shadow.tells(prediction, within: tolerance)
      let scope = Scope(same.map(\.scope))
      return ShadowTable(
        id: first[place].id,
        zh: first[place].zh,
        en: first[place].en,
        value: DecimalText.rounded(mean(\.value)),
        prediction: DecimalText.rounded(prediction),
        tolerance: DecimalText.rounded(tolerance),
        scope: tells || scope?.extent == .nothing ? scope : .tooFew
      )
    }
  }
}

extension ShadowTable.Scope {
  /// The row could not have told a wrong county from a right one.
  fileprivate static let tooFew = Self(
    .nothing,
    zh: "样本太少，无从比较：允许相差不小于公式值",
    en: "too few to compare: the tolerance is not below what the formula says"
  )

  /// The scope of all replications: the narrowest of them speaks.
  fileprivate init?(_ scopes: [Readings.Shadow.Scope]) {
    let nothing = scopes.first { scope in
      if case .nothing = scope { true } else { false }
    }
    switch nothing ?? scopes.first {
    case .nothing(let zh, let en): self.init(.nothing, zh: zh, en: en)
    case .part(let zh, let en): self.init(.part, zh: zh, en: en)
    case .whole, nil: return nil
    }
  }
}
