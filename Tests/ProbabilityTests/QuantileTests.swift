import Probability
import Testing

/// Values from `Scenarios/verification/analytic-cases.json`, `statistics_methods`; they are printed
/// with twelve digits.
@Suite("Quantiles")
struct QuantileTests {
  @Test("Student t quantiles hold to 1e-10 relative")
  func studentT() {
    let cases: [(Double, Double, Double)] = [
      (4, 0.95, 2.13184678633), (9, 0.95, 1.83311293266), (9, 0.975, 2.2621571628),
      (19, 0.975, 2.09302405441), (29, 0.995, 2.75638590367), (99, 0.975, 1.98421695159),
      (2, 0.975, 4.30265272975), (1, 0.975, 12.7062047362),
    ]
    for (degrees, probability, exact) in cases {
      let found = StudentT.quantile(probability, degreesOfFreedom: degrees)
      #expect(abs(found - exact) <= 1e-10 * exact)
    }
  }

  @Test("Normal quantiles hold to 1e-10 relative")
  func normal() {
    let cases = [
      (0.9, 1.28155156554), (0.95, 1.64485362695), (0.975, 1.95996398454),
      (0.99, 2.32634787404), (0.995, 2.57582930355), (0.999, 3.09023230617),
      (0.99996832876, 4.0000000137),
    ]
    for (probability, exact) in cases {
      #expect(abs(Normal.quantile(probability) - exact) <= 1e-10 * exact)
    }
  }

  @Test("The beta quantile gives the Clopper-Pearson interval of 81 in 263")
  func beta() {
    // From `statistics_methods`: (0.252737, 0.367622).
    #expect(abs(Beta.quantile(0.025, a: 81, b: 183) - 0.252737) < 5e-7)
    #expect(abs(Beta.quantile(0.975, a: 82, b: 182) - 0.367622) < 5e-7)
  }

  @Test("The library names its version")
  func version() {
    #expect(Numerics.libraryVersion.hasPrefix("2."))
  }

  @Test("The noncentral t law gives the published factors of one-sided tolerance limits")
  func toleranceFactors() {
    // Factor k with which 90 % lie above mean - k s, with confidence: Hahn and Meeker 1991, table
    // A.12d, and the NIST handbook, section 7.2.6.3 (43 values, 99 %: 1.8740).
    for (n, confidence, k) in [(5.0, 0.95, 3.4066), (10, 0.95, 2.3546), (43, 0.99, 1.8740)] {
      let quantile = NoncentralT.quantile(
        confidence,
        degreesOfFreedom: n - 1,
        shift: Normal.quantile(0.9) * n.squareRoot()
      )
      #expect(abs(quantile / n.squareRoot() - k) < 1e-4)
    }
  }

  @Test("The noncentral t law without a shift is Student's, and its shift is found again")
  func noncentralT() {
    for value in [-3, -0.4, 0, 1.7, 12] {
      let student = StudentT.cumulative(value, degreesOfFreedom: 5)
      let share = NoncentralT.cumulative(value, degreesOfFreedom: 5, shift: 0)
      #expect(abs(share - student) < 1e-8)
    }
    let share = NoncentralT.cumulative(40, degreesOfFreedom: 3, shift: 21)
    #expect(abs(NoncentralT.shift(40, p: share, degreesOfFreedom: 3) - 21) < 1e-6)
    // SciPy's nct.cdf(2, 5, 1.5) and nct.cdf(-1, 3, 0.5).
    #expect(abs(NoncentralT.cumulative(2, degreesOfFreedom: 5, shift: 1.5) - 0.631449247) < 1e-8)
    #expect(abs(NoncentralT.cumulative(-1, degreesOfFreedom: 3, shift: 0.5) - 0.0921212098) < 1e-8)
  }
}
