/// Numbers of tasks as people write them: `0-9,17`.
public enum TaskNumbers {
  /// Reads a list of numbers and of ranges with both ends.
  ///
  /// - Returns: The numbers in the order given, each once; `nil` when it is no such list.
  public static func read(_ text: String) -> [Int]? {
    var numbers: [Int] = []
    var known: Set<Int> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count <= 2, let first = whole(ends[0]), let last = whole(ends[ends.count - 1]),
        first <= last, last - first < 10_000_000
      else { return nil }
      for number in first...last where known.insert(number).inserted { numbers.append(number) }
    }
    return numbers
  }

  /// Writes ascending numbers, neighbours as ranges; empty when there are none.
  public static func text(of numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound == number - 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }.joined(separator: ",")
  }

  private static func whole(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }
}
