extension SweepManifest.Axis {
  /// What stands before a figure of the county whose path is also that of a lever.
  public static let countyPrefix = "county."

  /// The path in the county file of a figure that is named with or without `county.` before it.
  public static func figurePath(of path: String) -> String {
    path.hasPrefix(countyPrefix) ? String(path.dropFirst(countyPrefix.count)) : path
  }
}
