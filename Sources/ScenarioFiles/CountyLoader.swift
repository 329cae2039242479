public import CountyModel
public import Experiments
public import Geography

/// A county that was read from its file, laid out.
public struct LoadedCounty: Sendable {
  /// The county as the model reads it.
  public let inputs: CountyInputs
  /// The county as it is laid out.
  public let map: CountyMap
  /// Place on the globe of kilometre 0, where the county says so.
  public let origin: GlobePosition?
  /// The files that were read, by name and hash.
  public let files: [InputFile]
  /// What was pointed out on the way.
  public let warnings: [Diagnostic]
  /// SHA-256 over the names and hashes of all files: the same inputs, the same 64 digits.
  public let inputHash: String
}

/// Reads counties without a study.
public enum CountyLoader {
  /// What a county should be asked for: its figures that are no facts yet.
  ///
  /// - Throws: All problems of all files, in file order.
  public static func dataRequest(_ path: String) throws(DiagnosticList) -> DataRequest {
    let library = Library()
    let file = CountyReader(library).county(library.open(path: path))
    guard library.desk.errorCount == 0, let file else { throw library.desk.diagnostics }
    return DataRequest(file)
  }

  /// Reads a county file, the sections and the tables it names, and lays the county out.
  ///
  /// - Throws: All problems of all files, in file order.
  public static func load(_ path: String) throws(DiagnosticList) -> LoadedCounty {
    let library = Library()
    let desk = library.desk
    let file = CountyReader(library).county(library.open(path: path))
    guard desk.errorCount == 0, let file, let map = StudyLoader.layOut(file, desk) else {
      throw desk.diagnostics
    }
    let files = desk.sources.map { InputFile(name: $0.logicalName, sha256: $0.sha256) }
      .sorted { $0.name < $1.name }
    let lines = files.map { "\($0.sha256) \($0.name)\n" }
    return LoadedCounty(
      inputs: file.inputs,
      map: map,
      origin: file.tables.origin,
      files: files,
      warnings: desk.diagnostics.warnings,
      inputHash: FileDoor.sha256(of: Array(lines.joined().utf8))
    )
  }
}
