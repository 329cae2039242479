internal import Foundation

/// The folder that a run leaves behind: manifest, scenario, readings, verdicts and report.
public struct RunFolder: Sendable {
  /// Name of the file with the numbers.
  public static let readings = "readings.json"
  /// Name of the file with versions, seeds and hashes.
  public static let manifest = "manifest.json"
  /// Name of the file that holds the matrix of a series.
  public static let matrix = "matrix.json"
  /// Name of the page that opens by double-click.
  public static let report = "report.html"

  /// Where the folder is.
  public let path: String
  private let origin: Origin

  private enum Origin: Sendable { case made, found }

  /// Finds or makes the folder of a study before anything is run.
  ///
  /// An empty folder is used; an earlier run of the same study is replaced file by file. Whether it
  /// may be is for `loss(at:under:)` to tell.
  ///
  /// - Parameters:
  ///   - path: Where it shall be.
  ///   - study: The `id` of the study.
  /// - Throws: `FolderProblem` when it holds anything else or cannot be written.
  public init(at path: String, forStudy study: String) throws(FolderProblem) {
    try self.init(at: path) { Self.study(of: path) == study }
  }

  /// Finds an empty folder or makes one, for files that must never replace others.
  ///
  /// - Throws: `FolderProblem` when it holds anything or cannot be written.
  public init(newAt path: String) throws(FolderProblem) {
    try self.init(at: path) { false }
  }

  private init(at path: String, mayReplace: () -> Bool) throws(FolderProblem) {
    self.path = path
    let files = FileManager.default
    if files.fileExists(atPath: path) {
      origin = .found
      // What cannot be listed may hold anything; and a file is no folder.
      guard let names = try? files.contentsOfDirectory(atPath: path) else {
        throw .notWritable(path: path, reason: "it is not a folder that can be listed")
      }
      let left = TemporaryName.leftOvers(in: path)
      let held = names.filter { !left.contains($0) }
      if !held.isEmpty, !mayReplace() { throw .notEmpty(path: path) }
      guard files.isWritableFile(atPath: path) else {
        throw .notWritable(path: path, reason: "no permission to write")
      }
      for name in left { try? files.removeItem(atPath: path + "/" + name) }
    } else {
      origin = .made
      do {
        try files.createDirectory(atPath: path, withIntermediateDirectories: true)
      } catch {
        throw .notWritable(path: path, reason: error.localizedDescription)
      }
    }
  }

  /// A file that is made by somebody who needs its path.
  public struct MadeFile {
    let name: String
    let make: (String) throws -> Void

    /// A file that `make` makes at the path that it is given.
    public init(_ name: String, _ make: @escaping (String) throws -> Void) {
      self.name = name
      self.make = make
    }
  }

  /// Writes all files, or none: first each under a temporary name, then each in its place.
  ///
  /// A name may lead into a folder below, which is made.
  public func write(
    _ files: [(name: String, text: String)],
    making made: [MadeFile] = []
  ) throws(FolderProblem) {
    var written: [AtomicFile] = []
    var parents: [URL] = []
    do {
      for file in files {
        let place = try place(of: file.name, noting: &parents)
        written.append(try AtomicFile(Data(file.text.utf8), at: place))
      }
      for file in made {
        let place = try place(of: file.name, noting: &parents)
        written.append(try AtomicFile(at: place, making: file.make))
      }
    } catch {
      for file in written { file.abandon() }
      for parent in parents.reversed() { try? FileManager.default.removeItem(at: parent) }
      throw error
    }
    for (place, file) in written.enumerated() {
      do throws(FolderProblem) {
        try file.putInPlace()
      } catch {
        for rest in written[place...] { rest.abandon() }
        throw error
      }
    }
  }

