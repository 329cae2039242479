import Foundation
import Testing

@Suite("The guides")
struct GuideTests {
  /// The root of the repository.
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test(
    "Every command of a guide runs as it is written, one after another",
    arguments: ["RunASweep", "ReproduceARun", "WhatMattersMost", "ReachATarget"]
  )
  func commands(_ name: String) throws {
    let guide = Self.root.appendingPathComponent("Sources/Experiments/Experiments.docc/\(name).md")
    let text = try String(contentsOf: guide, encoding: .utf8)
    let blocks = text.matches(of: /```sh\n((?:[^`]|`[^`])*?)```/).map { String($0.output.1) }
    #expect(!blocks.isEmpty)
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("countyflow-guide-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Self.root.appendingPathComponent("Scenarios"),
      to: folder.appendingPathComponent("Scenarios")
    )
    let command = URL(fileURLWithPath: Command.path)
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("countyflow"),
      withDestinationURL: command
    )
    let script = folder.appendingPathComponent("guide.sh")
    try Data(("set -euo pipefail\n" + blocks.joined(separator: "\n")).utf8).write(to: script)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [script.path]
    process.currentDirectoryURL = folder
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = ProcessInfo.processInfo.environment.merging([
      "PATH": "\(folder.path):\(path)", "LANG": "C",
      "COUNTYFLOW_CACHE": folder.appendingPathComponent("cache").path,
    ]) { $1 }
    let told = folder.appendingPathComponent("told")
    try Data().write(to: told)
    let handle = try FileHandle(forWritingTo: told)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    let words = try String(contentsOf: told, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(words)")
  }
}
