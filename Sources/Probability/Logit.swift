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
/// should change. Who wins is settled by bounds of the Gumbel numbers wherever these are enough;
/// two logarithms are taken only for scores too close to tell apart, and then they decide alone.
@frozen
public struct LogitChoice: Sendable, BitwiseCopyable {
  /// The best alternative so far.
  @usableFromInline var utility: Double
  @usableFromInline var word: UInt32
  /// Between these lies its score; they are equal once it has been computed.
  @usableFromInline var least: Double
  @usableFromInline var most: Double
  @usableFromInline let bounds: GumbelBounds

  /// Nothing offered yet.
  @inlinable
  public init() {
    utility = -.infinity
    word = 0
    least = -.infinity
    most = -.infinity
    bounds = GumbelBounds.table
  }

  /// Offers an alternative with its utility and its word of chance.
  ///
  /// - Returns: Whether it is better than everything offered before; a tie goes to the first.
  @inlinable
  public mutating func prefers(_ utility: Double, luck word: UInt32) -> Bool {
    // Rounding keeps order: a score lies between the sums with its bounds, to the last bit.
    let between = bounds[word]
    let most = utility + between.y
    if most <= self.least { return false }
    let least = utility + between.x
    if least > self.most {
      (self.utility, self.word, self.least, self.most) = (utility, word, least, most)
      return true
    }
    return prefersExactly(utility, luck: word)
  }

  /// Compares the scores themselves.
  @usableFromInline
  mutating func prefersExactly(_ utility: Double, luck word: UInt32) -> Bool {
    if least != most {
      least = self.utility + RandomStreams.gumbel(self.word)
      most = least
    }
    let score = utility + RandomStreams.gumbel(word)
    guard score > least else { return false }
    (self.utility, self.word, least, most) = (utility, word, score, score)
    return true
  }
}
