/// A queue whose answers are known exactly, as the cases file states it.
public struct VerificationCase: Sendable {
  /// The case's name in the file: `MM1-r80`.
  public let id: String
  /// The family it belongs to: `M/M/1`.
  public let family: String
  /// What to simulate.
  public let question: Question
  /// The exact answers, by name in alphabetical order.
  public let rows: [ExactRow]

  /// What a case asks for.
  public enum Question: Sendable {
    /// A station to simulate.
    case station(StationCase)
    /// The fewest beds for a blocking target, by formula.
    case beds([BedsRow])
  }
}

/// A station of the cases file; times are in the case's own unit.
public struct StationCase: Sendable {
  /// Poisson arrivals per unit of time.
  public let arrivalRate: Double
  /// Equal servers or beds.
  public let servers: Int
  /// Whether those who find all servers busy wait.
  public let overflow: Overflow
  /// The laws of service to run, each with a label; an unlabelled case has one with no label.
  public let services: [ServiceLaw]
  /// What each replication runs before anything counts.
  public let warmUp: Double

  /// What happens to those who find all servers busy.
  public enum Overflow: Sendable {
    /// They wait.
    case waits
    /// They are refused.
    case isRefused
  }
}

/// A law of service as the cases file writes it.
public struct ServiceLaw: Sendable, Hashable {
  /// The law in words, where a case runs several.
  public let label: String?
  /// The law's parameters.
  public let shape: Shape
  /// The mean.
  public let mean: Double

  /// The laws that occur.
  public enum Shape: Sendable, Hashable {
    /// Memoryless.
    case exponential
    /// Always the mean.
    case deterministic
    /// Lognormal with a standard deviation over mean.
    case lognormal(spread: Double)
    /// Gamma with a standard deviation over mean.
    case gamma(spread: Double)
    /// Uniform between two bounds.
    case uniform(low: Double, high: Double)
    /// Two exponentials mixed.
    case hyperexponential(weights: [Double], means: [Double])
  }
}

/// One exact answer.
public struct ExactRow: Sendable, Hashable {
  /// The quantity's name in the file: `Wq`.
  public let name: String
  /// The exact value.
  public let value: Double
  /// Whether the file says how long a run must be to see it.
  public let guardLength: GuardLength

  /// Whether a row must be seen with a stated precision.
  public enum GuardLength: Sendable, Hashable {
    /// Judged by its standard errors alone.
    case none
    /// The total measured time for each profile.
    case time([VerificationProfile: Double])
  }
}

/// One line of the table of beds.
public struct BedsRow: Sendable, Hashable {
  /// The offered load, in erlangs.
  public let offered: Double
  /// The largest share of refusals allowed.
  public let target: Double
  /// The fewest beds that keep to it.
  public let beds: Int
  /// The share refused with them.
  public let blocking: Double
  /// The share refused with one bed fewer.
  public let blockingOneFewer: Double
}

/// How long the cases are run.
public enum VerificationProfile: String, Sendable, Hashable, CaseIterable {
  /// Guarded rows to 5 %.
  case smoke
  /// Guarded rows to 2 %.
  case ci
  /// Guarded rows to 0.5 %.
  case nightly

  /// The relative precision that guarded rows must reach.
  public var precision: Double {
    switch self {
    case .smoke: 0.05
    case .ci: 0.02
    case .nightly: 0.005
    }
  }
}
