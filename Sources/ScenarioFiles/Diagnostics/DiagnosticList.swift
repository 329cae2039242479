/// The problems of a set of files, in file order, each once.
public struct DiagnosticList: Error, Sendable, Equatable {
  /// All problems, warnings included.
  public let all: [Diagnostic]
  /// How many errors are printed; the others are counted.
  public static let shown = 50

  /// A list in the order given.
  public init(_ all: [Diagnostic]) { self.all = all }

  /// The problems that stop the command.
  public var errors: [Diagnostic] { all.filter { $0.severity == .error } }
  /// The problems that are only pointed out.
  public var warnings: [Diagnostic] { all.filter { $0.severity == .warning } }
  /// Whether nothing stops the command.
  public var isClean: Bool { errors.isEmpty }

  /// Exit code: 6 over a limit, else 4 cannot read, else 3 content, else 0.
  public func exitCode(_ strictness: Strictness = .lenient) -> Int32 {
    let worst = all.map(\.code.exitCode).max() ?? 0
    guard worst == 0, strictness == .strict, !all.isEmpty else { return worst }
    return 3
  }

  /// What warnings do to the exit code.
  public enum Strictness: Sendable {
    /// Nothing.
    case lenient
    /// They count as errors.
    case strict
  }
}
