internal import Foundation

/// The instruction set level of the processor, which the C library's `log` and `exp` dispatch on.
///
/// Two machines of one class give the same bytes; across classes the last digit of a draw may
/// differ, so the class stands in the manifest.
public enum CPUFeatureClass {
  /// The class of this machine.
  public static var current: String {
    #if arch(x86_64)
      let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
      return of(flags: text.map(flags(inProcessorList:)) ?? [])
    #elseif arch(arm64)
      return "aarch64"
    #else
      return "other"
    #endif
  }

  /// The class of an x86-64 processor with some feature flags.
  ///
  /// - Source: System V ABI for x86-64, micro-architecture levels.
  static func of(flags: Set<String>) -> String {
    let reached = levels.prefix { flags.isSuperset(of: $0.needs) }
    return reached.last?.name ?? "x86-64-v1"
  }

  /// The feature flags in the text of `/proc/cpuinfo`.
  static func flags(inProcessorList text: String) -> Set<String> {
    let line = text.split(separator: "\n").first { $0.hasPrefix("flags") }
    guard let list = line?.split(separator: ":").last else { return [] }
    return Set(list.split(separator: " ").map(String.init))
  }

  private static let levels: [(name: String, needs: Set<String>)] = [
    ("x86-64-v2", ["cx16", "lahf_lm", "popcnt", "pni", "sse4_1", "sse4_2", "ssse3"]),
    ("x86-64-v3", ["avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "xsave"]),
    ("x86-64-v4", ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]),
  ]
}
