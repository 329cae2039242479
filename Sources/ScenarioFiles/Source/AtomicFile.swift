internal import Foundation
internal import Glibc

/// Replaces files so that a reader sees the old one or the new one, never a part.
enum AtomicFile {
  /// Why a file could not be replaced; the old one is untouched.
  struct Failure: Error {}

  /// Writes a file beside the old one, brings it to disk and puts it in its place.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let temporary = target.deletingLastPathComponent()
      .appendingPathComponent(".\(target.lastPathComponent).\(UUID().uuidString).tmp")
    do {
      try Data().write(to: temporary, options: .withoutOverwriting)
      let handle = try FileHandle(forWritingTo: temporary)
      try handle.write(contentsOf: Data(bytes))
      try handle.synchronize()
      try handle.close()
      // Both strings live through the call. Foundation's `replaceItemAt` loses both files on Linux.
      guard unsafe rename(temporary.path, target.path) == 0 else { throw Failure() }
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      throw error
    }
  }
}
