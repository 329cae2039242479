internal import Probability

/// What the generator leaves to chance.
///
/// Each purpose has its own number, so a new one never disturbs an old one.
enum LayoutPurpose: UInt16 {
  case borderShape = 0x4701
  case townPosition = 0x4702
  case villagePosition = 0x4703
  case neighbourhoodPosition = 0x4704
  case settlementRank = 0x4705
  case settlementSize = 0x4706
}

/// The generator's luck: every draw belongs to a named thing, never to a place in a queue.
///
/// Adding a town therefore leaves the other towns' draws as they were.
struct LayoutChance: ~Copyable {
  private let streams: RandomStreams

  init(seed: UInt64) {
    streams = RandomStreams(seed: seed, replication: 0)
  }

  /// A draw between 0 and 1, the same whenever it is asked for.
  func uniform(_ purpose: LayoutPurpose, of thing: StableKey, try number: Int) -> Double {
    streams.uniform(
      at: DrawAddress(
        purpose: purpose.rawValue,
        entity: thing.value,
        occurrence: UInt16(number)
      )
    )
  }
}

/// Number of a named thing that depends on its name alone.
struct StableKey: Hashable {
  let value: UInt64

  /// Key of a name, by the FNV-1a hash (never `Hasher`, which differs between launches).
  init(name: String) {
    value = name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// Key of the `ordinal`-th part of a named thing.
  init(name: String, part ordinal: Int) {
    self.init(name: "\(name)#\(ordinal)")
  }
}
