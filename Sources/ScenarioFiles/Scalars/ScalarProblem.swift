/// Why a text is not what its key needs.
struct ScalarProblem: Error {
  var code = DiagnosticCode.wrongValue
  let message: String
  let expected: String?
  var help: String?

  init(
    _ message: String,
    expected: String? = nil,
    help: String? = nil,
    code: DiagnosticCode = .wrongValue
  ) {
    self.code = code
    self.message = message
    self.expected = expected
    self.help = help
  }
}
