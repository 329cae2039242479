/// One problem of one file: where, what, and what would be right.
public struct Diagnostic: Sendable, Equatable {
  /// What kind of problem.
  public let code: DiagnosticCode
  /// The file as the user named it.
  public let path: String
  /// Line, from 1.
  public let line: Int
  /// Column in Unicode scalars, from 1.
  public let column: Int
  /// What is wrong, in one line.
  public let message: String
  /// Full key path, such as `beds.general[2]`.
  public let keyPath: String?
  /// What would be right.
  public let expected: String?
  /// How to get there.
  public let help: String?
  /// The line of the file, with a marker below the place.
  public let excerpt: Excerpt?

  /// Whether it stops the command.
  public var severity: Severity { code.severity }
}

/// A line of a file, cut for the screen, and the carets below it.
public struct Excerpt: Sendable, Equatable {
  /// At most 120 characters of the line; what cannot be seen is written as an escape.
  public let line: String
  /// Spaces, then carets, to print below `line`.
  public let carets: String
}
