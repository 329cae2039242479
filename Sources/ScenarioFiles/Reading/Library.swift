internal import Foundation

/// The files of a load: each is opened once, however often it is named.
final class Library {
  let desk = Desk()
  private var documents: [String: DocumentReader.Document] = [:]
  /// Tables that were opened, by their path.
  private var tables: [String: SourceID] = [:]
  /// Policies that are being read, to notice circles.
  var openPolicies: [SourceID] = []
  /// Policies that were read, by their file.
  var policies: [SourceID: PolicyFile] = [:]

  /// Which files another file may name.
  enum Reach {
    /// Any relative path.
    case anywhere
    /// Only files in its own folder and below.
    case ownFolder
  }

  /// Opens a file from the command line.
  func open(path: String) -> DocumentReader.Document {
    open(path: path, logicalName: Library.logicalName(of: path), askedAt: nil)
  }

  /// Opens the file that a value names, relative to the file in which the value stands.
  func open(
    _ reference: String,
    at node: NodeID,
    key: String,
    reach: Reach
  ) -> DocumentReader.Document? {
    let span = desk[node].span
    guard isAllowed(reference, reach) else {
      let folder = reach == .ownFolder ? "in the same folder" : "relative to this file"
      desk.report(
        .leavesFolder,
        at: span,
        "\(Visible.quoted(reference)) leaves the scenario folder",
        key: key,
        expected: "a path \(folder), such as `file.yaml`"
      )
      return nil
    }
    let source = desk[span.start.file]
    return open(
      path: Library.join(source.name, reference),
      logicalName: Library.join(source.logicalName, reference),
      askedAt: DocumentReader.Asked(span: span, keyPath: key)
    )
  }

  /// Opens the table that a value names: text, not YAML, in the folder of the file or below.
  func table(_ reference: String, at node: NodeID, key: String) -> SourceID? {
    let span = desk[node].span
    guard isAllowed(reference, .ownFolder) else {
      desk.report(
        .leavesFolder,
        at: span,
        "\(Visible.quoted(reference)) leaves the scenario folder",
        key: key,
        expected: "a path in the same folder, such as `arrivals.csv`"
      )
      return nil
    }
    let source = desk[span.start.file]
    let path = Library.join(source.name, reference)
    if let table = tables[path] { return table }
    let table = DocumentReader(desk: desk).table(
      path: path,
      logicalName: Library.join(source.logicalName, reference),
      askedAt: DocumentReader.Asked(span: span, keyPath: key)
    )
    if let table { tables[path] = table }
    return table
  }

  private func open(
    path: String,
    logicalName: String,
    askedAt asked: DocumentReader.Asked?
  ) -> DocumentReader.Document {
    let place = URL(fileURLWithPath: path).standardizedFileURL.path
    if let document = documents[place] { return document }
    let document = DocumentReader(desk: desk).open(
      path: path,
      name: path,
      logicalName: logicalName,
      askedAt: asked
    )
    // A file that could not be opened is reported at every place that names it.
    if !desk[document.source].sha256.isEmpty { documents[place] = document }
    return document
  }

  private func isAllowed(_ reference: String, _ reach: Reach) -> Bool {
    guard !reference.hasPrefix("/"), !reference.hasPrefix("~"), !reference.contains("\\") else {
      return false
    }
    return reach == .anywhere || !reference.split(separator: "/").contains("..")
  }

  /// The folder in which a named file stands, by its own name; the file's name when there is none.
  static func folder(of reference: String) -> String {
    let parts = reference.split(separator: "/").filter { $0 != ".." && $0 != "." }
    return String(parts.dropLast().last ?? parts.last ?? "")
  }

  /// The path of a file named relative to another, without detours over `..`.
  static func join(_ file: String, _ reference: String) -> String {
    var parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(
      String.init
    )
    for part in reference.split(separator: "/").map(String.init) where part != "." {
      if part == "..", let last = parts.last, last != "..", last != "." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// The path from the `Scenarios` folder on; elsewhere only the file's name.
  static func logicalName(of path: String) -> String {
    let parts = URL(fileURLWithPath: path).standardizedFileURL.pathComponents
    guard let folder = parts.lastIndex(of: "Scenarios"), folder + 1 < parts.count else {
      return parts.last ?? path
    }
    return parts[(folder + 1)...].joined(separator: "/")
  }
}
