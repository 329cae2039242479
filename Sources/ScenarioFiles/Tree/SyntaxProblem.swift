internal import Yams

/// What the YAML parser could not read, in our words.
struct SyntaxProblem {
  let code: DiagnosticCode
  let line: Int
  let column: Int
  let message: String
  let help: String?

  init(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      self = SyntaxProblem.syntax(context, problem, mark)
    case .composer(_, let problem, let mark, _) where problem.contains("undefined alias"):
      self.init(.undefinedAlias, mark, "this alias has no anchor before it", nil)
    case .composer(_, _, let mark, _):
      self.init(
        .secondDocument,
        mark,
        "a second document begins here",
        "one file holds one document"
      )
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map(Visible.quoted).joined(separator: ", ")
      self.init(
        .duplicateKey,
        context.mark,
        "the key \(names) is written twice",
        "keep one of them"
      )
    default:
      self = .unknown
    }
  }

  /// What to say when the parser gives no reason.
  static let unknown = SyntaxProblem(
    .syntax,
    (line: 1, column: 1),
    "the file cannot be read as YAML",
    "look for characters that are not text"
  )

  private init(_ code: DiagnosticCode, _ mark: Mark, _ message: String, _ help: String?) {
    self.init(code, (line: max(1, mark.line), column: max(1, mark.column)), message, help)
  }

  private init(
    _ code: DiagnosticCode,
    _ place: (line: Int, column: Int),
    _ message: String,
    _ help: String?
  ) {
    self.code = code
    (line, column) = place
    self.message = message
    self.help = help
  }

  /// An opening bracket or quote without its partner is shown where it opens.
  private static func syntax(
    _ context: YamlError.Context?,
    _ problem: String,
    _ mark: Mark
  ) -> SyntaxProblem {
    if let context, context.text.contains("quoted scalar") {
      return SyntaxProblem(
        .syntax,
        context.mark,
        "this quote is not closed; looked for its partner up to \(mark)",
        nil
      )
    }
    if let context, context.text.contains("flow sequence") || context.text.contains("flow mapping")
    {
      let closing = context.text.contains("flow sequence") ? "]" : "}"
      return SyntaxProblem(
        .syntax,
        context.mark,
        "expected `,` or `\(closing)` before \(mark)",
        "close what opens at \(context.mark)"
      )
    }
    if problem.contains("mapping values are not allowed") {
      return SyntaxProblem(
        .syntax,
        mark,
        "a second colon in one line",
        "quote the value if the colon belongs to it"
      )
    }
    let within = context.map { " (\($0.text) at \($0.mark))" } ?? ""
    return SyntaxProblem(
      .syntax,
      mark,
      problem + within,
      "check indentation and colons here and in the line above"
    )
  }
}
