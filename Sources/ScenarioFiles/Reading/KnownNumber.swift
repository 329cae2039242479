internal import CountyModel

/// One number of a county: its full path, what it is, and what the file says.
struct KnownNumber {
  /// `beds.township`, or `geography.ageShares[0]` within a list of numbers.
  let path: String
  let declaration: FigureDeclaration
  /// In the unit of the model.
  let value: Double
}
