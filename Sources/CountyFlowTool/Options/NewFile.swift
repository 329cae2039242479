import Foundation

/// A file that a command makes, and never in the place of another.
enum NewFile {
  /// Refuses a path where something is already, and a name that not every system allows, before
  /// anything is done for it.
  ///
  /// - Throws: `Stop` with 4, or with 3 for the name; what is there stays as it is.
  static func check(_ path: String) throws {
    // Links are not followed here: one that leads nowhere would be written through.
    guard (try? FileManager.default.attributesOfItem(atPath: path)) == nil else {
      throw Stop(.file, "E304: \(path) is there already; name a new file")
    }
    try OutputName.check(path)
  }
}
