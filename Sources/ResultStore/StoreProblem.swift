internal import Experiments

/// Why a store cannot be read or written.
public enum StoreProblem: Error, Sendable, Hashable {
  /// There is no such file.
  case missing(path: String)
  /// The file has no content at all.
  case empty(path: String)
  /// Not SQLite, or the file of another program.
  case notAStore(path: String, reason: String)
  /// Written by a newer program, or of another run than was asked for.
  case otherVersion(path: String, reason: String)
  /// Rows or pages are not as they were written.
  case damaged(path: String, detail: String)
  /// Somebody else writes into it.
  case inUse(path: String, by: String)
  /// The same work was handed in twice with different numbers.
  case notReproducible(task: Int, key: String)
  /// A number that is none; nothing of its row is stored.
  case notFinite(task: Int, measure: String, period: String)
  /// A store that several processes may open needs a local disk.
  case networkDisk(path: String, kind: String)
  /// The folder cannot be written.
  case notWritable(path: String, reason: String)
  /// The disk is full or failed; what was stored before is still there.
  case diskRefused(path: String, reason: String)

  /// The number by which the documentation names it.
  public var code: String {
    switch self {
    case .missing: "E101"
    case .empty: "E501"
    case .notAStore: "E502"
    case .otherVersion: "E503"
    case .damaged: "E504"
    case .inUse: "E505"
    case .networkDisk: "E506"
    case .notReproducible: "E510"
    case .notFinite: "E511"
    case .notWritable: "E305"
    case .diskRefused: "E306"
    }
  }

  /// Whether it is the disk's fault and not the store's.
  public var isOfTheDisk: Bool {
    switch self {
    case .missing, .notWritable, .diskRefused: true
    default: false
    }
  }

  /// What is wrong and what would be right.
  public var message: String {
    switch self {
    case .missing(let path): "\(path): no such file"
    case .empty(let path):
      "\(path) is empty; a results file is never empty: take it away and run again"
    case .notAStore(let path, let reason): "\(path): not a results file: \(reason)"
    case .otherVersion(let path, let reason): "\(path): \(reason)"
    case .damaged(let path, let detail):
      "\(path) is damaged: \(detail); `countyflow report --salvage \(path)` offers what can be read"
    case .inUse(let path, let holder): "\(path) is in use by \(holder); wait for it, or stop it"
    case .networkDisk(let path, let kind):
      "\(path) lies on a network file system (\(kind)), where a shared results file is not safe; "
        + "put the store on a local disk and copy it when it is done"
    case .notReproducible(let task, let key):
      "task \(task) was handed in twice with different numbers (key \(key.prefix(16))); "
        + "the first is kept: the run is not reproducible"
    case .notFinite(let task, let measure, let period):
      "task \(task): \(measure) in \(period) is not a number; nothing of the task is stored: "
        + "`countyflow run --from sweep.json --task \(task)` runs it again"
    case .notWritable(let path, let reason): "cannot write \(path): \(reason)"
    case .diskRefused(let path, let reason):
      "cannot write \(path): \(reason); what was stored before is still there"
    }
  }
}

extension StoreProblem {
  /// What a folder's problem means for the store in it.
  init(_ problem: FolderProblem) {
    switch problem {
    case .notEmpty(let path): self = .notWritable(path: path, reason: "it holds something else")
    case .notWritable(let path, let reason): self = .notWritable(path: path, reason: reason)
    case .writeFailed(let path, let reason): self = .diskRefused(path: path, reason: reason)
    case .missing(let path): self = .missing(path: path)
    case .notARun(let path, let reason): self = .notAStore(path: path, reason: reason)
    }
  }
}
