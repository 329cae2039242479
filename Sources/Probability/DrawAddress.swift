/// Where one draw lives: what it decides, for whom, and which time round.
///
/// Two draws with different addresses are independent, and adding a purpose, a person or an
/// occurrence moves no other draw. Purposes are fixed numbers, never "draws so far".
@frozen
public struct DrawAddress: Hashable, Sendable, BitwiseCopyable {
  /// The purpose in the high half, the occurrence in the low half.
  @usableFromInline let stem: UInt32
  /// For whom the draw is made.
  public let entity: UInt64

  /// Addresses the `occurrence`-th decision of one purpose for one entity.
  @inlinable
  public init(purpose: UInt16, entity: UInt64, occurrence: UInt16 = 0) {
    self.stem = UInt32(purpose) &<< 16 | UInt32(occurrence)
    self.entity = entity
  }

  /// What the draw decides.
  @inlinable public var purpose: UInt16 { UInt16(truncatingIfNeeded: stem &>> 16) }

  /// Which time round this entity decides it.
  @inlinable public var occurrence: UInt16 { UInt16(truncatingIfNeeded: stem) }

  /// The Philox counter of the address's `block`-th group of four words.
  @inlinable
  func counter(block: UInt32) -> SIMD4<UInt32> {
    SIMD4(
      block,
      stem,
      UInt32(truncatingIfNeeded: entity),
      UInt32(truncatingIfNeeded: entity &>> 32)
    )
  }
}
