import Foundation

/// The two ways out: answers on stdout, everything else on stderr.
enum Screen {
  /// Writes part of the answer.
  ///
  /// A reader that has gone ends the process quietly through `SIGPIPE`.
  ///
  /// - Throws: `Stop` when it cannot be written, for instance on a full device.
  static func answer(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      throw Stop(.file, "E306: cannot write to stdout: \(error.localizedDescription)")
    }
  }

  /// Tells the user something that is not part of the answer; nobody needs to hear it.
  static func tell(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Whether somebody watches stderr on a screen that can go back to the start of a line.
  static var isWatched: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }
}
