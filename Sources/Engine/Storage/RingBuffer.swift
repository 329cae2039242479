/// First in, first out, in a ring that grows when it is full.
@frozen
public struct RingBuffer<Value: BitwiseCopyable>: ~Copyable {
  /// A power of two of places; the values of unused ones mean nothing.
  @usableFromInline var places: FlatBuffer<Value>
  @usableFromInline var head: Int
  /// How many values wait.
  @usableFromInline var waiting: Int

  /// An empty ring.
  ///
  /// - Parameter minimumCapacity: How many values fit before the ring first grows.
  @inlinable
  public init(minimumCapacity: Int = 16) {
    var capacity = 1
    while capacity < minimumCapacity { capacity &<<= 1 }
    places = FlatBuffer(unwrittenRows: capacity)
    head = 0
    waiting = 0
  }

  /// How many values wait.
  @inlinable public var count: Int { waiting }

  /// Whether no value waits.
  @inlinable public var isEmpty: Bool { waiting == 0 }

  /// Puts a value behind all others.
  @inlinable
  public mutating func append(_ value: Value) {
    if waiting == places.count { makeRoom() }
    places[(head &+ waiting) & (places.count &- 1)] = value
    waiting &+= 1
  }

  /// Takes the value that has waited longest.
  @inlinable
  public mutating func popFirst() -> Value? {
    guard waiting > 0 else { return nil }
    let value = places[head]
    head = (head &+ 1) & (places.count &- 1)
    waiting &-= 1
    return value
  }

  /// Doubles the ring and unrolls it so that the oldest value comes first.
  @usableFromInline
  mutating func makeRoom() {
    let old = places.count
    var larger = FlatBuffer<Value>(unwrittenRows: old * 2)
    for place in 0..<old { larger[place] = places[(head + place) & (old - 1)] }
    places = larger
    head = 0
  }
}
