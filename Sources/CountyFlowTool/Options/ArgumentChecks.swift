import ArgumentParser
import Foundation
import ScenarioFiles

extension [String] {
  /// The arguments, if all of them were UTF-8.
  ///
  /// Swift replaces broken bytes by U+FFFD; the bytes themselves are still with the process.
  func checkedForUnicode() throws -> [String] {
    guard contains(where: { $0.unicodeScalars.contains("\u{FFFD}") }) else { return self }
    let raw = FileManager.default.contents(atPath: "/proc/self/cmdline") ?? Data()
    for argument in raw.split(separator: 0).dropFirst()
    where String(data: argument, encoding: .utf8) == nil {
      let escaped = argument.map { byte in
        (0x20..<0x7F).contains(byte)
          ? String(UnicodeScalar(byte)) : String(format: "\\x%02X", Int(byte))
      }
      throw Stop(.commandLine, "argument is not UTF-8: \(escaped.joined())")
    }
    return self
  }

  /// Refuses a first word that is no command, with the nearest one.
  func checkCommandName() throws {
    let names = CountyFlowCommand.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    guard let word = first, !word.hasPrefix("-"), !(names + ["help"]).contains(word) else {
      return
    }
    // Commands of the Python client, which people look for here.
    let ofClient = ["notebook": "notebook RUN", "drive": "drive SWEEP"]
    if let words = ofClient[word] {
      throw Stop(
        .commandLine,
        "`\(word)` is a command of the Python client: python -m countyflow \(words)"
      )
    }
    let meant = Suggestions.didYouMean(word, among: names) ?? ""
    let list = names.joined(separator: ", ")
    throw Stop(
      .commandLine,
      "unknown command `\(word)`; \(meant.isEmpty ? "" : meant + " ")commands are \(list)"
    )
  }
}
