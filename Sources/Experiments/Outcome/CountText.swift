/// English words for a number of things.
public enum CountText {
  /// The number and its noun: `1 task`, `2 tasks`.
  ///
  /// - Parameters:
  ///   - count: How many there are.
  ///   - noun: What one of them is called; its plural ends in `s`.
  /// - Returns: The words.
  public static func text(of count: Int, _ noun: String) -> String {
    "\(count) \(self.noun(noun, for: count))"
  }

  /// A noun as it stands after a number.
  public static func noun(_ noun: String, for count: Int) -> String {
    count == 1 ? noun : noun + "s"
  }
}
