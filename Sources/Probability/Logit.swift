internal import Glibc

/// The multinomial logit choice: whoever chooses takes the alternative with the largest utility plus
/// a standard Gumbel number of their own for it.
///
/// - Source: McFadden, *Conditional logit analysis of qualitative choice behavior* (1974).
public enum Logit {
  /// The expected utility of the best alternative, up to a constant: ln(exp V1 + exp V2 + …).
  ///
  /// The utilities are finite, at least one; any size, since only their differences are
  /// exponentiated.
  public static func logsum(_ utilities: [Double]) -> Double {
    guard let highest = utilities.max() else {
      preconditionFailure("a choice needs something to choose from")
    }
    return highest + log(utilities.reduce(0) { $0 + exp($1 - highest) })
  }

  /// The chance of each alternative; the chances add up to 1.
  ///
  /// The utilities are finite, at least one. A constant added to all of them changes nothing.
  public static func shares(_ utilities: [Double]) -> [Double] {
    guard let highest = utilities.max() else {
      preconditionFailure("a choice needs something to choose from")
    }
    let weights = utilities.map { exp($0 - highest) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }
}

/// One choice in the making: alternatives are offered one by one, and the best so far is kept.
///
/// Each alternative has its own word of chance, so re-pricing one changes only the choices that
/// should change.
@frozen
public struct LogitChoice: Hashable, Sendable, BitwiseCopyable {
  /// Utility and luck of the best alternative so far.
  @usableFromInline var best: Double

  /// Nothing offered yet.
  @inlinable
  public init() {
    best = -.infinity
  }

  /// Offers an alternative with its utility and its word of chance.
  ///
  /// - Returns: Whether it is better than everything offered before; a tie goes to the first.
  @inlinable
  public mutating func prefers(_ utility: Double, luck word: UInt32) -> Bool {
    // Most alternatives lose by more than their luck could make up for: no logarithm is needed to
    // say so.
    if utility + LogitChoice.mostLuck(word) <= best { return false }
    let score = utility + RandomStreams.gumbel(word)
    guard score > best else { return false }
    best = score
    return true
  }

  /// A bound that the Gumbel number of a word never exceeds.
  ///
  /// With u the word's number between 0 and 1, -ln(-ln u) is below -ln(1 - u), because -ln u is
  /// above 1 - u; and a word with k leading ones has 1 - u above 2^-(k + 1).
  @inlinable
  static func mostLuck(_ word: UInt32) -> Double {
    let ones = (~word).leadingZeroBitCount
    return Double(ones + 1) * 0.693_147_180_559_946
  }
}
