internal import CGSL

/// Student's t law.
public enum StudentT {
  /// The value below which a share `p`, strictly between 0 and 1, lies; the degrees of freedom
  /// must be above 0.
  public static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    Numerics.handlerIsOff
    precondition(p > 0 && p < 1, "a t quantile needs a probability between 0 and 1")
    precondition(degreesOfFreedom > 0, "a t quantile needs degrees of freedom above 0")
    return gsl_cdf_tdist_Pinv(p, degreesOfFreedom)
  }

  /// The share that lies at or below a value.
  ///
  /// - Parameters:
  ///   - value: Any finite number.
  ///   - degreesOfFreedom: Above 0.
  /// - Returns: A share from 0 to 1.
  public static func cumulative(_ value: Double, degreesOfFreedom: Double) -> Double {
    Numerics.handlerIsOff
    precondition(degreesOfFreedom > 0, "a t share needs degrees of freedom above 0")
    return gsl_cdf_tdist_P(value, degreesOfFreedom)
  }

  /// The density at a finite number; the degrees of freedom must be above 0.
  public static func density(_ value: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0, "a t density needs degrees of freedom above 0")
    return gsl_ran_tdist_pdf(value, degreesOfFreedom)
  }
}

/// The standard normal law.
public enum Normal {
  /// The value below which a share `p`, strictly between 0 and 1, lies.
  public static func quantile(_ p: Double) -> Double {
    Numerics.handlerIsOff
    precondition(p > 0 && p < 1, "a normal quantile needs a probability between 0 and 1")
    return gsl_cdf_ugaussian_Pinv(p)
  }

  /// The share that lies at or below a value.
  public static func cumulative(_ value: Double) -> Double { gsl_cdf_ugaussian_P(value) }

  /// The density at a value.
  public static func density(_ value: Double) -> Double { gsl_ran_ugaussian_pdf(value) }
}

/// The beta law, for exact intervals of a share.
public enum Beta {
  /// The value below which a share `p`, strictly between 0 and 1, lies; both shapes must be
  /// above 0.
  public static func quantile(_ p: Double, a: Double, b: Double) -> Double {
    Numerics.handlerIsOff
    precondition(p > 0 && p < 1, "a beta quantile needs a probability between 0 and 1")
    precondition(a > 0 && b > 0, "a beta quantile needs shapes above 0")
    return gsl_cdf_beta_Pinv(p, a, b)
  }
}

/// The binomial law, for order statistics.
public enum Binomial {
  /// The chance of `successes` or fewer in `trials` trials of chance `p` each; below 0 nothing is.
  public static func cumulative(_ successes: Int, of trials: Int, p: Double) -> Double {
    Numerics.handlerIsOff
    precondition(trials >= 0 && trials < 1 << 31, "a binomial law needs trials")
    precondition(p >= 0 && p <= 1, "a binomial law needs a probability")
    guard successes >= 0 else { return 0 }
    return gsl_cdf_binomial_P(UInt32(min(successes, trials)), p, UInt32(trials))
  }
}

/// The chi-square law, for tests of counts.
public enum ChiSquare {
  /// The value below which a share `p`, strictly between 0 and 1, lies; the degrees of freedom
  /// must be above 0.
  public static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    Numerics.handlerIsOff
    precondition(p > 0 && p < 1, "a chi-square quantile needs a probability between 0 and 1")
    precondition(degreesOfFreedom > 0, "a chi-square quantile needs degrees of freedom above 0")
    return gsl_cdf_chisq_Pinv(p, degreesOfFreedom)
  }

  /// The density at a value of 0 or more; the degrees of freedom must be above 0.
  public static func density(_ value: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0, "a chi-square density needs degrees of freedom above 0")
    return gsl_ran_chisq_pdf(value, degreesOfFreedom)
  }

  /// The share that lies above a value of 0 or more; the degrees of freedom must be above 0.
  public static func above(_ value: Double, degreesOfFreedom: Double) -> Double {
    Numerics.handlerIsOff
    precondition(degreesOfFreedom > 0, "a chi-square share needs degrees of freedom above 0")
    return gsl_cdf_chisq_Q(value, degreesOfFreedom)
  }

  /// The share that lies at or below a value of 0 or more; the degrees of freedom must be above 0.
  public static func cumulative(_ value: Double, degreesOfFreedom: Double) -> Double {
    Numerics.handlerIsOff
    precondition(degreesOfFreedom > 0, "a chi-square share needs degrees of freedom above 0")
    return gsl_cdf_chisq_P(value, degreesOfFreedom)
  }
}
