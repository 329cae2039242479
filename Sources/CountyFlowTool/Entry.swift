import ArgumentParser
import Foundation

/// Parses the command line, runs one command and turns whatever happened into an exit code.
@main
enum Entry {
  static func main() async {
    do {
      try AddressSpace.check()
      let arguments = try Array(CommandLine.arguments.dropFirst()).checkedForUnicode()
      try arguments.checkCommandName()
      var command = try CountyFlowCommand.parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      finish(after: error)
    }
  }

  /// Says what went wrong where it belongs and ends the process.
  private static func finish(after error: any Error) -> Never {
    if let stop = error as? Stop {
      if let message = stop.message { Screen.tell("error: \(message)\n") }
      exit(stop.status.rawValue)
    }
    let text = CountyFlowCommand.fullMessage(for: error)
    guard CountyFlowCommand.exitCode(for: error) != .success else {
      do {
        try Screen.answer(text.hasSuffix("\n") ? text : text + "\n")
        exit(ExitStatus.done.rawValue)
      } catch {
        finish(after: error)
      }
    }
    Screen.tell(text.hasSuffix("\n") ? text : text + "\n")
    exit(ExitStatus.commandLine.rawValue)
  }
}
