import Foundation

/// The built command, run as a user runs it.
struct Command {
  /// The command named by `COUNTYFLOW`, such as a release build, or else the one built beside the
  /// tests.
  static let path =
    ProcessInfo.processInfo.environment["COUNTYFLOW"]
    ?? URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("countyflow").path

  /// What came back.
  struct Result {
    let status: Int32
    let out: String
    let problems: String
  }

  /// Runs the command to its end.
  ///
  /// - Parameters:
  ///   - arguments: What follows the name of the command.
  ///   - folder: The working folder.
  ///   - environment: Variables added to those of the test.
  /// - Returns: Exit status and what was printed.
  /// - Throws: When the command is not there.
  static func run(
    _ arguments: [String],
    in folder: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    process.environment = ProcessInfo.processInfo.environment
      .merging(["LANG": "C"]) { $1 }.merging(environment) { $1 }
    // Files, not pipes: a full pipe would hold the command up.
    let scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("countyflow-out-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let (out, problems) = (
      scratch.appendingPathComponent("out"), scratch.appendingPathComponent("err")
    )
    for file in [out, problems] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: problems)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus,
      out: String(decoding: try Data(contentsOf: out), as: UTF8.self),
      problems: String(decoding: try Data(contentsOf: problems), as: UTF8.self)
    )
  }
}
