internal import Foundation

extension DiagnosticList {
  /// The problems as objects: the same facts as `text`, for programs.
  ///
  /// All problems are listed, also beyond the 50 that `text` spells out.
  public var json: String {
    let report = Report(
      schema: "countyflow/validate/1",
      exitCode: exitCode(),
      errors: errors.count,
      warnings: warnings.count,
      problems: all.map(Report.Problem.init)
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Encoding strings and integers cannot fail; an empty object keeps the promise of valid JSON.
    let data = (try? encoder.encode(report)) ?? Data("{}".utf8)
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}

/// The JSON form of a list of problems.
private struct Report: Encodable {
  let schema: String
  let exitCode: Int32
  let errors: Int
  let warnings: Int
  let problems: [Problem]

  struct Problem: Encodable {
    let path: String
    let line: Int
    let column: Int
    let severity: String
    let code: String
    let message: String
    let key: String?
    let expected: String?
    let help: String?
    let excerpt: String?

    init(_ diagnostic: Diagnostic) {
      path = diagnostic.path
      line = diagnostic.line
      column = diagnostic.column
      severity = diagnostic.severity.rawValue
      code = diagnostic.code.rawValue
      message = diagnostic.message
      key = diagnostic.keyPath
      expected = diagnostic.expected
      help = diagnostic.help
      excerpt = diagnostic.excerpt?.line
    }
  }
}
