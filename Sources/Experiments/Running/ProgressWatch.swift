internal import Synchronization

/// Adds up how far all runs have come and tells whoever waits.
final class ProgressWatch: Sendable {
  private struct State {
    var finishedRuns = 0
    var simulatedDays = 0
    var daysPerRun = 0
  }

  private let state = Mutex(State())
  private let jobs: Int
  private let begun = ContinuousClock.now
  private let report: @Sendable (Progress) -> Void

  init(jobs: Int, report: @escaping @Sendable (Progress) -> Void) {
    self.jobs = jobs
    self.report = report
  }

  /// Every run of a study is equally long.
  func expect(days: Int) {
    state.withLock { $0.daysPerRun = days }
  }

  /// Some days of some run have been simulated.
  func passed(days: Int) {
    report(
      state.withLock {
        $0.simulatedDays += days
        return progress(of: $0)
      }
    )
  }

  /// A run has ended.
  func finishedRun() {
    report(
      state.withLock {
        $0.finishedRuns += 1
        return progress(of: $0)
      }
    )
  }

  private func progress(of state: State) -> Progress {
    let seconds = (ContinuousClock.now - begun) / .seconds(1)
    let daysPerSecond = seconds > 0 ? Double(state.simulatedDays) / seconds : 0
    let daysLeft = jobs * state.daysPerRun - state.simulatedDays
    return Progress(
      finishedRuns: state.finishedRuns,
      totalRuns: jobs,
      simulatedYears: Double(state.simulatedDays) / 365.25,
      simulatedYearsPerSecond: daysPerSecond / 365.25,
      secondsLeft: daysPerSecond > 0 ? Double(daysLeft) / daysPerSecond : nil
    )
  }
}
