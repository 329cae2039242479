internal import CountyModel
internal import Geography

/// The figures of a county that nobody has counted there yet: what to ask the county for.
public struct DataRequest: Sendable {
  /// One figure to be filled in.
  public struct Row: Sendable {
    /// Full path of the figure in the county file.
    public let path: String
    /// Chinese title.
    public let zh: String
    /// English title.
    public let en: String
    /// The unit in which it is written.
    public let unit: String
    /// What may be filled in, in words, with the range.
    public let expected: String
    /// What is used until it is known.
    public let now: String
    /// How far that may be trusted: `proxy`, `nationalMean` or `assumed`.
    public let standing: String
    /// Where that came from.
    public let source: String
    /// Part of the verdict's variance that knowing the figure would take away; `nil` when no study
    /// of it was given.
    public internal(set) var importance: Double?
  }

  /// English name of the county.
  public let county: String
  /// Figures that are no facts of the county, the most valuable first, else in the order of the
  /// county file.
  public private(set) var rows: [Row]

  /// Names of the columns in order: the name in files, and the Chinese one, which is read too.
  public static var columns: [(name: String, zh: String)] {
    AnswersReader.columns.map { ($0.name, $0.zh) }
  }

  init(_ county: CountyFile) {
    self.county = county.inputs.facts.nameEn
    let declared = Dictionary(
      CountyInputs.declarations.map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    rows = county.sources.compactMap { source -> Row? in
      let general = source.path.replacing(#/\[\d+\]/#, with: "[]")
      guard ![.fact, .solved].contains(source.standing), let figure = declared[general] else {
        return nil
      }
      return Row(
        path: source.path,
        zh: figure.zh,
        en: figure.en,
        unit: figure.unit.rawValue,
        expected: figure.inWords + ", " + QuantityGrammar.text(figure.range, in: figure.unit),
        now: source.value,
        standing: source.standing.rawValue,
        source: source.source
      )
    }
  }

  /// Puts the figures that matter most first.
  ///
  /// - Parameter values: Importance by path; what is not named keeps its place behind them.
  /// - Returns: The same figures in another order.
  public func ranked(by values: [String: Double]) -> DataRequest {
    var ranked = self
    for row in rows.indices { ranked.rows[row].importance = values[rows[row].path] }
    ranked.rows = ranked.rows.enumerated().sorted { one, other in
      let (a, b) = (one.element.importance ?? -1, other.element.importance ?? -1)
      return a == b ? one.offset < other.offset : a > b
    }.map(\.element)
    return ranked
  }
}
