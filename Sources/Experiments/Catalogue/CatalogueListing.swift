internal import CountyModel

/// What `describe --json` prints: levers, measures or inputs as the model declares them.
public struct CatalogueListing: Encodable, Sendable {
  /// `countyflow/describe/1`.
  public let schema = "countyflow/describe/1"
  /// `levers`, `kpis` or `inputs`.
  public let kind: String
  /// The entries, in the order of the model.
  public let entries: [Entry]

  /// One lever, measure or input.
  public struct Entry: Encodable, Sendable {
    /// Path of a lever or an input, name of a measure.
    public let id: String
    /// Chinese title.
    public let zh: String
    /// English title.
    public let en: String
    /// Unit.
    public let unit: String
    /// Smallest value that makes sense.
    public var low: Double?
    /// Largest value that makes sense.
    public var high: Double?
    /// The value of a lever that changes nothing.
    public var neutral: Double?
    /// How many numbers a list holds.
    public var count: Int?
    /// Rows of the plans that a lever implements.
    public var plan: [String]?
    /// Which way of a measure is better.
    public var better: String?
    /// Numerator and denominator of a measure in words.
    public var means: String?
    /// Official definition that a measure follows.
    public var source: String?
    /// Version of a measure's definition.
    public var version: Int?
  }

  /// Every lever.
  public static var levers: CatalogueListing {
    CatalogueListing(
      kind: "levers",
      entries: LeverCatalogue.all.map {
        var entry = Entry(id: $0.path, zh: $0.zh, en: $0.en, unit: $0.unit.rawValue)
        (entry.low, entry.high) = ($0.range.lowerBound, $0.range.upperBound)
        (entry.neutral, entry.plan) = ($0.neutral, $0.plan)
        return entry
      }
    )
  }

  /// Every measure.
  public static var measures: CatalogueListing {
    CatalogueListing(
      kind: "kpis",
      entries: Measure.all.map {
        var entry = Entry(id: $0.id, zh: $0.zh, en: $0.en, unit: $0.unit.rawValue)
        (entry.better, entry.means) = ($0.better.rawValue, $0.means)
        (entry.source, entry.version) = ($0.source, $0.version)
        return entry
      }
    )
  }

  /// Every input of a county file.
  public static var inputs: CatalogueListing {
    CatalogueListing(
      kind: "inputs",
      entries: CountyInputs.declarations.map {
        var entry = Entry(id: $0.path, zh: $0.zh, en: $0.en, unit: $0.unit.rawValue)
        (entry.low, entry.high) = ($0.range.lowerBound, $0.range.upperBound)
        entry.count = $0.count
        return entry
      }
    )
  }
}
