/// The law of the range of several normal means over their common standard error (Tukey's q).
public enum StudentizedRange {
  private static let rule = GaussLegendre(points: 32)

  /// The share at or below `range` of `groups` means.
  ///
  /// - Parameters:
  ///   - range: 0 or more.
  ///   - groups: 2 or more.
  ///   - degreesOfFreedom: Of the error's estimate, above 0.
  /// - Returns: A share from 0 to 1.
  /// - Source: Tukey 1953: ∫ W(q s) f(s) ds with s the root of a chi-square over its degrees of
  ///   freedom and W(w) = k ∫ φ(z) (Φ(z) - Φ(z - w))^(k-1) dz.
  public static func cumulative(_ range: Double, groups: Int, degreesOfFreedom: Double) -> Double {
    precondition(groups > 1 && degreesOfFreedom > 0, "a range needs two groups and an error")
    let root = degreesOfFreedom.squareRoot()
    // The root of a chi-square has a standard deviation below 1.
    return rule.integral(over: max(0, root - 9)...(root + 9), panels: 2) { scaled in
      let density =
        2 * scaled
        * ChiSquare.density(
          scaled * scaled,
          degreesOfFreedom: degreesOfFreedom
        )
      guard density > 1e-18 else { return 0 }
      return density * normalRange(range * scaled / root, groups: groups)
    }
  }

  /// The value below which a share `p`, strictly between 0 and 1, lies.
  public static func quantile(_ p: Double, groups: Int, degreesOfFreedom: Double) -> Double {
    precondition(p > 0 && p < 1, "a range quantile needs a probability between 0 and 1")
    return RisingFunction.argument(
      in: 0...1000,
      where: { cumulative($0, groups: groups, degreesOfFreedom: degreesOfFreedom) },
      equals: p
    )
  }

  /// The chance that `groups` standard normal numbers lie within `width` of each other.
  private static func normalRange(_ width: Double, groups: Int) -> Double {
    // The lower of two ends of the range: z is the largest number.
    Double(groups)
      * rule.integral(over: -8.5...8.5, panels: 2) { largest in
        let within = Normal.cumulative(largest) - Normal.cumulative(largest - width)
        return Normal.density(largest) * power(within, groups - 1)
      }
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
