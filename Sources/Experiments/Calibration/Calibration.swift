public import CountyModel
internal import Engine

/// Solves the constants of the choice so that the baseline shows the observed shares.
public enum Calibration {
  /// What came of a calibration.
  public struct Result: Sendable {
    /// The nearest trial.
    public let best: CalibrationTrial
    /// Rounds of trials.
    public let rounds: Int
    /// The baseline under those constants, against every observation.
    public let fit: FitTable?
    /// What the best run left behind.
    public let readings: Readings
  }

  /// Most rounds of trials.
  public static let mostRounds = 12

  /// Solves the constants on one replication of the baseline over one year.
  ///
  /// The link between a constant and its log-odds is nearly one to one; cross effects and learnt
  /// waits are picked up by secants. Every round tries the full step and one of half the length,
  /// on two threads. The seed is the same in every round, so that only the constants matter.
  ///
  /// - Parameters:
  ///   - study: The study; only its baseline is run.
  ///   - threads: Trials at a time.
  ///   - report: Called after every round with its number and its better trial.
  /// - Returns: The nearest trial and what it left behind.
  /// - Throws: `CalibrationError`, or `CancellationError` when the task is cancelled.
  public static func solve(
    _ study: Study,
    threads: Int,
    report: @Sendable (Int, CalibrationTrial) -> Void
  ) async throws -> Result {
    let year = study.firstYear
    let goals = try goals(of: study)
    var current = try await run([study.inputs.solved], of: year, goals: goals, threads: threads)[0]
    var best = current
    var slopes = SecantMatrix(slopes: goals.map(\.constant.firstSlope))
    var round = 1
    report(round, current.trial)
    while !best.trial.isSolved, round < mostRounds {
      round += 1
      let step = slopes.step(for: try residuals(of: current.trial)).map { min(max($0, -2), 2) }
      let candidates = [1, 0.5].map { current.trial.constants.moved(by: step, times: $0, goals) }
      let tried = try await run(candidates, of: year, goals: goals, threads: threads)
      for next in tried.reversed() {
        slopes.learn(
          step: goals.map { $0.change(from: current.trial, to: next.trial) },
          change: zip(try residuals(of: next.trial), try residuals(of: current.trial)).map(-)
        )
      }
      current = tried[0].trial.worst <= tried[1].trial.worst ? tried[0] : tried[1]
      if current.trial.worst < best.trial.worst { best = current }
      report(round, current.trial)
    }
    return Result(
      best: best.trial,
      rounds: round,
      fit: FitTable(of: study, baseline: [best.readings]),
      readings: best.readings
    )
  }

  /// A constant and the value that its measure must take.
  struct Goal: Sendable {
    let constant: SolvedConstant
    let observed: Double

    func change(from one: CalibrationTrial, to other: CalibrationTrial) -> Double {
      constant.value(in: other.constants) - constant.value(in: one.constants)
    }
  }

  private static func goals(of study: Study) throws -> [Goal] {
    let goals = SolvedConstant.allCases.compactMap { constant in
      study.fit.first { $0.part == .solved && $0.measure == constant.measure }
        .map { Goal(constant: constant, observed: $0.observed) }
    }
    guard !goals.isEmpty else { throw CalibrationError.nothingToSolve }
    return goals
  }

  private static func residuals(of trial: CalibrationTrial) throws -> [Double] {
    try trial.gaps.map { gap in
      guard let residual = gap.residual else {
        throw CalibrationError.measureOutOfReach(
          measure: gap.constant.measure,
          simulated: gap.simulated
        )
      }
      return residual
    }
  }

  /// Runs the baseline once for each candidate.
  private static func run(
    _ candidates: [SolvedConstants],
    of study: Study,
    goals: [Goal],
    threads: Int
  ) async throws -> [(trial: CalibrationTrial, readings: Readings)] {
    let studies = candidates.map { constants in
      var changed = study
      changed.inputs.solved = constants
      return changed
    }
    let readings = try await ReplicationPool.runBaselines(of: studies, threads: threads)
    return try zip(candidates, readings).map { constants, run in
      let gaps = try goals.map { goal in
        let measured = FitTable.value(of: goal.constant.measure, in: [run])
        guard let measured else {
          throw CalibrationError.measureOutOfReach(measure: goal.constant.measure, simulated: nil)
        }
        return CalibrationTrial.Gap(
          constant: goal.constant,
          observed: goal.observed,
          simulated: measured
        )
      }
      return (CalibrationTrial(constants: constants, gaps: gaps), run)
    }
  }
}

extension SolvedConstants {
  /// The constants after part of a step.
  fileprivate func moved(
    by step: [Double],
    times share: Double,
    _ goals: [Calibration.Goal]
  ) -> SolvedConstants {
    var moved = self
    for (goal, length) in zip(goals, step) {
      goal.constant.set(goal.constant.value(in: self) + share * length, in: &moved)
    }
    return moved
  }
}

extension Study {
  /// The baseline alone over the first year, one replication.
  fileprivate var firstYear: Study {
    with(
      replications: 1,
      policies: [0],
      end: min(end, start.adding(days: CivilDate.isLeap(year: start.year) ? 366 : 365))
    )
  }
}
