internal import Probability

/// Which systems may still be the best, after the same luck for all.
public enum BestSubset {
  /// Systems that no other one beats beyond chance.
  ///
  /// A system leaves when its mean lies below that of another one by more than their paired
  /// difference allows, each of its comparisons at (1 - `level`) / (k - 1). For differences that are
  /// normal, the subset holds the system with the largest mean with a probability of `level` or more:
  /// the best one is lost only if one of its own k - 1 comparisons errs.
  ///
  /// - Parameters:
  ///   - answers: Answers of each system, larger is better; those at the same place have met the same
  ///     luck, and `nil` are left out of their pairs.
  ///   - level: The confidence, from 0 to 1.
  /// - Returns: Places of the systems that stay, in order. A system without two common answers is
  ///   never ruled out.
  /// - Source: Nelson, Swann, Goldsman and Song 2001, screening; paired, by Bonferroni's inequality.
  /// - Complexity: O(systems² answers)
  public static func survivors(_ answers: [[Double?]], level: Double = Estimate.level) -> [Int] {
    let rivals = answers.count - 1
    guard rivals > 0 else { return Array(answers.indices) }
    return answers.indices.filter { one in
      !answers.indices.contains { other in
        other != one && beats(answers[other], answers[one], tail: (1 - level) / Double(rivals))
      }
    }
  }

  private static func beats(_ other: [Double?], _ one: [Double?], tail: Double) -> Bool {
    let differences = zip(other, one).compactMap { other, one in
      other.flatMap { other in one.map { other - $0 } }
    }
    guard differences.count > 1 else { return false }
    let sample = Sample(differences)
    guard let error = sample.standardError else { return false }
    let factor = -StudentT.quantile(tail, degreesOfFreedom: Double(differences.count - 1))
    return sample.mean > factor * error
  }
}
