internal import Glibc
internal import Probability

/// The constants h of two-stage selection of the best of several systems.
///
/// After `first` replications, system i gets Nᵢ = max(n₀ + 1, ⌈h² Sᵢ² / δ²⌉) in all.
public enum SelectionConstants {
  private static let rule = GaussLegendre(points: 32)

  /// Dudewicz and Dalal's h₁: ∫ F(x + h)^(k-1) f(x) dx = P, with Student's t of n₀ - 1 degrees.
  ///
  /// - Source: Dudewicz and Dalal 1975; Law, ch. 10.
  public static func dudewiczDalal(systems: Int, first: Int, probability: Double) -> Double {
    precondition(systems > 1 && first > 1 && probability < 1, "a choice needs systems")
    let freedom = Double(first - 1)
    let root = freedom.squareRoot()
    // x = √ν tan θ: the tails of t become smooth ends.
    return RisingFunction.argument(
      in: 0...100,
      where: { h in
        rule.integral(over: -Double.pi / 2...Double.pi / 2) { angle in
          let x = root * tan(angle)
          let below = StudentT.cumulative(x + h, degreesOfFreedom: freedom)
          let scale = root / (cos(angle) * cos(angle))
          return pow(below, Double(systems - 1)) * scale
            * StudentT.density(x, degreesOfFreedom: freedom)
        }
      },
      equals: probability
    )
  }

  /// Rinott's h: ∫ (∫ Φ(h / √(ν (1/x + 1/y))) g(x) dx)^(k-1) g(y) dy = P, with chi-squares of
  /// ν = n₀ - 1 degrees.
  ///
  /// - Source: Rinott 1978; Bechhofer, Santner and Goldsman 1995.
  public static func rinott(systems: Int, first: Int, probability: Double) -> Double {
    precondition(systems > 1 && first > 1 && probability < 1, "a choice needs systems")
    let freedom = Double(first - 1)
    let range = 0...(freedom.squareRoot() + 9)
    func overChi(_ function: (Double) -> Double) -> Double {
      rule.integral(over: range, panels: 3) { root in
        2 * root * ChiSquare.density(root * root, degreesOfFreedom: freedom)
          * function(root * root)
      }
    }
    return RisingFunction.argument(
      in: 0...100,
      where: { h in
        overChi { y in
          let each = overChi { x in
            Normal.cumulative(h / (freedom * (1 / x + 1 / y)).squareRoot())
          }
          return pow(each, Double(systems - 1))
        }
      },
      equals: probability
    )
  }

  /// Replications of a system in all, after the first stage's variance.
  public static func replications(
    h: Double,
    variance: Double,
    indifference: Double,
    first: Int
  ) -> Int {
    max(first + 1, Int((h * h * variance / (indifference * indifference)).rounded(.up)))
  }
}
