import ArgumentParser
import ScenarioFiles

/// The county file of commands that need no study.
struct CountyOptions: ParsableArguments {
  @Argument(help: "The county file.", completion: .file(extensions: ["yaml", "yml"]))
  var county: String

  /// Reads the county.
  ///
  /// - Throws: `Stop` after all problems have been told.
  func load(_ output: OutputOptions) throws -> LoadedCounty {
    do {
      let loaded = try CountyLoader.load(county)
      if !output.quiet, !loaded.warnings.isEmpty { output.tell(DiagnosticList(loaded.warnings)) }
      return loaded
    } catch {
      throw output.stop(for: error)
    }
  }
}
