/// How far a figure may be trusted to describe this very place.
public enum FigureStanding: String, Sendable, CaseIterable {
  /// Counted or published for this place.
  case fact
  /// Taken from the city or the province around it.
  case proxy
  /// The mean of the country.
  case nationalMean
  /// Solved so that the baseline reproduces observed shares.
  case solved
  /// Assumed: an engineering prior or a figure from memory.
  case assumed
}

/// Where one figure of a county came from, for the first page of every report.
public struct FigureSource: Sendable {
  /// Full key path in the county file.
  public let path: String
  /// The value as the file writes it.
  public let value: String
  /// How far it may be trusted.
  public let standing: FigureStanding
  /// Calibration row such as `U-07`, or `nil`.
  public let id: String?
  /// Free text: publication, place, year.
  public let source: String

  /// Records the origin of a figure.
  public init(path: String, value: String, standing: FigureStanding, id: String?, source: String) {
    self.path = path
    self.value = value
    self.standing = standing
    self.id = id
    self.source = source
  }
}
