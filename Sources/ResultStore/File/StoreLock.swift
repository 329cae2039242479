internal import Foundation
internal import Glibc

/// The right to write into a store, held by one process at a time.
///
/// It is a lock of the kernel on a file beside the store, which says who holds it. The kernel lets
/// go of it when the process ends, however it ends, so there is nothing to clean up after a crash.
final class StoreLock: Sendable {
  private let path: String
  private let descriptor: Int32

  /// Takes the lock, or says at once who has it.
  ///
  /// - Throws: `inUse`, or `notWritable` when the folder cannot be written.
  init(of store: String) throws(StoreProblem) {
    path = store + ".lock"
    // Another process may take its file away between our opening and our locking; then we would
    // hold the lock of a file that nobody else can find.
    while true {
      // The string lives through the call.
      let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
      guard file >= 0 else {
        throw .notWritable(path: store, reason: StoreLock.reason())
      }
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
        let holder = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        close(file)
        throw .inUse(path: store, by: holder.isEmpty ? "another process" : holder)
      }
      if StoreLock.isStill(file, at: path) {
        descriptor = file
        break
      }
      close(file)
    }
    let holder = "pid \(getpid()) on host \(ProcessInfo.processInfo.hostName)"
    ftruncate(descriptor, 0)
    let bytes = Array(holder.utf8)
    // The bytes live through the call.
    _ = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
  }

  /// Lets go, and takes the file away while nobody else can hold it.
  func release() {
    // The string lives through the call.
    unsafe unlink(path)
    close(descriptor)
  }

  private static func isStill(_ file: Int32, at path: String) -> Bool {
    var (ours, theirs) = (stat(), stat())
    // Both structures are filled by the calls before they are read.
    guard unsafe fstat(file, &ours) == 0, unsafe stat(path, &theirs) == 0 else { return false }
    return ours.st_ino == theirs.st_ino && ours.st_dev == theirs.st_dev
  }

  /// What the system says of the last call that failed.
  static func reason() -> String { unsafe String(cString: strerror(errno)) }
}
