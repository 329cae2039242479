internal import CountyModel
internal import Probability

extension InputCalibration {
  /// A point that was tried.
  public struct Trial: Sendable, Hashable {
    /// One value for each input.
    public let values: [Double]
    /// What the model shows of each observation.
    public let shown: [Double]
    /// Root mean square difference, in the errors of the observations.
    public let distance: Double
  }

  /// What came of a search.
  public struct Outcome: Sendable {
    /// The nearest point.
    public let best: Trial
    /// Points that were kept, from the nearest; of a simplex, the best alone.
    public let kept: [Trial]
    /// Points that were tried.
    public let tried: Int
    /// How far the furthest kept point is.
    public let tolerance: Double
    /// Whether a simplex became small before its points ran out; `nil` of a rejection.
    public let isSmall: Bool?
  }

  /// Replications of drawn points begin here, so that the answer is shown under other luck.
  private static let firstDrawn: UInt32 = 1 << 17
  /// A simplex this small, in ranges of the inputs, is at its end.
  private static let size = 0.004

  /// Looks for the nearest point by the simplex; one run after another, every point under the same
  /// luck.
  ///
  /// - Parameters:
  ///   - study: The study with these values of the inputs.
  ///   - report: Called after every point with its number.
  /// - Returns: The nearest point.
  /// - Throws: `InputCalibrationError`, `CancellationError`, or what `study` throws.
  public func solveBySimplex(
    _ study: ([Double]) throws -> Study,
    report: (Int, Trial) -> Void
  ) throws -> Outcome {
    var tried: [Trial] = []
    let found = try Simplex.minimise(
      from: inputs.map(\.start),
      steps: inputs.map { $0.start > 0.5 ? -0.25 : 0.25 },
      size: Self.size,
      most: points
    ) { place in
      let values = zip(inputs, place).map { $0.value(at: $1) }
      // Mirrored or rounded to the same values: the answer is known.
      if let known = tried.first(where: { $0.values == values }) { return known.squares(self) }
      let run = try study(values)
      let shown = try (0..<replications).map { try self.shown(of: run, UInt32($0)) }
      let trial = trial(values, Self.mean(of: shown))
      tried.append(trial)
      report(tried.count, trial)
      return trial.squares(self)
    }
    guard let best = tried.min(by: { $0.distance < $1.distance }) else {
      preconditionFailure("a simplex has corners")
    }
    return Outcome(
      best: best,
      kept: [best],
      tried: tried.count,
      tolerance: best.distance,
      isSmall: found.isSmall
    )
  }

  /// The points of a rejection, drawn evenly over the ranges.
  public var drawn: [[Double]] {
    let key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    return (0..<points).map { point in
      inputs.indices.map { input in
        let counter = SIMD4(UInt32(point), UInt32(input), 0xCA11, 0)
        return inputs[input].value(
          at: RandomStreams.unit(Philox.block(counter: counter, key: key).x)
        )
      }
    }
  }

  /// Keeps those drawn points that come near enough.
  ///
  /// - Parameters:
  ///   - studies: The study at each of `drawn`, in their order.
  ///   - threads: Runs at a time; changes nothing but the wait.
  ///   - progress: Called from any thread, about once a simulated month of each run.
  /// - Returns: The kept points, or none when nothing came within the tolerance.
  /// - Throws: `InputCalibrationError` or `CancellationError`.
  /// - Source: rejection sampling, Tavaré et al. 1997 and Pritchard et al. 1999; by a share of the
  ///   nearest, Beaumont, Zhang and Balding 2002.
  public func solveByRejection(
    _ studies: [Study],
    threads: Int,
    progress: @escaping @Sendable (Progress) -> Void
  ) async throws -> Outcome {
    let watch = ProgressWatch(jobs: studies.count, report: progress)
    let drawn = drawn
    let runs = try await ReplicationPool.gather(Array(studies.enumerated()), threads: threads) {
      place,
      study in
      try shown(of: study, Self.firstDrawn + UInt32(place), watch)
    }
    let sorted = zip(drawn, runs).map(trial).sorted { $0.distance < $1.distance }
    let kept =
      switch method {
      case .within(let most): sorted.filter { $0.distance <= most }
      case .nearest(let share):
        Array(sorted.prefix(max(1, Int((share * Double(points)).rounded()))))
      case .simplex: Array(sorted.prefix(1))
      }
    return Outcome(
      best: sorted[0],
      kept: kept,
      tried: points,
      tolerance: kept.last?.distance ?? sorted[0].distance,
      isSmall: nil
    )
  }

  private func trial(_ values: [Double], _ shown: [Double]) -> Trial {
    Trial(values: values, shown: shown, distance: distance(of: shown))
  }

  private static func mean(of runs: [[Double]]) -> [Double] {
    runs[0].indices.map { place in Sample(runs.map { $0[place] }).mean }
  }

  /// What a replication of the baseline shows.
  func shown(
    of study: Study,
    _ replication: UInt32,
    _ watch: ProgressWatch = ProgressWatch(jobs: 1) { _ in }
  ) throws -> [Double] {
    let job = ReplicationJob(study: study, policy: 0, replication: replication)
    guard let shown = shown(by: try job.run(watch: watch)) else {
      throw InputCalibrationError.nothingToMeasure
    }
    return shown
  }
}

extension InputCalibration.Trial {
  /// Sum of squared errors.
  fileprivate func squares(_ calibration: InputCalibration) -> Double {
    distance * distance * Double(calibration.observed.count)
  }
}
