import Dispatch
import Foundation
import Synchronization

/// Turns the first SIGINT, SIGTERM or SIGHUP into a cancellation, and a second SIGINT or SIGTERM into
/// an end at once.
final class StopSignals: Sendable {
  private struct State {
    /// How the process ends after the first signal; `nil` before it.
    var first: ExitStatus?
    /// What stops the work in progress, by its number.
    var cancels: [Int: @Sendable () -> Void] = [:]
    /// Number of the next work.
    var next = 0
  }

  private let state = Mutex(State())

  /// Listens from the first work on to the end of the process.
  ///
  /// A source that takes the place of a cancelled one hears nothing on Linux once the signal is
  /// ignored again, and a signal that comes between two pieces of work must not be lost.
  private static let shared = StopSignals()

  private init() {
    for (number, status) in Self.heard { listen(to: number, status) }
  }

  /// The signals that stop the work, and how the process ends after each.
  ///
  /// A hang-up that the caller had ignored, as `nohup` does, stays ignored. Found out once, before
  /// this program takes the signals over.
  private static let heard: [(number: Int32, status: ExitStatus)] = {
    let all: [(number: Int32, status: ExitStatus)] = [
      (SIGINT, .interrupted), (SIGTERM, .terminated), (SIGHUP, .hungUp),
    ]
    return all.filter { $0.number != SIGHUP || !isIgnored(SIGHUP) }
  }()

  /// Whether a signal was ignored when the process began.
  private static func isIgnored(_ number: Int32) -> Bool {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("SigIgn:") }
    let word = line?.split(whereSeparator: \.isWhitespace).last
    guard let mask = word.flatMap({ UInt64($0, radix: 16) }) else { return false }
    return mask >> UInt64(number - 1) & 1 == 1
  }

  /// Runs some work that stops, with a message, when the user says so, or has said so before.
  ///
  /// - Throws: `Stop` with 129, 130 or 143 when it was stopped, or the error of the work.
  static func run<Value: Sendable>(
    whenStopped message: String = "stopped; nothing was written",
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let signals = shared
    let task = Task { try await work() }
    let number = signals.add { task.cancel() }
    defer { signals.remove(number) }
    do {
      let value = try await task.value
      if let status = signals.received { throw Stop(status, "stopped") }
      return value
    } catch is CancellationError {
      throw Stop(signals.received ?? .interrupted, message)
    }
  }

  private var received: ExitStatus? { state.withLock { $0.first } }

  /// Has some work stopped by the first signal, at once if that has come.
  private func add(_ cancel: @escaping @Sendable () -> Void) -> Int {
    let (number, isStopped) = state.withLock { state in
      defer { state.next += 1 }
      state.cancels[state.next] = cancel
      return (state.next, state.first != nil)
    }
    if isStopped { cancel() }
    return number
  }

  private func remove(_ number: Int) {
    state.withLock { _ = $0.cancels.removeValue(forKey: number) }
  }

  private func listen(to number: Int32, _ status: ExitStatus) {
    signal(number, SIG_IGN)
    // The default queue shares its threads with the running replications, one a core: a signal
    // would wait for the end of the study there.
    let queue = DispatchQueue.global(qos: .userInteractive)
    let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
    source.setEventHandler { [self] in
      // The source lives as long as its handler, which is for ever.
      withExtendedLifetime(source) { hear(status) }
    }
    source.resume()
  }

  private func hear(_ status: ExitStatus) {
    let cancels = state.withLock { state -> [@Sendable () -> Void]? in
      guard state.first == nil else { return nil }
      state.first = status
      return Array(state.cancels.values)
    }
    if let cancels {
      for cancel in cancels { cancel() }
    } else if status != .hungUp {
      // A terminal that closes may say so twice; nobody is there to be impatient.
      _exit(status.rawValue)
    }
  }
}
