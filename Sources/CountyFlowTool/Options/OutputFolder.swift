import Foundation

/// A folder for results, as the command line names it.
enum OutputFolder {
  /// Refuses a path that names no folder, a link that leads elsewhere, and a folder that serves
  /// something else.
  ///
  /// Results go where the path says: behind a link they would land in a folder that nobody named.
  /// Links further up are how a system or a computing centre is laid out, and stay allowed.
  /// They get a folder to themselves, so that a later run may replace them and nothing else.
  ///
  /// - Parameters:
  ///   - path: What the command line names.
  ///   - input: The file that the command reads; `nil` where a folder that holds anything is refused
  ///     anyhow.
  /// - Throws: `Stop` with 3; nothing is made.
  static func check(_ path: String, apartFrom input: String? = nil) throws {
    var bare = path[...]
    // `stat` would follow a link whose name ends in a slash, or in a slash and a dot.
    while bare.count > 1, bare.hasSuffix("/") || (bare.count > 2 && bare.hasSuffix("/.")) {
      bare = bare.dropLast()
    }
    guard !bare.allSatisfy(\.isWhitespace) else {
      throw Stop(.scenario, "E302: --out is empty; \(expected)")
    }
    // Paths are told in messages and written into scripts, a line each.
    guard !bare.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw Stop(.scenario, "E302: --out holds a line break or control character; \(expected)")
    }
    try OutputName.check(String(bare))
    if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: String(bare)) {
      throw Stop(
        .scenario,
        "E303: \(path) is a link to \(target); name the folder itself, so that nothing is written "
          + "elsewhere unseen"
      )
    }
    let folder = place(of: path)
    guard !place(of: FileManager.default.currentDirectoryPath).starts(with: folder) else {
      throw Stop(.scenario, "E302: --out \(path) is or holds the working folder; \(expected)")
    }
    guard let input, place(of: input).dropLast().elementsEqual(folder) else { return }
    throw Stop(.scenario, "E302: --out \(path) is the folder of \(input); \(expected)")
  }

  private static let expected = "expected a folder of its own, such as notebooks-out/mine"

  /// Names on the way from the root, without links.
  private static func place(of path: String) -> [String] {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().pathComponents
  }
}
