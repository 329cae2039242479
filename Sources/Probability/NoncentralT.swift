/// The law of (Z + δ) / √(χ²ₙ / n): a mean over its own spread when the true mean is not 0.
public enum NoncentralT {
  private static let rule = GaussLegendre(points: 64)

  /// The share at or below a value.
  ///
  /// - Parameters:
  ///   - value: Any finite number.
  ///   - degreesOfFreedom: Above 0.
  ///   - shift: δ, any finite number.
  /// - Returns: A share from 0 to 1, right to about eight digits from 3 degrees of freedom on.
  /// - Source: ∫ Φ(t s - δ) f(s) ds with s the root of a chi-square over its degrees of freedom, or
  ///   ∫ P(s ≥ (z + δ) / t) φ(z) dz; Owen 1968, *A survey of properties and applications of the
  ///   noncentral t-distribution*.
  public static func cumulative(
    _ value: Double,
    degreesOfFreedom: Double,
    shift: Double
  ) -> Double {
    precondition(degreesOfFreedom > 0, "a t share needs degrees of freedom above 0")
    let root = degreesOfFreedom.squareRoot()
    // Whichever of the two is known, the other's law must not be steep in it.
    guard value <= root else {
      return rule.integral(over: -8.5...8.5, panels: 4) { normal in
        let least = max(0, normal + shift) / value
        return Normal.density(normal)
          * ChiSquare.above(
            least * least * degreesOfFreedom,
            degreesOfFreedom: degreesOfFreedom
          )
      }
    }
    // The root of a chi-square has a standard deviation below 1.
    return rule.integral(over: max(0, root - 9)...(root + 9), panels: 4) { scaled in
      let density =
        2 * scaled * ChiSquare.density(scaled * scaled, degreesOfFreedom: degreesOfFreedom)
      guard density > 1e-18 else { return 0 }
      return density * Normal.cumulative(value * scaled / root - shift)
    }
  }

  /// The value below which a share `p`, strictly between 0 and 1, lies.
  public static func quantile(_ p: Double, degreesOfFreedom: Double, shift: Double) -> Double {
    precondition(p > 0 && p < 1, "a t quantile needs a probability between 0 and 1")
    return RisingFunction.argument(
      in: -10_000...10_000,
      where: { cumulative($0, degreesOfFreedom: degreesOfFreedom, shift: shift) },
      equals: p
    )
  }

  /// The shift under which a share `p`, strictly between 0 and 1, lies at or below a value.
  public static func shift(_ value: Double, p: Double, degreesOfFreedom: Double) -> Double {
    precondition(p > 0 && p < 1, "a t shift needs a probability between 0 and 1")
    return RisingFunction.argument(
      in: -10_000...10_000,
      where: { 1 - cumulative(value, degreesOfFreedom: degreesOfFreedom, shift: $0) },
      equals: 1 - p
    )
  }
}
