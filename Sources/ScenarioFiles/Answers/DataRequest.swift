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
    /// The unit in which it is written, in English and in Chinese.
    public let unit: (en: String, zh: String)
    /// What may be filled in, with the range, in words of both languages.
    public let expected: (en: String, zh: String)
    /// What is used until it is known.
    public let now: String
    /// How far that may be trusted, such as `nationalMean`, and the same in Chinese.
    public let standing: (en: String, zh: String)
    /// Where that came from.
    public let source: String
    /// By how much knowing the figure would change a chance of meeting a target, 0 to 1, the greatest
    /// over all targets; `nil` when no sweep says so.
    public internal(set) var importance: Double?
    /// How far the figure could lie from what is used: what may be filled in at most less at least,
    /// over the mean size of today's value; 0 for where a place lies.
    let width: Double
  }

  /// Whether a figure says where a place lies: read off a map, not counted, and where its 0 lies says
  /// nothing about how well it is known.
  private static func isPosition(_ path: String) -> Bool {
    path.hasSuffix(".east") || path.hasSuffix(".north")
  }

  /// English name of the county.
  public let county: String
  /// Figures that are no facts of the county: those whose range is widest beside their value first and
  /// positions of places last, until a sweep says which matter.
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
    let values = Dictionary(
      county.numbers.map { (Self.figure(of: $0.path), [$0.value]) },
      uniquingKeysWith: +
    )
    let found = county.sources.compactMap { source -> Row? in
      let general = source.path.replacing(#/\[\d+\]/#, with: "[]")
      // Nobody can count a seed.
      guard ![.fact, .solved].contains(source.standing), let figure = declared[general],
        !general.hasSuffix(".seed")
      else { return nil }
      let unit = QuantityGrammar.name(figure.unit)
      return Row(
        path: source.path,
        zh: figure.zh,
        en: figure.en,
        unit: (unit.en, unit.zh),
        expected: (figure.inWords, figure.inChinese),
        now: source.value,
        standing: (source.standing.rawValue, AnswersReader.inChinese(source.standing)),
        source: source.source,
        width: Self.isPosition(general)
          ? 0 : Self.width(of: figure.range, beside: values[source.path] ?? [])
      )
    }
    rows = Self.ordered(found) { $0.width }
  }

  /// The path of a figure without the place in its list: `beds.general` for `beds.general[0]`.
  private static func figure(of path: String) -> String {
    path.hasSuffix("]") ? String(path.prefix(upTo: path.lastIndex(of: "[") ?? path.endIndex)) : path
  }

  /// A range over the mean size of the values that are used; greatest where all of them are 0.
  private static func width(of range: ClosedRange<Double>, beside values: [Double]) -> Double {
    let size = values.reduce(0) { $0 + abs($1) } / Double(max(1, values.count))
    return size > 0 ? (range.upperBound - range.lowerBound) / size : .greatestFiniteMagnitude
  }

  /// The rows with the greatest first; equal ones stay in the order of the county file.
  private static func ordered(_ rows: [Row], by worth: (Row) -> Double) -> [Row] {
    rows.enumerated().sorted { one, other in
      let (a, b) = (worth(one.element), worth(other.element))
      return a == b ? one.offset < other.offset : a > b
    }.map(\.element)
  }

  /// Puts the figures that matter most first.
  ///
  /// - Parameter values: Importance by path, of a figure or of the numbers of its list, of which the
  ///   greatest counts; what is not named keeps its place behind them.
  /// - Returns: The same figures in another order.
  public func ranked(by values: [String: Double]) -> DataRequest {
    var ranked = self
    for row in rows.indices {
      let path = rows[row].path
      ranked.rows[row].importance =
        values.filter { $0.key == path || Self.figure(of: $0.key) == path }.map(\.value).max()
    }
    ranked.rows = Self.ordered(ranked.rows) { $0.importance ?? -1 }
    return ranked
  }
}
