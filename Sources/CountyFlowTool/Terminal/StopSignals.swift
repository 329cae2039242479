import Dispatch
import Foundation
import Synchronization

/// Turns the first SIGINT, SIGTERM or SIGHUP into a cancellation, and a second SIGINT or SIGTERM into
/// an end at once.
///
/// One listener hears for the whole process, from the first work that can be stopped to its end: on
/// Linux a dispatch source that takes the place of a cancelled one hears nothing. A signal between two
/// pieces of work stops the second before it begins.
final class StopSignals: Sendable {
  private struct State {
    var received: ExitStatus?
    var works: [Int: @Sendable () -> Void] = [:]
    var begun = 0
  }

  private let state = Mutex(State())
  private let sources = Mutex<[any DispatchSourceSignal]>([])

  private static let shared = StopSignals()

  private init() {
    // Held, so that they listen as long as the process lives.
    sources.withLock { sources in
      for signal in Self.heard { sources.append(source(of: signal.number, signal.status)) }
    }
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

  /// Runs some work that stops, with a message, when the user says so.
  ///
  /// - Parameters:
  ///   - message: What the user is told then; made when it is needed.
  ///   - work: The work.
  /// - Returns: What the work came to.
  /// - Throws: `Stop` with 129, 130 or 143 when it was stopped, or the error of the work.
  static func run<Value: Sendable>(
    whenStopped message: @autoclosure @Sendable () -> String = "stopped; nothing was written",
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let signals = shared
    let task = Task { try await work() }
    let place = signals.begin { task.cancel() }
    defer { signals.end(place) }
    do {
      let value = try await task.value
      if let status = signals.received { throw Stop(status, message()) }
      return value
    } catch is CancellationError {
      throw Stop(signals.received ?? .interrupted, message())
    }
  }

  private var received: ExitStatus? { state.withLock(\.received) }

  /// Has some work cancelled at the first signal, or at once if that came before.
  private func begin(_ cancel: @escaping @Sendable () -> Void) -> Int {
    let (place, isStopped) = state.withLock { state in
      state.begun += 1
      state.works[state.begun] = cancel
      return (state.begun, state.received != nil)
    }
    if isStopped { cancel() }
    return place
  }

  private func end(_ place: Int) {
    state.withLock { $0.works[place] = nil }
  }

  private func source(of number: Int32, _ status: ExitStatus) -> any DispatchSourceSignal {
    signal(number, SIG_IGN)
    // The default queue shares its threads with the running replications, one a core: a signal
    // would wait for the end of the study there.
    let queue = DispatchQueue.global(qos: .userInteractive)
    let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
    source.setEventHandler { [self] in hear(status) }
    source.resume()
    return source
  }

  private func hear(_ status: ExitStatus) {
    let (isFirst, works) = state.withLock { state in
      defer { state.received = state.received ?? status }
      return (state.received == nil, Array(state.works.values))
    }
    guard isFirst else {
      // A terminal that closes may say so twice; nobody is there to be impatient.
      if status != .hungUp { _exit(status.rawValue) }
      return
    }
    for cancel in works { cancel() }
  }
}
