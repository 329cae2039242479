import ArgumentParser

/// What `--vary` looks like, before any file is read.
enum VaryForm {
  /// Characters that would be more than a value where the option is read.
  private static let strange = "[]{}#\"'\n"

  /// Refuses what is no path with its values.
  ///
  /// Whether there is such a path and whether the values suit it is for the sweep file to say.
  ///
  /// - Throws: `ValidationError` with the forms that there are.
  static func check(_ option: String) throws {
    let sides = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if sides.count == 2, isWord(sides[0]), areValues(sides[1]) { return }
    throw ValidationError(
      "--vary is `\(option)`; expected path=a,b,c or path=a..b or path=a..b..step, "
        + "such as beds.pooling=0,20%,40%"
    )
  }

  private static func areValues(_ text: Substring) -> Bool {
    guard !text.contains(where: strange.contains) else { return false }
    let ends = text.split(separator: "..", omittingEmptySubsequences: false)
    if ends.count > 1 { return ends.count <= 3 && ends.allSatisfy(isWord) }
    return text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy(isWord)
  }

  private static func isWord(_ text: Substring) -> Bool {
    text.contains { !$0.isWhitespace }
  }
}
