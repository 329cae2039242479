public import Foundation
internal import Glibc

/// A file that is either the old one or the whole new one, whatever happens in between.
public struct DurableFile: Sendable {
  /// Where it will stand.
  let destination: URL
  /// Where it is written first: in the same folder, hidden.
  let temporary: URL

  /// Writes the bytes under a temporary name and waits until the disk has them.
  init(_ data: Data, at destination: URL) throws(FolderProblem) {
    try self.init(at: destination) { try data.write(to: URL(fileURLWithPath: $0)) }
  }

  /// Has a file made under a temporary name and waits until the disk has it.
  ///
  /// - Parameters:
  ///   - destination: Where it will stand.
  ///   - make: Makes the file at the path that it is given.
  /// - Throws: `FolderProblem.writeFailed`; nothing is left behind then.
  public init(at destination: URL, making make: (String) throws -> Void) throws(FolderProblem) {
    self.destination = destination
    let name = ".\(destination.lastPathComponent).\(getpid()).tmp"
    temporary = destination.deletingLastPathComponent().appendingPathComponent(name)
    do {
      try make(temporary.path)
      let handle = try FileHandle(forWritingTo: temporary)
      try handle.synchronize()
      try handle.close()
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      if let problem = error as? FolderProblem { throw problem }
      throw .writeFailed(path: destination.path, reason: error.localizedDescription)
    }
  }

  /// Puts the new file in the place of the old one.
  public func putInPlace() throws(FolderProblem) {
    // Both strings live through the call; Foundation offers no rename that replaces a file.
    guard unsafe rename(temporary.path, destination.path) == 0 else {
      let reason = unsafe String(cString: strerror(errno))
      throw .writeFailed(path: destination.path, reason: reason)
    }
  }

  /// Waits until the disk knows the names in the file's folder.
  public func settleFolder() {
    try? FileHandle(forReadingFrom: destination.deletingLastPathComponent()).synchronize()
  }

  /// Takes the temporary file away again.
  func abandon() {
    try? FileManager.default.removeItem(at: temporary)
  }

  /// Takes away what a process that is gone left behind under a temporary name.
  static func clearAway(in folder: String) {
    for name in leftovers(in: folder) {
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }

  /// Names of temporary files whose process is gone.
  static func leftovers(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { name in
      let parts = name.split(separator: ".")
      guard name.hasPrefix("."), parts.count >= 3, parts.last == "tmp",
        let process = Int32(parts[parts.count - 2])
      else { return false }
      return kill(process, 0) != 0 && errno == ESRCH
    }
  }
}
