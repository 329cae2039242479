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
    let meant =
      Suggestions.didYouMean(name, among: names)
      ?? names.first { $0.hasSuffix("." + name) }.map { "did you mean `\($0)`?" }
    throw Stop(
      .commandLine,
      "\(option): no measure is called `\(name)`; \(meant.map { $0 + " " } ?? "")"
        + "`countyflow describe kpis` lists all of them"
    )
  }
}
