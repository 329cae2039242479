import ArgumentParser
import Experiments
import Reports
import ScenarioFiles

/// Checks scenario files without running anything.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check county, policy, study and network files without running anything."
  )

  @Argument(help: "The files to check.")
  var files: [String]

  @Flag(help: "Let warnings fail the check.")
  var strict = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    let problems = FileValidator.validate(files)
    if output.json {
      try Screen.answer(problems.json)
    } else if !problems.all.isEmpty, !output.quiet || !problems.isClean {
      output.tell(problems)
    }
    let code = problems.exitCode(strict ? .strict : .lenient)
    guard code == 0 else { throw Stop(ExitStatus(rawValue: code) ?? .scenario) }
    if !output.json, !output.quiet {
      try Screen.answer(output.language.noErrors(in: files.count) + "\n")
    }
  }
}

extension Language {
  /// The line that says that some files are as they should be.
  fileprivate func noErrors(in files: Int) -> String {
    switch self {
    case .zh: "\(files) 个文件，没有错误"
    case .en: CountText.text(of: files, "file") + ": no errors"
    }
  }
}
