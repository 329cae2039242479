import CountyModel
import Experiments
import Foundation
import Reports
import ScenarioFiles
import Synchronization

/// Solves the constants of the choice at every outer point of a sweep, before its folder is made.
///
/// What is solved is kept in the cache at once, so that a sweep which is stopped meanwhile goes on
/// where it was.
struct ConstantsSolving: Sendable {
  /// One outer point.
  private struct Point: Sendable {
    let study: Study
    let key: String
  }

  /// The sweep, as the user names it.
  private let sweep: String
  private let points: [Point]
  private let cache: ShardCache?
  private let output: OutputOptions

  /// Prepares every outer point, so that a county that cannot be is told before anything is solved.
  ///
  /// - Throws: `Stop` with the problems of the county at some point.
  init(
    of sweep: String,
    _ loaded: LoadedSweep,
    cache: ShardCache?,
    _ output: OutputOptions
  ) throws {
    self.sweep = sweep
    self.cache = cache
    self.output = output
    do throws(DiagnosticList) {
      var points: [Point] = []
      for values in loaded.design.outerPoints {
        let (study, scenario) = try loaded.study(ofOuterPoint: values)
        points.append(Point(study: study, key: SolvedPoint.key(of: study, scenario: scenario)))
      }
      self.points = points
    } catch {
      throw output.stop(for: error)
    }
  }

  /// Outer points whose constants nobody has solved yet.
  var unsolved: Int { points.count { cache?.solvedPoint(key: $0.key) == nil } }

  /// The constants of each outer point, by name.
  ///
  /// - Throws: `Stop` when stopped, which tells how to go on, or when they cannot be solved.
  func run(threads: Int) async throws -> [[String: Double]] {
    let kept = Mutex(0)
    return try await StopSignals.run(whenStopped: stopped(kept: kept.withLock(\.self))) {
      var solved: [[String: Double]] = []
      for (place, point) in points.enumerated() {
        try Task.checkCancellation()
        let found: SolvedPoint
        if let known = cache?.solvedPoint(key: point.key) {
          found = known
          kept.withLock { $0 += 1 }
        } else {
          found = try await solve(point.study, place, threads: threads)
          // A cache that cannot be written is no reason to stop.
          if let cache, (try? cache.keep(found, key: point.key)) != nil {
            kept.withLock { $0 += 1 }
          }
        }
        if !found.isSolved {
          let far = DecimalText.text(of: found.worst)
          output.warn("outer point \(place): the nearest constants leave \(far) tolerances")
        }
        solved.append(found.constants)
      }
      return solved
    }
  }

  private func stopped(kept: Int) -> String {
    guard let cache else {
      return "stopped while solving constants; without a cache none are kept, and the same command "
        + "begins anew"
    }
    return "stopped while solving constants; those of \(kept) of "
      + "\(CountText.text(of: points.count, "outer point")) are kept in \(cache.path). "
      + "Go on with the same command"
  }

  private func solve(_ study: Study, _ place: Int, threads: Int) async throws -> SolvedPoint {
    let line = ProgressLine(output.progress)
    defer { line.end() }
    let of = "outer point \(place + 1) of \(points.count)"
    do {
      let result = try await Calibration.solve(study, threads: threads) { round, _ in
        line.show("solving constants: \(of), round \(round)")
      }
      return SolvedPoint(result.best)
    } catch CalibrationError.nothingToSolve {
      throw Stop(
        .scenario,
        "\(sweep): `uncertain` needs `fit` rows with part: solved, and the county states none"
      )
    } catch CalibrationError.measureOutOfReach(let measure, _) {
      throw Stop(.checkFailed, "outer point \(place): no constant can move \(measure)")
    }
  }
}
