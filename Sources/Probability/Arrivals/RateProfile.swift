internal import Glibc

/// How the rate of a Poisson stream of arrivals changes with time.
///
/// Times are 0 or more, in any unit; rates are arrivals per that unit. The throwing factories are the
/// only way in.
public struct RateProfile: Hashable, Sendable {
  /// The shapes a rate may have.
  enum Form: Hashable, Sendable {
    case constant(Double)
    case steps(StepRate)
    case wave(mean: Double, amplitude: Double, period: Double, phase: Double)
  }

  let form: Form

  /// Always the same rate, 0 or more.
  public static func constant(_ rate: Double) throws(DistributionError) -> RateProfile {
    RateProfile(form: .constant(try Parameter("rate", of: "constant rate", rate).notNegative()))
  }

  /// One rate from each start on, until the next.
  ///
  /// - Parameters:
  ///   - starts: Rising, the first 0.
  ///   - rates: One for each start, 0 or more.
  ///   - cycle: After how long everything begins anew, above the last start; `nil` if the last rate
  ///     lasts for ever.
  /// - Returns: The profile.
  /// - Throws: `DistributionError` that names the start, rate or cycle that cannot be.
  public static func steps(
    starts: [Double],
    rates: [Double],
    cycle: Double? = nil
  ) throws(DistributionError) -> RateProfile {
    RateProfile(form: .steps(try StepRate(starts: starts, rates: rates, cycle: cycle)))
  }

  /// mean (1 + amplitude sin(2 pi (t - phase) / period)).
  ///
  /// - Parameters:
  ///   - mean: 0 or more.
  ///   - amplitude: From -1 to 1, so that the rate is never below 0.
  ///   - period: Above 0.
  ///   - phase: When the rate first passes its mean, rising if the amplitude is above 0.
  /// - Returns: The profile.
  /// - Throws: `DistributionError` that names the parameter that cannot be.
  public static func sinusoidal(
    mean: Double,
    amplitude: Double,
    period: Double,
    phase: Double = 0
  ) throws(DistributionError) -> RateProfile {
    let law = "sinusoidal rate"
    return RateProfile(
      form: .wave(
        mean: try Parameter("mean", of: law, mean).notNegative(),
        amplitude: try Parameter("amplitude", of: law, amplitude).within(-1...1),
        period: try Parameter("period", of: law, period).positive(),
        phase: try Parameter("phase", of: law, phase).finite()
      )
    )
  }

  /// A day's hours over and over; `hour` is an hour in the unit of time.
  public static func daily(
    _ hours: HourlyProfile,
    perDay: Double,
    hour: Double
  ) throws(DistributionError) -> RateProfile {
    let week = try PiecewiseRate(dayWeights: Array(repeating: 1, count: 7), hours: hours)
    return try weekly(week, perDay: perDay, hour: hour)
  }

  /// A week over and over, Monday first, from the arrivals of its mean day.
  public static func weekly(
    _ week: PiecewiseRate,
    perDay: Double,
    hour: Double
  ) throws(DistributionError) -> RateProfile {
    let perDay = try Parameter("arrivals per day", of: "weekly rate", perDay).notNegative()
    let hour = try Parameter("hour", of: "weekly rate", hour).positive()
    return try steps(
      starts: (0..<168).map { Double($0) * hour },
      rates: (0..<168).map {
        perDay * week.dayFactors[$0 / 24] * week.profiles[$0 / 24].share(ofHour: $0 % 24) / hour
      },
      cycle: 168 * hour
    )
  }

  /// The rate at a time of 0 or more.
  public func rate(at time: Double) -> Double {
    switch form {
    case .constant(let rate): rate
    case .steps(let steps): steps.rate(at: time)
    case .wave(let mean, let amplitude, let period, let phase):
      max(0, mean * (1 + amplitude * sin(2 * .pi * (time - phase) / period)))
    }
  }

  /// The highest rate there is.
  public var peak: Double {
    switch form {
    case .constant(let rate): rate
    case .steps(let steps): steps.peak
    case .wave(let mean, let amplitude, _, _): mean * (1 + abs(amplitude))
    }
  }

  /// The arrivals expected from one time, 0 or more, to a later one: the integral of the rate.
  public func expected(from start: Double, to end: Double) -> Double {
    precondition(start >= 0 && end >= start, "arrivals are expected from 0 or later to no earlier")
    switch form {
    case .constant(let rate): return rate * (end - start)
    case .steps(let steps): return steps.expected(until: end) - steps.expected(until: start)
    case .wave(let mean, let amplitude, let period, let phase):
      // The difference of two cosines as a product, which keeps the digits of a short stretch.
      let turn = Double.pi / period
      let swing = sin(turn * (start + end - 2 * phase)) * sin(turn * (end - start)) / turn
      return mean * (end - start + amplitude * swing)
    }
  }
}
