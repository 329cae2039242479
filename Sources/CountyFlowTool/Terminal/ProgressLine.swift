import Experiments
import Foundation
import Synchronization

/// Tells how far the runs have come: one line rewritten on a screen, a line every ten seconds
/// elsewhere.
final class ProgressLine: Sendable {
  private struct State {
    var lastTold: ContinuousClock.Instant?
    var width = 0
  }

  private let state = Mutex(State())
  private let manner: Manner
  private let begun = ContinuousClock.now

  /// How progress is told.
  enum Manner: Sendable {
    case silent
    case rewritten
    case lines

    /// Time between two messages.
    var pause: Duration {
      switch self {
      case .silent: .zero
      case .rewritten: .milliseconds(200)
      case .lines: .seconds(10)
      }
    }
  }

  init(_ manner: Manner) { self.manner = manner }

  /// Shows the progress if enough time has passed since the last message.
  func show(_ progress: Experiments.Progress) {
    show(ProgressLine.text(of: progress))
  }

  /// Shows a text if enough time has passed since the last message.
  func show(_ text: @autoclosure () -> String) {
    guard manner != .silent else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      guard now - (state.lastTold ?? begun) >= manner.pause else { return }
      state.lastTold = now
      let text = text()
      if manner == .rewritten {
        let padding = String(repeating: " ", count: max(0, state.width - text.count))
        state.width = text.count
        Screen.tell("\r" + text + padding)
      } else {
        Screen.tell(text + "\n")
      }
    }
  }

  /// Leaves the line, so that what follows starts on a fresh one.
  func end() {
    state.withLock { state in
      guard manner == .rewritten, state.width > 0 else { return }
      Screen.tell("\r" + String(repeating: " ", count: state.width) + "\r")
      state.width = 0
    }
  }

  private static func text(of progress: Experiments.Progress) -> String {
    let years = String(format: "%.1f", progress.simulatedYears)
    let pace = String(format: "%.2f", progress.simulatedYearsPerSecond)
    let left = progress.secondsLeft.map { ", about \(duration($0)) left" } ?? ""
    let runs = CountText.text(of: progress.totalRuns, "run")
    return "\(progress.finishedRuns) of \(runs), \(years) simulated years, "
      + "\(pace) a second\(left)"
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 120 ? "\(whole) s" : "\((whole + 59) / 60) min"
  }
}
