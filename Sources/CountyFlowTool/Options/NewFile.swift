import Foundation

/// A file that a command makes, and never in the place of another.
enum NewFile {
  /// Refuses a path where something is already, before anything is done for it.
  ///
  /// - Throws: `Stop` with 4; what is there stays as it is.
  static func check(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    throw Stop(.file, "E304: \(path) is there already; name a new file")
  }
}
