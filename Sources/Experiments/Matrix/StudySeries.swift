/// Several studies to be run one after the other and laid side by side.
///
/// Their periods may differ, as those of plans do: each cell of the matrix is of a year of its own
/// study and bears it, and no study is subtracted from another. Policies are compared within a study,
/// over its one period.
public struct StudySeries: Sendable {
  /// Short stable name; also names the run folder.
  public let id: String
  /// Chinese title.
  public let zh: String
  /// English title.
  public let en: String
  /// What every reader must know.
  public let note: String
  /// The indicators, in the order of the matrix.
  public let rows: [MatrixRow]

  /// A series from its parts.
  public init(id: String, zh: String, en: String, note: String, rows: [MatrixRow]) {
    self.id = id
    self.zh = zh
    self.en = en
    self.note = note
    self.rows = rows
  }
}

/// One indicator of a matrix.
public struct MatrixRow: Codable, Sendable, Hashable {
  /// The `id` of the measure.
  public let measure: String
  /// Chinese wording.
  public let zh: String
  /// English wording.
  public let en: String

  /// Names a measure.
  public init(measure: String, zh: String, en: String) {
    self.measure = measure
    self.zh = zh
    self.en = en
  }
}
