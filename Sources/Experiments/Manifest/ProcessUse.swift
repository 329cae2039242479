internal import Foundation

/// What this process has used so far.
public struct ProcessUse: Sendable {
  /// Processor seconds of all threads.
  public let processorSeconds: Double
  /// Largest resident set, in bytes; 0 where the system does not tell.
  public let peakMemoryBytes: Int

  /// Reads the counters of the operating system.
  public static var current: ProcessUse {
    ProcessUse(
      processorSeconds: Double(clock()) / 1_000_000,
      peakMemoryBytes: peakKilobytes * 1024
    )
  }

  private static var peakKilobytes: Int {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let words = line?.split(whereSeparator: \.isWhitespace) ?? []
    return words.count > 1 ? Int(words[1]) ?? 0 : 0
  }
}
