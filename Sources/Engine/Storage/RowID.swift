/// A row number with a type of its own, so that a crew is never taken for a call.
///
/// By convention it holds a `UInt32`, which is what waiting lines and pools keep.
public protocol RowID: BitwiseCopyable, Hashable, Sendable {
  /// The row, from 0.
  var row: Int { get }

  /// The identifier of a row.
  init(row: Int)
}
