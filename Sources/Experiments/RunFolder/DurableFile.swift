internal import Foundation
internal import Glibc

/// A file that is either the old one or the whole new one, whatever happens in between.
struct DurableFile {
  /// Where it will stand.
  let destination: URL
  /// Where it is written first: in the same folder, hidden.
  let temporary: URL

  /// Writes the bytes under a temporary name and waits until the disk has them.
  init(_ data: Data, at destination: URL) throws(FolderProblem) {
    self.destination = destination
    let name = ".\(destination.lastPathComponent).\(getpid()).tmp"
    temporary = destination.deletingLastPathComponent().appendingPathComponent(name)
    do {
      try data.write(to: temporary)
      let handle = try FileHandle(forWritingTo: temporary)
      try handle.synchronize()
      try handle.close()
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      throw .writeFailed(path: destination.path, reason: error.localizedDescription)
    }
  }

  /// Puts the new file in the place of the old one.
  func putInPlace() throws(FolderProblem) {
    // Both strings live through the call; Foundation offers no rename that replaces a file.
    guard unsafe rename(temporary.path, destination.path) == 0 else {
      let reason = unsafe String(cString: strerror(errno))
      throw .writeFailed(path: destination.path, reason: reason)
    }
  }

  /// Takes the temporary file away again.
  func abandon() {
    try? FileManager.default.removeItem(at: temporary)
  }
}
