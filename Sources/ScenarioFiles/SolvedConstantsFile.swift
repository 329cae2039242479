public import CountyModel
internal import Experiments
internal import Foundation

/// Writes solved constants back into a county, so that they travel with the scenario.
public enum SolvedConstantsFile {
  /// Replaces the four values of section `solved`, in the county file or in the file it includes.
  ///
  /// Only the values change: comments, order and every other line stay as they are. The file is
  /// written beside the old one, brought to disk and then put in its place.
  ///
  /// - Throws: The problems of the county file, or that the new one could not be written.
  public static func write(
    _ constants: SolvedConstants,
    into countyFile: String
  ) throws(DiagnosticList) {
    let library = Library()
    let desk = library.desk
    let document = library.open(path: countyFile)
    let sections = CountyReader(library).sections(document)
    guard desk.errorCount == 0, let solved = sections?.byName["solved"]?.node else {
      throw desk.diagnostics
    }
    var keys = MappingReader(desk, solved, path: "solved", places: .county)
    var replacements: [Replacement] = []
    for (name, value) in named(constants) {
      guard let entry = keys.required(name, expected: "a number") else { continue }
      let node = valueNode(of: entry, on: desk)
      replacements.append(Replacement(span: desk[node].span, text: "\(value)"))
    }
    keys.finish(alsoAllowed: [.note, .provenance])
    guard desk.errorCount == 0 else { throw desk.diagnostics }
    let source = desk[desk[solved].span.start.file]
    let bytes = source.replacing(replacements)
    do {
      try AtomicFile.write(Data(bytes), to: source.name)
    } catch {
      desk.report(
        .unreadable,
        at: desk[solved].span,
        "\(Visible.text(source.name)) cannot be written",
        key: "solved",
        help: "check its permissions and the space left on the disk"
      )
      throw desk.diagnostics
    }
  }

  private static func named(_ constants: SolvedConstants) -> [(name: String, value: Double)] {
    [
      ("selfCare", constants.selfCare), ("grassroots", constants.grassroots),
      ("beyondVisits", constants.beyondVisits), ("beyondAdmissions", constants.beyondAdmissions),
    ]
  }

  /// A figure is plain, or a mapping with `value`.
  private static func valueNode(of entry: Entry, on desk: Desk) -> NodeID {
    guard case .mapping(let parts) = desk[entry.value].content else { return entry.value }
    return parts.first { $0.key == "value" }?.value ?? entry.value
  }
}

/// A stretch of one line and what is to stand there.
struct Replacement {
  let span: Span
  let text: String
}

extension SourceFile {
  /// The bytes with some stretches replaced.
  func replacing(_ replacements: [Replacement]) -> [UInt8] {
    var bytes = bytes
    for replacement in replacements.sorted(by: { $0.span.start > $1.span.start }) {
      let start = offset(of: replacement.span.start)
      let end = offset(ofScalar: replacement.span.length, after: start)
      bytes.replaceSubrange(start..<end, with: Array(replacement.text.utf8))
    }
    return bytes
  }
}
