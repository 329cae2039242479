/// How many slips of the finger lie between two words.
enum EditDistance {
  /// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
  ///
  /// - Complexity: O(*n m*) in the lengths of the words.
  /// - Source: Damerau 1964, in the "optimal string alignment" form.
  static func between(_ one: String, _ other: String) -> Int {
    let (a, b) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for row in 0..<a.count {
      var current = [row + 1]
      for column in 0..<b.count {
        let replaced = last[column] + (a[row] == b[column] ? 0 : 1)
        var best = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, a[row] == b[column - 1], a[row - 1] == b[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[b.count]
  }
}