  /// Path of a file, in a folder that is there; one that had to be made is noted.
  private func place(
    of name: String,
    noting parents: inout [URL]
  ) throws(FolderProblem) -> String {
    let place = URL(fileURLWithPath: path, isDirectory: true).appendingPathComponent(name)
    var parent = place.deletingLastPathComponent()
    var missing: [URL] = []
    while !FileManager.default.fileExists(atPath: parent.path) {
      missing.append(parent)
      parent = parent.deletingLastPathComponent()
    }
    for folder in missing.reversed() {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      } catch {
        throw .notWritable(path: folder.path, reason: error.localizedDescription)
      }
      parents.append(folder)
    }
    return place.path
  }

  /// Takes an empty folder away again that was made for a run that came to nothing.
  public func abandon() {
    guard origin == .made else { return }
    let held = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    if held.isEmpty { try? FileManager.default.removeItem(atPath: path) }
  }

  /// The table of an earlier run, whose report shall be drawn again.
  ///
  /// - Parameter path: The folder of the run, or its readings.
  /// - Returns: The table and the folder.
  /// - Throws: `FolderProblem.missing`, or `FolderProblem.notARun` when this is no run of this program.
  public static func table(at path: String) throws(FolderProblem) -> (OutcomeTable, RunFolder) {
    let (file, folder) = try found(readings, at: path)
    let table = try decoded(OutcomeTable.self, from: file)
    guard table.schema == OutcomeTable.currentSchema else {
      throw .notARun(path: file, reason: "its schema is \(table.schema)")
    }
    guard table.isWhole else {
      throw .notARun(path: file, reason: "its parts do not fit each other")
    }
    return (table, folder)
  }

  /// The matrix of an earlier series, whose page shall be drawn again.
  ///
  /// - Parameter path: The folder of the series, or its matrix.
  /// - Returns: The matrix and the folder.
  /// - Throws: `FolderProblem.missing`, or `FolderProblem.notARun` when this is no matrix of this
  ///   program.
  public static func matrix(at path: String) throws(FolderProblem) -> (MatrixTable, RunFolder) {
    let (file, folder) = try found(matrix, at: path)
    let table = try decoded(MatrixTable.self, from: file)
    guard table.schema == MatrixTable.currentSchema else {
      throw .notARun(path: file, reason: "its schema is \(table.schema)")
    }
    guard table.isWhole else {
      throw .notARun(path: file, reason: "its parts do not fit each other")
    }
    return (table, folder)
  }

  /// A file by the path of its folder or its own, and that folder.
  private static func found(
    _ name: String,
    at path: String
  ) throws(FolderProblem) -> (file: String, folder: RunFolder) {
    let place = URL(fileURLWithPath: path)
    guard let kind = try? place.resourceValues(forKeys: [.isDirectoryKey]) else {
      throw .missing(path: path)
    }
    guard kind.isDirectory == true else { return (path, RunFolder(holding: path)) }
    return (path + "/" + name, RunFolder(path: path, origin: .found))
  }

  private static func decoded<Table: Decodable>(
    _ type: Table.Type,
    from file: String
  ) throws(FolderProblem) -> Table {
    guard let data = FileManager.default.contents(atPath: file) else {
      let name = URL(fileURLWithPath: file).lastPathComponent
      throw .notARun(path: file, reason: "no \(name) in it")
    }
    do {
      return try CanonicalJSON.decode(type, from: data)
    } catch {
      throw .notARun(path: file, reason: "not a results file")
    }
  }

  /// The folder in which a file of an earlier run lies.
  public init(holding file: String) {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().relativePath
    self.init(path: folder, origin: .found)
  }

  private init(path: String, origin: Origin) {
    self.path = path
    self.origin = origin
  }

  /// The study or network of which a folder holds a run.
  private static func study(of path: String) -> String? {
    guard
      let data = FileManager.default.contents(atPath: path + "/" + manifest),
      let manifest = try? CanonicalJSON.decode(Signed.self, from: data)
    else { return nil }
    return manifest.contract.study
  }

  /// What the manifests of all kinds of run have in common.
  private struct Signed: Decodable {
    let contract: Contract

    struct Contract: Decodable {
      let study: String
    }
  }
}
