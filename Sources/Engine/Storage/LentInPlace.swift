internal import Synchronization

/// Keep one in a large structure that is never copied, and methods that only read it are called with
/// its address.
///
/// The compiler loads a structure whose bytes it knows before it lends it, and a large one goes
/// through a copy on the stack: two kilobytes of a county at each call that was not inlined, a tenth
/// of the county's processor time in all. An atomic has one address for life, and so has what holds
/// one; nobody reads or writes it. It takes one byte.
public struct LentInPlace: ~Copyable, Sendable {
  private let address = Atomic<UInt8>(0)

  /// A mark.
  public init() {}
}
