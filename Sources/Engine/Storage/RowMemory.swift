internal import Glibc

/// Memory for rows: where it begins and in how large pages it lies decides how often a row far from
/// the last one has to be waited for.
///
/// A row of one cache line lies in one line, since the memory begins with a line. Large blocks lie
/// in huge pages, so that the address of a row is found without a walk through page tables.
@usableFromInline
enum RowMemory {
  /// Bytes of a cache line.
  static var line: Int { 64 }
  /// Bytes of a huge page.
  static var hugePage: Int { 1 << 21 }

  /// Memory for some values, none of them written.
  @usableFromInline
  static func allocate<Value>(_ count: Int) -> UnsafeMutablePointer<Value> {
    let bytes = count * MemoryLayout<Value>.stride
    guard bytes >= hugePage else {
      let alignment = max(line, MemoryLayout<Value>.alignment)
      // As many bytes as `count` values take, aligned for them.
      return unsafe UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: alignment)
        .bindMemory(to: Value.self, capacity: count)
    }
    let whole = (bytes + hugePage - 1) / hugePage * hugePage
    let block = UnsafeMutableRawPointer.allocate(byteCount: whole, alignment: hugePage)
    // The block is ours and begins with a page; a kernel that refuses the advice does no harm.
    _ = unsafe madvise(block, whole, MADV_HUGEPAGE)
    // At least as many bytes as `count` values take, aligned for them.
    return unsafe block.bindMemory(to: Value.self, capacity: count)
  }

  /// Gives memory back; its values need no destruction.
  @usableFromInline
  static func release<Value: BitwiseCopyable>(_ base: UnsafeMutablePointer<Value>) {
    // Allocated above and given back once, by the buffer that owns it.
    unsafe UnsafeMutableRawPointer(base).deallocate()
  }
}
