/// Finds the word somebody probably meant.
public enum Suggestions {
  /// Up to three words within two slips of `word`, nearest first.
  ///
  /// In words of fewer than five letters one slip is the limit: everything is near everything there.
  public static func near(_ word: String, among words: [String]) -> [String] {
    guard word.unicodeScalars.count <= 100 else { return [] }
    let typed = word.lowercased()
    let ranked = words.enumerated().compactMap { place, candidate -> (Int, Int, String)? in
      let length = max(typed.unicodeScalars.count, candidate.unicodeScalars.count)
      guard abs(typed.unicodeScalars.count - candidate.unicodeScalars.count) <= 2 else {
        return nil
      }
      let distance = EditDistance.between(typed, candidate.lowercased())
      return distance <= (length < 5 ? 1 : 2) ? (distance, place, candidate) : nil
    }
    let sorted = ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    guard let best = sorted.first?.0 else { return [] }
    return sorted.filter { $0.0 == best }.prefix(3).map(\.2)
  }

  /// Up to three words of the same department whose name begins like `word`, the most alike first:
  /// `beds.convertBelow` for `beds.conversionShare`.
  ///
  /// Five letters must be the same; for words without a department there are none.
  static func sameStem(_ word: String, among words: [String]) -> [String] {
    guard let dot = word.lastIndex(of: "."), word.unicodeScalars.count <= 100 else { return [] }
    let needed = word[...dot].count + 5
    let ranked = words.enumerated().compactMap { place, candidate -> (Int, Int, String)? in
      let common = zip(candidate, word).prefix { $0 == $1 }.count
      return common >= needed ? (-common, place, candidate) : nil
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(3).map(\.2)
  }

  /// `did you mean X?`, or `nil` when nothing is near.
  public static func didYouMean(_ word: String, among words: [String]) -> String? {
    question(near(word, among: words))
  }

  /// `did you mean X?`, of what is near or else begins alike; `nil` when nothing does.
  static func leverMeant(by word: String, among words: [String]) -> String? {
    didYouMean(word, among: words) ?? question(sameStem(word, among: words))
  }

  private static func question(_ words: [String]) -> String? {
    guard !words.isEmpty else { return nil }
    return "did you mean \(words.map { "`\($0)`" }.joined(separator: " or "))?"
  }

  /// The words in a row, at most twelve.
  public static func list(_ words: [String]) -> String {
    let shown = words.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    return words.count > 12 ? "\(shown) and \(words.count - 12) more" : shown
  }
}
