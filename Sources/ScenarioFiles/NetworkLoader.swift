public import Experiments
public import NetworkModel

/// A network that was read from its file, ready to run.
public struct LoadedNetwork: Sendable {
  /// The network.
  public let study: NetworkStudy
  /// What was pointed out on the way.
  public let warnings: [Diagnostic]
  /// SHA-256 over the names and hashes of all files: the same inputs, the same 64 digits.
  public let inputHash: String
  private let resolved: ResolvedNetwork

  init(_ file: NetworkFile, _ desk: Desk) {
    study = NetworkStudy(
      id: file.id,
      inputs: file.inputs,
      files: desk.sources.map { InputFile(name: $0.logicalName, sha256: $0.sha256) }
        .sorted { $0.name < $1.name }
    )
    warnings = desk.diagnostics.warnings
    let lines = study.files.map { "\($0.sha256) \($0.name)\n" }
    inputHash = FileDoor.sha256(of: Array(lines.joined().utf8))
    resolved = ResolvedNetwork(file, on: desk)
  }

  /// The network in one file of its own, for the run folder: JSON that is a network file again.
  ///
  /// Seed and replications are those of the run, which the command line may have changed; tables
  /// are written out.
  public func resolvedJSON(seed: UInt64, replications: Int) -> String {
    resolved.json(seed: seed, replications: replications)
  }
}

/// Reads networks.
public enum NetworkLoader {
  /// Reads a network file and the tables it names.
  ///
  /// - Throws: All problems of all files, in file order.
  public static func load(_ path: String) throws(DiagnosticList) -> LoadedNetwork {
    let library = Library()
    let file = try read(library.open(path: path), library)
    return LoadedNetwork(file, library.desk)
  }

  /// Reads a network file that is not on disk; it names no tables.
  ///
  /// - Throws: All problems of the text.
  public static func inputs(
    inText text: String,
    named name: String
  ) throws(DiagnosticList) -> NetworkInputs {
    let library = Library()
    return try read(DocumentReader(desk: library.desk).open(text: text, name: name), library).inputs
  }

  private static func read(
    _ document: DocumentReader.Document,
    _ library: Library
  ) throws(DiagnosticList) -> NetworkFile {
    let file = NetworkReader(library).read(document)
    file?.check(on: library.desk)
    guard library.desk.errorCount == 0, let file else { throw library.desk.diagnostics }
    return file
  }
}
