import Foundation

/// A folder for results, as the command line names it.
enum OutputFolder {
  /// Refuses a path that names no folder, or a link that leads elsewhere.
  ///
  /// Results go where the path says: behind a link they would land in a folder that nobody named.
  ///
  /// - Throws: `Stop` with 3; nothing is made.
  static func check(_ path: String) throws {
    var bare = path[...]
    // `stat` would follow a link whose name ends in a slash.
    while bare.count > 1, bare.hasSuffix("/") { bare = bare.dropLast() }
    guard !bare.allSatisfy(\.isWhitespace) else {
      throw Stop(.scenario, "E302: --out is empty; expected a path, such as notebooks-out/mine")
    }
    let target = try? FileManager.default.destinationOfSymbolicLink(atPath: String(bare))
    guard let target else { return }
    throw Stop(
      .scenario,
      "E303: \(path) is a link to \(target); name the folder itself, so that nothing is written "
        + "elsewhere unseen"
    )
  }
}
