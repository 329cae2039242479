internal import CountyModel

/// What a sweep will cost, from a short pilot.
public struct SweepEstimate: Encodable, Sendable {
  /// `countyflow/sweep-estimate/1`.
  public let schema = "countyflow/sweep-estimate/1"
  /// Points of the design, outer points included.
  public let points: Int
  /// Policies of each point.
  public let policies: Int
  /// Replications of each point and policy in the first round.
  public let replications: Int
  /// Tasks of the first round.
  public let tasks: Int
  /// Runs that differ from each other.
  public let runs: Int
  /// Simulated days of one run, warm-up included.
  public let daysPerRun: Int
  /// Events of all runs.
  public let events: Double
  /// Processor seconds of all runs.
  public let processorSeconds: Double
  /// Seconds to wait on the threads of this machine.
  public let wallSeconds: Double
  /// Threads.
  public let threads: Int
  /// Largest resident set, bytes.
  public let memoryBytes: Double
  /// Simulated days of the pilot from which time and events are estimated.
  public let pilotDays: Int
  /// Most tasks if the rule of the sweep asks for all it may; `nil` for a fixed number.
  public let mostTasks: Int?
  /// What solving the constants of the choice costs before the first task; `nil` when none are to be
  /// solved.
  public let solving: Solving?

  /// The cost of solving constants, which the figures of the runs leave out.
  public struct Solving: Encodable, Sendable {
    /// Outer points whose constants are still to be solved.
    public let outerPoints: Int
    /// Rounds that each is taken to need; nobody knows before.
    public let rounds: Int
    /// Most rounds that each may need.
    public let mostRounds: Int
    /// Processor seconds of all outer points.
    public let processorSeconds: Double
    /// Seconds to wait on the threads of this machine.
    public let wallSeconds: Double

    /// The first round is one trial, every other one two, which may run at the same time.
    init(outerPoints: Int, secondsPerTrial: Double, threads: Int) {
      self.outerPoints = outerPoints
      rounds = 6
      mostRounds = Calibration.mostRounds
      let later = Double(outerPoints * (rounds - 1)) * secondsPerTrial
      let first = Double(outerPoints) * secondsPerTrial
      processorSeconds = first + 2 * later
      wallSeconds = first + 2 * later / Double(min(threads, 2))
    }
  }

  /// Longest pilot, in simulated days.
  private static let longestPilot = 112

  /// Simulates the beginning of the last point under its last policy, and scales up.
  ///
  /// - Parameters:
  ///   - plan: The sweep; nothing of it is written.
  ///   - unsolved: Outer points whose constants of the choice are to be solved first.
  ///   - threads: Runs at a time.
  public init(of plan: SweepPlan, solving unsolved: Int, threads: Int) {
    let manifest = plan.manifest
    let tasks = manifest.tasks
    let study = plan.study(ofPoint: manifest.points.count - 1)
    let before = ProcessUse.current
    var pilot = Simulated(study, policy: manifest.policies.count - 1, replication: 0)
    let laidOut = ProcessUse.current
    let days = pilot.totalDays
    let length = min(days, Self.longestPilot)
    pilot = pilot.running(untilDay: length)
    let after = ProcessUse.current
    let readings = pilot.readings()
    let scale = Double(days) / Double(length)
    let layOut = laidOut.processorSeconds - before.processorSeconds
    let simulating = (after.processorSeconds - laidOut.processorSeconds) * scale
    let oneRun = layOut + simulating
    let runs = Set(tasks.map(\.key)).count
    points = manifest.points.count
    policies = manifest.policies.count
    replications = manifest.rounds[0].replications
    self.tasks = tasks.count
    self.runs = runs
    daysPerRun = days
    events = (Double(readings.events) * scale * Double(runs)).rounded()
    processorSeconds = oneRun * Double(runs)
    self.threads = threads
    wallSeconds = processorSeconds / Double(min(threads, max(1, runs)))
    let growth = Double(after.peakMemoryBytes - before.peakMemoryBytes)
    memoryBytes = Double(after.peakMemoryBytes) + growth * Double(threads - 1)
    pilotDays = length
    let rows = manifest.points.count * manifest.policies.count
    mostTasks =
      manifest.precision.map { $0.to * rows }
      ?? manifest.best.map { $0.from * rows + ($0.to - $0.from) * manifest.candidates.count }
    // A trial runs through the warm-up and one year at most.
    let trial = layOut + simulating * Double(min(days, study.warmUpDays + 366)) / Double(days)
    solving =
      unsolved > 0
      ? Solving(outerPoints: unsolved, secondsPerTrial: trial, threads: threads) : nil
  }
}
