import Dispatch
import Foundation
import Synchronization

/// Turns the first SIGINT, SIGTERM or SIGHUP into a cancellation, and a second SIGINT or SIGTERM into
/// an end at once.
final class StopSignals: Sendable {
  private let first = Mutex<ExitStatus?>(nil)

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

  /// Runs some work that stops, with a message, when the user says so.
  ///
  /// - Throws: `Stop` with 129, 130 or 143 when it was stopped, or the error of the work.
  static func run<Value: Sendable>(
    whenStopped message: String = "stopped; nothing was written",
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let signals = StopSignals()
    let task = Task { try await work() }
    let sources = heard.map { signals.source(of: $0.number, $0.status) { task.cancel() } }
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
    _ status: ExitStatus,
    onFirst cancel: @escaping @Sendable () -> Void
  ) -> any DispatchSourceSignal {
    signal(number, SIG_IGN)
    // The default queue shares its threads with the running replications, one a core: a signal
    // would wait for the end of the study there.
    let queue = DispatchQueue.global(qos: .userInteractive)
    let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
    source.setEventHandler { [self] in
      let isFirst = first.withLock { first in
        defer { first = first ?? status }
        return first == nil
      }
      if isFirst { return cancel() }
      // A terminal that closes may say so twice; nobody is there to be impatient.
      if status != .hungUp { _exit(status.rawValue) }
    }
    source.resume()
    return source
  }
}
