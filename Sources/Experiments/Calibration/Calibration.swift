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
    /// Constants that their measures hardly answer any more, so that something else holds these,
    /// such as hospitals that are full; empty when all is solved.
    public let held: [SolvedConstant]
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
  /// `RootSearch` says how the steps are chosen and from where the rule is.
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
    report: @escaping @Sendable (Int, CalibrationTrial) -> Void
  ) async throws -> Result {
    let year = study.firstYear
    let goals = try goals(of: study)
    let search = RootSearch<Attempt>(
      firstSlopes: goals.map(\.constant.firstSlope),
      mostRounds: mostRounds,
      attempt: { places in
        let candidates = places.map { study.inputs.solved.placed(at: $0, goals) }
        return try await run(candidates, of: year, goals: goals, threads: threads)
      },
      report: { report($0, $1.trial) }
    )
    let found = try await search.run(from: goals.map { $0.constant.value(in: study.inputs.solved) })
    return Result(
      best: found.best.trial,
      rounds: found.rounds,
      held: held(found),
      fit: FitTable(of: study, baseline: [found.best.readings]),
      readings: found.best.readings
    )
  }

  /// A measure that answers its constant by less than a tenth of what it should is held by
  /// something else.
  private static func held(_ found: RootSearch<Attempt>.Outcome) -> [SolvedConstant] {
    zip(found.best.trial.gaps, found.answers ?? []).compactMap { gap, answer in
      gap.inTolerances > 1 && answer < 0.1 ? gap.constant : nil
    }
  }

  /// A trial with what its run left behind.
  private struct Attempt: RootTrial {
    let trial: CalibrationTrial
    let readings: Readings
    let place: [Double]
    let residuals: [Double]

    var distance: Double { trial.worst }
  }

  /// A constant and the value that its measure must take.
  struct Goal: Sendable {
    let constant: SolvedConstant
    let observed: Double
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
  ) async throws -> [Attempt] {
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
      let trial = CalibrationTrial(constants: constants, gaps: gaps)
      return Attempt(
        trial: trial,
        readings: run,
        place: goals.map { $0.constant.value(in: constants) },
        residuals: try residuals(of: trial)
      )
    }
  }
}

extension SolvedConstants {
  /// These constants with those that are solved for at a place.
  fileprivate func placed(at place: [Double], _ goals: [Calibration.Goal]) -> SolvedConstants {
    var placed = self
    for (goal, value) in zip(goals, place) { goal.constant.set(value, in: &placed) }
    return placed
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
