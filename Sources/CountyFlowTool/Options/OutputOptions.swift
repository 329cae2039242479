import ArgumentParser
import Foundation
import Reports

/// Options of every command that prints something.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print JSON on stdout; its `schema` field names the version.")
  var json = false

  @Flag(help: "Print no progress and no warnings.")
  var quiet = false

  @Option(help: "Language of the text: zh-Hans or en. Default: that of LANG, else en.")
  var lang: LanguageName?

  @Option(help: "How problems in files are told: text or json.")
  var errors: ErrorForm = .text

  /// The language of the text.
  var language: Language {
    if let lang { return lang.language }
    let environment = ProcessInfo.processInfo.environment
    let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
    return locale.hasPrefix("zh") ? .zh : .en
  }

  /// How progress is told.
  var progress: ProgressLine.Manner {
    if quiet { return .silent }
    return Screen.isWatched ? .rewritten : .lines
  }

  /// Warns unless nobody wants to hear it.
  func warn(_ text: String) {
    if !quiet { Screen.tell("warning: \(text)\n") }
  }
}

/// A language as the command line names it.
enum LanguageName: String, ExpressibleByArgument, CaseIterable {
  case chinese = "zh-Hans"
  case english = "en"

  var language: Language {
    switch self {
    case .chinese: .zh
    case .english: .en
    }
  }
}

/// How problems in files are told.
enum ErrorForm: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
