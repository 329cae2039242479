internal import Experiments
internal import Foundation

/// Copies of all files of a load that name each other as the files themselves do.
struct InputCopies {
  /// Name of the copy and its bytes, in the order of reading.
  let files: [(name: String, bytes: Data)]
  /// Logical names and hashes, in the order of the names.
  let inputFiles: [InputFile]
  private let names: [SourceID: String]

  init(of desk: Desk) {
    let sources = desk.sources.enumerated().filter { $0.element.name != CommandLineAxes.name }
    // Files of one load lie relative to the first; as many folders lead down as leave upwards.
    let up = sources.map { Self.stepsUp($0.element.logicalName) }.max() ?? 0
    let base = (["inputs", "Scenarios"] + (0..<up).map { _ in "in" }).joined(separator: "/")
    var names: [SourceID: String] = [:]
    var files: [(name: String, bytes: Data)] = []
    for (row, source) in sources {
      let name = Library.join(base + "/-", source.logicalName)
      names[SourceID(row: row)] = name
      files.append((name, Data(source.bytesOnDisk)))
    }
    self.names = names
    self.files = files
    inputFiles = sources.map { InputFile(name: $0.element.logicalName, sha256: $0.element.sha256) }
      .sorted { $0.name < $1.name }
  }

  /// Name of the copy of a file, relative to the folder of the sweep.
  func name(of source: SourceID) -> String { names[source] ?? "" }

  private static func stepsUp(_ name: String) -> Int {
    name.split(separator: "/").prefix { $0 == ".." }.count
  }
}

extension SourceFile {
  /// The content with the byte order mark that it had.
  fileprivate var bytesOnDisk: [UInt8] {
    guard FileDoor.sha256(of: bytes) != sha256 else { return bytes }
    return [0xEF, 0xBB, 0xBF] + bytes
  }
}
