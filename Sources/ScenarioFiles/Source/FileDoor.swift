internal import Experiments
internal import Foundation

/// What stops a file before its text is looked at.
struct FileRefusal: Error {
  let code: DiagnosticCode
  let message: String
  let help: String?
}

/// Opens files the careful way: only regular ones, only up to a size.
enum FileDoor {
  /// Largest scenario file that is read.
  static let limit = 8 * 1024 * 1024
  /// Largest table that is read: travel times between 2,900 settlements, or all of China's villages.
  static let tableLimit = 64 * 1024 * 1024

  /// The bytes of a regular file of a size up to a limit in bytes.
  static func bytes(
    at path: String,
    named name: String,
    upTo limit: Int = limit
  ) throws(FileRefusal) -> [UInt8] {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    guard let attributes else { throw missing(path, name) }
    switch attributes[.type] as? FileAttributeType {
    case .typeDirectory?:
      throw FileRefusal(
        code: .folder,
        message: "\(Visible.text(name)) is a folder, not a scenario file",
        help: "name a file inside it\(list(yamlFiles(in: target), introducedBy: ", for example "))"
      )
    case .typeRegular?: break
    default:
      throw FileRefusal(
        code: .notRegular,
        message: "\(Visible.text(name)) is not a regular file",
        help: "scenario files are read as a whole; save the text to a file first"
      )
    }
    try checkSize((attributes[.size] as? NSNumber)?.intValue ?? 0, name, limit)
    return try read(target, name, limit)
  }

  /// SHA-256 in hexadecimal.
  static func sha256(of bytes: [UInt8]) -> String {
    SHA256.hexadecimal(bytes)
  }

  private static func read(
    _ target: String,
    _ name: String,
    _ limit: Int
  ) throws(FileRefusal) -> [UInt8] {
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: target))
      defer { try? handle.close() }
      // One byte more than allowed shows that the file grew after its size was asked.
      let data = try handle.read(upToCount: limit + 1) ?? Data()
      try checkSize(data.count, name, limit)
      return Array(data)
    } catch let refusal as FileRefusal {
      throw refusal
    } catch {
      throw FileRefusal(
        code: .unreadable,
        message: "\(Visible.text(name)) cannot be read",
        help: "check its permissions and the disk"
      )
    }
  }

  private static func checkSize(
    _ size: Int,
    _ name: String,
    _ limit: Int
  ) throws(FileRefusal) {
    guard size > limit else { return }
    throw FileRefusal(
      code: .tooLarge,
      message: "\(Visible.text(name)) is over the limit of \(limit / 1_048_576) MiB",
      help: limit == tableLimit ? nil : "figures belong in scenario files, data tables in CSV files"
    )
  }

  private static func missing(_ path: String, _ name: String) -> FileRefusal {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent().path
    let near = Suggestions.near(url.lastPathComponent, among: entries(of: folder))
    return FileRefusal(
      code: .missingFile,
      message: "\(Visible.text(name)): no such file",
      help: near.isEmpty
        ? "the path is looked up from \(Visible.text(folder))"
        : "did you mean \(near.map(Visible.text).joined(separator: " or "))?"
    )
  }

  private static func entries(of folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  private static func yamlFiles(in folder: String) -> [String] {
    entries(of: folder).filter { $0.hasSuffix(".yaml") }
  }

  private static func list(_ names: [String], introducedBy words: String) -> String {
    guard !names.isEmpty else { return "" }
    return words + names.prefix(3).map(Visible.text).joined(separator: ", ")
  }
}
