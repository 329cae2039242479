/// Why results cannot be written.
public enum FolderProblem: Error, Sendable, Hashable {
  /// The folder holds something other than an earlier run of the same study.
  case notEmpty(path: String)
  /// The folder cannot be made or written.
  case notWritable(path: String, reason: String)
  /// A file could not be written or put in its place, for instance on a full disk.
  case writeFailed(path: String, reason: String)
  /// There is no such file or folder.
  case missing(path: String)
  /// The folder or a file in it is not what a run leaves behind.
  case notARun(path: String, reason: String)
}
