internal import Glibc

/// Kim and Nelson's procedure: finds the best of a few systems with a guarantee, dropping the
/// clearly worse ones on the way.
///
/// The guarantee: a best that leads every other by the indifference zone or more is chosen with a
/// probability of at least `confidence`, for normal observations, with or without common random
/// numbers. Of differences that do not vary at all it knows nothing: see `KimNelsonRace`.
///
/// - Source: Kim and Nelson 2001, *A fully sequential procedure for indifference-zone selection in
///   simulation*, ACM TOMACS 11, with c = 1.
public struct KimNelson: Sendable, Hashable {
  /// Systems to choose from; 2 or more.
  public let systems: Int
  /// Replications of each system before the first is dropped; 2 or more.
  public let first: Int
  /// The least difference that matters, in the measure's unit; above 0.
  public let indifference: Double
  /// Probability of choosing the best.
  public let confidence: Double

  /// A procedure from its parts.
  public init(systems: Int, first: Int = 10, indifference: Double, confidence: Double = 0.95) {
    precondition(systems > 1 && first > 1, "a choice needs systems and replications")
    precondition(indifference > 0 && confidence > 0 && confidence < 1)
    self.systems = systems
    self.first = first
    self.indifference = indifference
    self.confidence = confidence
  }

  /// η = ((2 α / (k - 1))^(-2 / (n₀ - 1)) - 1) / 2.
  public var eta: Double {
    let share = 2 * (1 - confidence) / Double(systems - 1)
    return (pow(share, -2 / Double(first - 1)) - 1) / 2
  }

  /// h² = 2 η (n₀ - 1).
  public var h2: Double { 2 * eta * Double(first - 1) }

  /// Chooses the system with the greatest mean.
  ///
  /// - Parameter sample: The observation of a system, counted from 0, in a replication, counted
  ///   from 0; asked once for each pair.
  /// - Returns: The finished race.
  public func best(of sample: (_ system: Int, _ replication: Int) throws -> Double) rethrows
    -> KimNelsonRace
  {
    let pilot = try (0..<systems).map { system in
      try (0..<first).map { try sample(system, $0) }
    }
    var race = KimNelsonRace(self, pilot: pilot)
    while !race.isOver {
      let replication = race.replications
      race.add(try race.alive.map { try sample($0, replication) })
    }
    return race
  }
}
