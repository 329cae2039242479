import Foundation

/// The names of files and folders that a command is about to make.
///
/// Results travel: a name that another system does not allow is refused before anything is run.
enum OutputName {
  /// Most characters; temporary names beside the file are longer by host, process and number.
  static let mostCharacters = 120
  /// Most bytes: file systems give a name 255, of which a temporary name beside the file needs a part.
  private static let mostBytes = 140

  /// Characters that stand for something else in paths of Windows.
  private static let special: Set<Unicode.Scalar> = ["<", ">", ":", "\"", "\\", "|", "?", "*"]
  /// Names of devices of Windows, with any extension.
  private static let devices: Set<String> = Set(
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
      + "123456789¹²³".flatMap { ["COM\($0)", "LPT\($0)"] }
  )

  /// Refuses a path under which a name would be made that not every system allows.
  ///
  /// Folders that are there already are called what they are called.
  ///
  /// - Throws: `Stop` with 3; nothing is made.
  static func check(_ path: String) throws {
    let root = path.hasPrefix("/") ? "/" : ""
    // By scalars: a mark after a slash makes another character of it.
    let names = path.unicodeScalars.split(separator: "/").map { String($0) }
    for (place, name) in names.enumerated().reversed() {
      let standing = root + names[...place].joined(separator: "/")
      guard !FileManager.default.fileExists(atPath: standing) else { return }
      guard name != ".", name != "..", let problem = problem(of: name) else { continue }
      throw Stop(.scenario, "E302: the name \(shown(name)) \(problem)")
    }
  }

  /// What is wrong with a name, in words; `nil` when every system allows it.
  private static func problem(of name: String) -> String? {
    let scalars = name.unicodeScalars
    guard scalars.count <= mostCharacters else {
      return "has \(scalars.count) characters; expected \(mostCharacters) at most"
    }
    guard name.utf8.count <= mostBytes else {
      return "takes \(name.utf8.count) bytes; expected \(mostBytes) at most"
    }
    if scalars.contains(where: { $0.properties.generalCategory == .control }) {
      return "holds a line break or control character"
    }
    if let found = scalars.first(where: special.contains) {
      return "holds `\(found)`, which Windows does not allow in names"
    }
    if name.hasSuffix(".") || name.hasSuffix(" ") {
      return "ends with a dot or space, which Windows takes away"
    }
    let stem = name.prefix { $0 != "." }.trimmingCharacters(in: .whitespaces)
    return devices.contains(stem.uppercased()) ? "is that of a device on Windows" : nil
  }

  /// A name as it can stand in a line of a message.
  private static func shown(_ name: String) -> String {
    let visible = String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }
      )
    )
    return visible.count > 40 ? "`\(visible.prefix(40))…`" : "`\(visible)`"
  }
}
