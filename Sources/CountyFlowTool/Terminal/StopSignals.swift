import Dispatch
import Foundation
import Synchronization

/// Turns the first SIGINT or SIGTERM into a cancellation, and the second into an end at once.
final class StopSignals: Sendable {
  private let first = Mutex<ExitStatus?>(nil)

  /// Runs some work that stops, with a message, when the user says so.
  ///
  /// - Throws: `Stop` with 130 or 143 when it was stopped, or the error of the work.
  static func run<Value: Sendable>(
    whenStopped message: String = "stopped; nothing was written",
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let signals = StopSignals()
    let task = Task { try await work() }
    let sources = [SIGINT, SIGTERM].map { signals.source(of: $0) { task.cancel() } }
    defer { for source in sources { source.cancel() } }
    do {
      let value = try await task.value
      if let status = signals.received { throw Stop(status, "stopped") }
      return value
    } catch is CancellationError {
      throw Stop(signals.received ?? .interrupted, message)
    }
  }

  private var received: ExitStatus? { first.withLock { $0 } }

  private func source(
    of number: Int32,
    onFirst cancel: @escaping @Sendable () -> Void
  ) -> any DispatchSourceSignal {
    signal(number, SIG_IGN)
    // The default queue shares its threads with the running replications, one a core: a signal
    // would wait for the end of the study there.
    let queue = DispatchQueue.global(qos: .userInteractive)
    let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
    let status: ExitStatus = number == SIGTERM ? .terminated : .interrupted
    source.setEventHandler { [self] in
      let isFirst = first.withLock { first in
        defer { first = first ?? status }
        return first == nil
      }
      if isFirst { cancel() } else { _exit(status.rawValue) }
    }
    source.resume()
    return source
  }
}
