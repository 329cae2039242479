/// The dimension in which an input or a lever is written in files and held in the model.
public enum FigureUnit: String, Sendable, CaseIterable {
  /// A whole number of things: beds, residents, vehicles.
  case count
  /// A plain number without a dimension, such as a utility coefficient or a multiplier.
  case number
  /// A share from 0 to 1; files may write `12%`.
  case share
  /// Percentage points, written as a plain number: 20 means 20 points.
  case points
  /// A duration, held in minutes; files write `6 min`, `2 h`.
  case minutes
  /// A duration, held in days; files write `8.8 d`, `26 wk`.
  case days
  /// Kilometres.
  case kilometres
  /// Square kilometres.
  case squareKilometres
  /// Kilometres per hour.
  case kilometresPerHour
  /// Money, held in yuan; the model works in whole fen.
  case yuan
  /// Events per thousand residents and year.
  case perThousandYear
  /// Events per resident and year.
  case perResidentYear
}
