/// Something in a network's description that cannot be.
public struct NetworkProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where, as the keys of a network file: `nodes.clinic.room`.
  public let path: String
  /// What is wrong and what would be right.
  public let message: String
  /// The text that was found, where a name is unknown.
  public let found: String?
  /// The names that would have been right.
  public let candidates: [String]

  /// A problem at a place.
  public init(path: String, message: String, found: String? = nil, candidates: [String] = []) {
    self.path = path
    self.message = message
    self.found = found
    self.candidates = candidates
  }

  /// The place and what is wrong there.
  public var description: String { "\(path): \(message)" }
}

/// All that is wrong with a network's description, in its own order.
public struct NetworkProblems: Error, Hashable, Sendable, CustomStringConvertible {
  /// The problems; at least one.
  public let problems: [NetworkProblem]

  /// One line for each problem.
  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
