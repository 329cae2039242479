/// Whole numbers below a bound, exactly uniform.
///
/// - Source: Lemire, *Fast random integer generation in an interval*, ACM TOMACS 29 (2019).
public enum BoundedInteger {
  /// A number from 0 up to but not including `bound`, from words that are uniform over `Word`.
  ///
  /// The bound must be positive. Fewer than two words are used on average.
  @inlinable
  public static func below<Word: FixedWidthInteger & UnsignedInteger>(
    _ bound: Word,
    next: () -> Word
  ) -> Word where Word.Magnitude == Word {
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      // The words that would favour some results: 2^bits modulo the bound.
      let excess = (0 &- bound) % bound
      while product.low < excess { product = next().multipliedFullWidth(by: bound) }
    }
    return product.high
  }
}
