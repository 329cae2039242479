/// How far a pool of runs has come.
public struct Progress: Sendable, Hashable {
  /// Runs that have ended.
  public let finishedRuns: Int
  /// Runs in all: policies times replications.
  public let totalRuns: Int
  /// Years simulated so far, over all runs, warm-up included.
  public let simulatedYears: Double
  /// Years simulated in one second of waiting, over all threads.
  public let simulatedYearsPerSecond: Double
  /// Seconds still to wait at this pace; `nil` before there is a pace.
  public let secondsLeft: Double?
}
