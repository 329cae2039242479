/// What one load has opened and found: files, nodes and problems.
///
/// A class, because the readers of a load share one; it never leaves the load.
final class Desk {
  private(set) var sources: [SourceFile] = []
  private var nodes: [Node] = []
  private var problems: [Problem] = []
  private var seen: Set<Problem.Mark> = []

  /// A problem before it is put in order.
  private struct Problem {
    let mark: Mark
    let keyPath: String?
    let expected: String?
    let help: String?

    /// What makes two problems the same.
    struct Mark: Hashable {
      let code: DiagnosticCode
      let span: Span
      let message: String
    }
  }

  /// Takes in a file that was read.
  func add(_ source: SourceFile) -> SourceID {
    sources.append(source)
    return SourceID(row: sources.count - 1)
  }

  /// Takes in a node.
  func add(_ node: Node) -> NodeID {
    nodes.append(node)
    return NodeID(row: nodes.count - 1)
  }

  subscript(node: NodeID) -> Node { nodes[node.row] }
  subscript(source: SourceID) -> SourceFile { sources[source.row] }

  /// Reports a problem; the same problem at the same place is kept once.
  func report(
    _ code: DiagnosticCode,
    at span: Span,
    _ message: String,
    key: String? = nil,
    expected: String? = nil,
    help: String? = nil
  ) {
    let mark = Problem.Mark(code: code, span: span, message: message)
    guard seen.insert(mark).inserted else { return }
    problems.append(Problem(mark: mark, keyPath: key, expected: expected, help: help))
  }

  /// Reports that a scalar does not say what its key needs.
  func report(_ problem: ScalarProblem, at node: Node, key: String) {
    report(
      problem.code,
      at: node.span,
      problem.message,
      key: key,
      expected: problem.expected,
      help: problem.help
    )
  }

  /// Reports a finding of the scan.
  func report(_ finding: LexicalScan.Finding) {
    report(finding.code, at: finding.span, finding.message, help: finding.help)
  }

  /// Whether an alias at a place was found to have no anchor, which says more than "no aliases".
  func hasUndefinedAlias(at start: Position) -> Bool {
    problems.contains { $0.mark.code == .undefinedAlias && $0.mark.span.start == start }
  }

  /// Whether an error was reported at a place.
  func hasError(at span: Span) -> Bool {
    problems.contains { $0.mark.span == span && $0.mark.code.severity == .error }
  }

  /// How many errors there are so far.
  var errorCount: Int { problems.count { $0.mark.code.severity == .error } }

  /// All problems in file order; at the same place, in the order found.
  var diagnostics: DiagnosticList {
    let sorted = problems.enumerated().sorted { one, other in
      let (a, b) = (one.element.mark.span.start, other.element.mark.span.start)
      return a == b ? one.offset < other.offset : a < b
    }
    return DiagnosticList(sorted.map { diagnostic($0.element) })
  }

  private func diagnostic(_ problem: Problem) -> Diagnostic {
    let start = problem.mark.span.start
    let source = self[start.file]
    return Diagnostic(
      code: problem.mark.code,
      path: source.name,
      line: start.line,
      column: start.column,
      message: problem.mark.message,
      keyPath: problem.keyPath.map(Visible.text),
      expected: problem.expected,
      help: problem.help,
      excerpt: source.excerpt(of: problem.mark.span)
    )
  }
}
