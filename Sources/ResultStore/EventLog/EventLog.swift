public import CountyModel
public import Experiments
internal import Foundation
internal import Synchronization

/// What happened to every patient of one run, for process mining.
public final class EventLog: Sendable {
  /// The form of the file.
  public enum Format: String, CaseIterable, Sendable {
    /// One line an event.
    case csv
    /// Object-centric event log, OCEL 2.0, as an SQLite file.
    case ocel
    /// Extensible event stream, IEEE 1849.
    case xes

    /// The form that an extension stands for; `nil` for any other.
    public init?(ofFile path: String) {
      switch URL(fileURLWithPath: path).pathExtension.lowercased() {
      case "csv": self = .csv
      case "sqlite", "db", "ocel": self = .ocel
      case "xes": self = .xes
      default: return nil
      }
    }
  }

  private let path: String
  private let format: Format
  private let words: EventWords
  private let whole = Mutex(CarePage())

  /// A log that will be written to a file.
  ///
  /// - Throws: `StoreProblem.notWritable` at once when the file could not be written later.
  public init(at path: String, _ format: Format, of study: Study) throws(StoreProblem) {
    self.path = path
    self.format = format
    words = EventWords(of: study)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let files = FileManager.default
    guard files.fileExists(atPath: folder), files.isWritableFile(atPath: folder) else {
      throw .notWritable(path: path, reason: "its folder does not exist or cannot be written")
    }
    let there = try? URL(fileURLWithPath: path).resourceValues(forKeys: [.isDirectoryKey])
    if there?.isDirectory == true {
      throw .notWritable(path: path, reason: "it is a folder")
    }
  }

  /// Takes what happened since the last time.
  public func take(_ page: CarePage) {
    whole.withLock { $0.append(page) }
  }

  /// Writes the file: the whole of it, or nothing.
  public func write() throws(StoreProblem) {
    let log = whole.withLock { $0 }
    try WholeFile.put(at: path) { temporary in
      switch format {
      case .csv: try EventCSV(words).write(log, to: temporary)
      case .xes: try EventXES(words).write(log, to: temporary)
      case .ocel: try EventOCEL(words).write(log, to: temporary)
      }
    }
  }
}
