import CountyModel
import ScenarioFiles

/// A measure that the command line names.
enum MeasureName {
  /// Refuses a name that no measure has, with the one that was probably meant.
  ///
  /// - Parameters:
  ///   - name: What was typed.
  ///   - option: The option behind which it stands, such as `--measure`.
  /// - Throws: `Stop` with 2.
  static func check(_ name: String, of option: String) throws {
    let names = Measure.all.map(\.id)
    guard !names.contains(name) else { return }
    let meant = Suggestions.didYouMean(name, among: names) ?? wholeNames(of: name, among: names)
    throw Stop(
      .commandLine,
      "\(option): no measure is called `\(name)`; \(meant.map { $0 + " " } ?? "")"
        + "`countyflow describe kpis` lists all of them"
    )
  }

  /// The measures of a name that was typed without its department.
  private static func wholeNames(of name: String, among names: [String]) -> String? {
    let whole = names.filter { $0.hasSuffix("." + name) }
    guard !whole.isEmpty else { return nil }
    return "did you mean \(whole.map { "`\($0)`" }.joined(separator: " or "))?"
  }
}
