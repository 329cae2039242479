public import Foundation

/// The folder of a sweep: `sweep.json`, `inputs/`, `shards/`, and what `merge` makes of them.
public struct SweepFolder: Sendable {
  /// Name of the file that says what the sweep is made of.
  public static let manifest = "sweep.json"
  /// Name of the folder with a copy of every file that was read.
  public static let inputs = "inputs"
  /// Name of the folder with one file for each finished task.
  public static let shards = "shards"

  /// Where the folder is.
  public let path: String

  /// Names a folder, which need not be there.
  public init(at path: String) { self.path = path }

  /// Path of a file of the folder.
  public func path(of name: String) -> String { path + "/" + name }

  /// The manifest in the folder; `nil` when there is none.
  ///
  /// - Throws: `FolderProblem.notARun` when the file is there and is no manifest of this version, or
  ///   one whose lists do not fit each other.
  public func readManifest() throws(FolderProblem) -> SweepManifest? {
    let file = path(of: Self.manifest)
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    guard let data = FileManager.default.contents(atPath: file),
      let manifest = try? CanonicalJSON.decode(SweepManifest.self, from: data)
    else { throw .notARun(path: file, reason: "not the manifest of a sweep") }
    guard SweepManifest.schemas.contains(manifest.schema) else {
      throw .notARun(path: file, reason: "its schema is \(manifest.schema)")
    }
    guard manifest.isWhole else {
      throw .notARun(path: file, reason: "its parts do not fit each other")
    }
    return manifest
  }

  /// Whether a sweep may begin in the folder: it is absent, empty, or was cut off before its
  /// manifest was written.
  public var isFree: Bool {
    guard FileManager.default.fileExists(atPath: path) else { return true }
    let files = FileManager.default
    guard let held = try? files.contentsOfDirectory(atPath: path) else { return false }
    return held.allSatisfy { name in
      name == Self.inputs || name == Self.shards || name.hasPrefix(".\(Self.manifest).")
    }
  }

  /// Makes the folder, copies the inputs and writes the manifest, in this order.
  ///
  /// A folder without a manifest is no sweep yet: whatever was cut off here is made again.
  ///
  /// - Throws: `FolderProblem`.
  public func begin(
    _ manifest: SweepManifest,
    inputs: [(name: String, bytes: Data)]
  ) throws(FolderProblem) {
    try makeShards()
    for input in inputs {
      let place = path(of: input.name)
      try makeFolder(URL(fileURLWithPath: place).deletingLastPathComponent().path)
      try AtomicFile.write(input.bytes, to: place)
    }
    try write(manifest)
  }

  /// Makes the folder of the shards where there is none: what carries folders by their files, such as
  /// Git, leaves an empty one behind.
  ///
  /// - Throws: `FolderProblem`.
  public func makeShards() throws(FolderProblem) { try makeFolder(path(of: Self.shards)) }

  /// Puts a manifest in the place of the old one.
  public func write(_ manifest: SweepManifest) throws(FolderProblem) {
    try write(text(of: manifest), as: Self.manifest)
  }

  /// Writes a file unless it says the same already, so that a finished folder stays as it is.
  public func write(_ text: String, as name: String) throws(FolderProblem) {
    try makeFolder(URL(fileURLWithPath: path(of: name)).deletingLastPathComponent().path)
    let data = Data(text.utf8)
    if FileManager.default.contents(atPath: path(of: name)) == data { return }
    try AtomicFile.write(data, to: path(of: name))
  }

  /// The manifest as its file holds it.
  private func text(of manifest: SweepManifest) throws(FolderProblem) -> String {
    do {
      return try CanonicalJSON.text(of: manifest) + "\n"
    } catch {
      throw .writeFailed(path: path(of: Self.manifest), reason: "it cannot be written as JSON")
    }
  }

  /// Finds out whether shards could be written, before anything is run for them.
  ///
  /// - Throws: `FolderProblem.notWritable`; nothing is made.
  public func checkWritable() throws(FolderProblem) {
    for place in [path, path(of: Self.shards)] {
      let standing = Self.standing(of: place)
      // Follows links, as writing does.
      guard FileManager.default.fileExists(atPath: standing + "/.") else {
        throw .notWritable(path: standing, reason: "it is not a folder that can be entered")
      }
      guard FileManager.default.isWritableFile(atPath: standing) else {
        throw .notWritable(path: standing, reason: "no permission to write")
      }
    }
  }

  /// The nearest on the way up that is there: in it everything else would be made.
  private static func standing(of path: String) -> String {
    var place = URL(fileURLWithPath: path)
    while !FileManager.default.fileExists(atPath: place.path), place.pathComponents.count > 1 {
      place = place.deletingLastPathComponent()
    }
    return place.path
  }

  private func makeFolder(_ path: String) throws(FolderProblem) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .notWritable(path: path, reason: FolderProblem.reason(of: error))
    }
  }
}

extension SweepManifest {
  /// The folder in which results are put when nobody says.
  public static let standardPlace = "notebooks-out"

  /// Where a sweep is put when nobody says: named after it and what it is made of.
  public var standardFolder: String {
    let made = points.flatMap(\.scenarios).joined(separator: "\n")
    return "\(Self.standardPlace)/\(id)-\(SHA256.hexadecimal(Array(made.utf8)).prefix(8))"
  }
}
