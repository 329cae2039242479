/// How the process ends; scripts rely on these numbers.
enum ExitStatus: Int32 {
  case done = 0
  /// An identity or a check does not hold.
  case checkFailed = 1
  case commandLine = 2
  /// The scenario or its data are wrong.
  case scenario = 3
  /// A file cannot be read or written.
  case file = 4
  /// Not a results file, or of another version.
  case store = 5
  /// Over a limit.
  case limit = 6
  /// Some replications failed; the others are done.
  case someFailed = 7
  /// A broken promise between parts of the program.
  case bug = 70
  /// The terminal was closed.
  case hungUp = 129
  case interrupted = 130
  case terminated = 143
}

/// Ends the command with an exit code and, unless everything has been said, a message.
struct Stop: Error {
  let status: ExitStatus
  let message: String?

  init(_ status: ExitStatus, _ message: String? = nil) {
    self.status = status
    self.message = message
  }
}
