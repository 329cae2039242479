public import Experiments

/// A series that was read from files, with its studies ready to run.
public struct LoadedSeries: Sendable {
  /// The series.
  public let series: StudySeries
  /// Its studies, in the order of the file.
  public let members: [LoadedStudy]
  /// What was pointed out on the way.
  public let warnings: [Diagnostic]
  /// SHA-256 over the hashes of the studies: the same inputs, the same 64 digits.
  public let inputHash: String
}

/// Reads files that run several studies.
public enum SeriesLoader {
  /// Whether a file says that it is a series; a file that cannot be read is none.
  public static func isSeries(_ path: String) -> Bool {
    SchemaKind.of(path) == .studies
  }

  /// Reads a series, every study it names and every file these name.
  ///
  /// - Parameters:
  ///   - path: The series.
  ///   - shocks: Policy files to lay over every policy of every study.
  /// - Returns: The series with its studies.
  /// - Throws: All problems of all files, in file order.
  public static func load(
    _ path: String,
    shocks: [String] = []
  ) throws(DiagnosticList) -> LoadedSeries {
    let library = Library()
    let file = SeriesReader(library).read(library.open(path: path))
    guard library.desk.errorCount == 0, let file else { throw library.desk.diagnostics }
    var members: [LoadedStudy] = []
    // Each study is read by itself, so that its manifest names its own files only.
    for member in file.members {
      let loaded = try StudyLoader.load(member.path, keeping: member.policies, shocks: shocks)
      members.append(loaded.with(replications: member.replications))
    }
    let lines = members.map { "\($0.inputHash) \($0.study.id)\n" }
    return LoadedSeries(
      series: file.series,
      members: members,
      warnings: library.desk.diagnostics.warnings,
      inputHash: FileDoor.sha256(of: Array(lines.joined().utf8))
    )
  }
}
