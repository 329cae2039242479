public import Foundation
internal import Glibc

/// A file that is either the old one or the whole new one, whatever happens in between.
///
/// Written under a name of its own in the same folder, brought to disk, and only then put in the
/// place of the old one.
public struct AtomicFile {
  /// Where it will stand.
  private let destination: URL
  /// Where it is written first: in the same folder, hidden, under a name nobody else uses.
  private let temporary: URL

  /// Writes the bytes under a temporary name and waits until the disk has them.
  ///
  /// - Throws: `FolderProblem.writeFailed`; nothing is left behind.
  public init(_ data: Data, at path: String) throws(FolderProblem) {
    try self.init(at: path) { temporary in
      // Never writes into a file that is there already, not even through a link.
      try data.write(to: URL(fileURLWithPath: temporary), options: .withoutOverwriting)
    }
  }

  /// Has a file made under a temporary name and waits until the disk has it.
  ///
  /// - Parameters:
  ///   - path: Where it will stand.
  ///   - make: Makes the file at the path that it is given.
  /// - Throws: `FolderProblem`; nothing is left behind then.
  public init(at path: String, making make: (String) throws -> Void) throws(FolderProblem) {
    destination = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    temporary = destination.deletingLastPathComponent()
      .appendingPathComponent(TemporaryName.of(destination.lastPathComponent))
    do {
      try make(temporary.path)
      let handle = try FileHandle(forWritingTo: temporary)
      try handle.synchronize()
      try handle.close()
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      if let problem = error as? FolderProblem { throw problem }
      throw .writeFailed(path: destination.path, reason: FolderProblem.reason(of: error))
    }
  }

  /// Puts the new file in the place of the old one, and waits until the folder says so on disk.
  public func putInPlace() throws(FolderProblem) {
    // Both strings live through the call. Foundation's `replaceItemAt` loses both files on Linux.
    guard unsafe rename(temporary.path, destination.path) == 0 else {
      let reason = FolderProblem.reason(of: POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO))
      abandon()
      throw .writeFailed(path: destination.path, reason: reason)
    }
    let folder = destination.deletingLastPathComponent()
    do {
      let handle = try FileHandle(forReadingFrom: folder)
      try handle.synchronize()
      try handle.close()
    } catch {
      throw .writeFailed(path: folder.path, reason: FolderProblem.reason(of: error))
    }
  }

  /// Takes the temporary file away again.
  public func abandon() {
    try? FileManager.default.removeItem(at: temporary)
  }

  /// Writes a file whole, or leaves the old one as it is.
  ///
  /// - Throws: `FolderProblem.writeFailed`.
  public static func write(_ data: Data, to path: String) throws(FolderProblem) {
    try AtomicFile(data, at: path).putInPlace()
  }
}

/// The name under which a file is written before it is put in its place.
///
/// It tells who writes it, so that what a killed process left can be told from what is being
/// written: `.NAME.HOST.PID.UUID.tmp`.
enum TemporaryName {
  static func of(_ name: String) -> String {
    let process = ProcessInfo.processInfo
    return ".\(name).\(host).\(process.processIdentifier).\(UUID().uuidString).tmp"
  }

  /// Whether nobody writes to a temporary file any more: its process is gone, or on another host
  /// nothing was written for an hour.
  static func isLeftOver(_ name: String, in folder: String) -> Bool {
    let parts = name.split(separator: ".")
    guard name.hasPrefix("."), parts.count >= 4, parts.last == "tmp" else { return false }
    if parts[parts.count - 4] == host {
      return !FileManager.default.fileExists(atPath: "/proc/\(parts[parts.count - 3])")
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
    guard let written = attributes?[.modificationDate] as? Date else { return false }
    return Date().timeIntervalSince(written) > 3600
  }

  /// Names in a folder of files that nobody goes on writing.
  static func leftOvers(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { isLeftOver($0, in: folder) }
  }

  /// The host without its domain.
  private static let host = ProcessInfo.processInfo.hostName.prefix { $0 != "." }
}

extension FolderProblem {
  /// What the system says, such as "No space left on device".
  static func reason(of error: any Error) -> String {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
    return (cause ?? error).localizedDescription
  }
}
