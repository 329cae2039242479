import Foundation

/// The address space that the shell or the scheduler leaves to this process.
enum AddressSpace {
  /// Bytes below which even the smallest county cannot be run: code, libraries and the stacks of two
  /// threads, measured with `ulimit -v`.
  private static let least: rlim_t = 256 << 20

  /// Refuses to begin where memory is sure to run out, as no allocation can be refused later.
  ///
  /// - Throws: `Stop` with 6.
  static func check() throws {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else { return }
    guard limit.rlim_cur < least else { return }
    throw Stop(
      .limit,
      "E605: the address space is limited to \(limit.rlim_cur >> 20) MiB (ulimit -v); "
        + "expected \(least >> 20) MiB or more"
    )
  }
}
