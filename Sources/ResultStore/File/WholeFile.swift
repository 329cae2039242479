internal import Experiments
internal import Foundation

/// Files that are whole or not there, with failures in our own words.
enum WholeFile {
  /// Has a file made under a temporary name, waits until the disk has it, and puts it in its place;
  /// a file that is there already and holds the same bytes is left as it is.
  static func put(
    at path: String,
    _ make: (String) throws -> Void
  ) throws(StoreProblem) {
    var cause: StoreProblem?
    var isSame = false
    do throws(FolderProblem) {
      let file = try AtomicFile(at: path) { temporary in
        do {
          try make(temporary)
        } catch {
          cause = ResultStore.problem(error, at: path)
          throw error
        }
        isSame = FileManager.default.contentsEqual(atPath: temporary, andPath: path)
      }
      if isSame { file.abandon() } else { try file.putInPlace() }
    } catch {
      throw cause?.told(of: path) ?? StoreProblem(error)
    }
  }
}

extension StoreProblem {
  /// The same, of the file that was meant and not of the temporary one.
  func told(of path: String) -> StoreProblem {
    switch self {
    case .diskRefused(_, let reason): .diskRefused(path: path, reason: reason)
    case .notWritable(_, let reason): .notWritable(path: path, reason: reason)
    case .inUse(_, let holder): .inUse(path: path, by: holder)
    default: self
    }
  }
}
