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
}

/// The standard normal law.
public enum Normal {
  /// The value below which a share `p`, strictly between 0 and 1, lies.
  public static func quantile(_ p: Double) -> Double {
    Numerics.handlerIsOff
    precondition(p > 0 && p < 1, "a normal quantile needs a probability between 0 and 1")
    return gsl_cdf_ugaussian_Pinv(p)
  }
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

/// The chi-square law, for tests of counts.
public enum ChiSquare {
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
