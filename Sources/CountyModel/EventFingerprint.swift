import Engine

/// A running hash of the event log: instant and event, in order (FNV-1a over 64-bit words).
struct EventFingerprint {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Takes one event in.
  mutating func take(_ word: UInt64, at instant: SimInstant) {
    value = (value ^ UInt64(bitPattern: Int64(instant.milliseconds))) &* 0x0000_0100_0000_01b3
    value = (value ^ word) &* 0x0000_0100_0000_01b3
    value ^= value &>> 29
  }
}

/// A hash of the needs met so far and of their luck: a sum, so that their order does not matter.
///
/// It holds nothing that a policy may change; equal hashes are the proof of common random numbers.
struct NeedFingerprint {
  private(set) var value: UInt64 = 0

  /// What a policy gives the patient, and not the patient's own luck.
  private static let given: EpisodeTraits = [.contracted]

  /// Takes one need in, as it arises.
  ///
  /// - Parameters:
  ///   - episode: The need; it knows whose settlement it comes from.
  ///   - place: Of the person among those of the same age there.
  ///   - instant: When it arises.
  mutating func take(_ episode: Episode, place: Int, at instant: SimInstant) {
    var one = EventFingerprint()
    one.take(episode.need, at: instant)
    let facts =
      UInt64(place) << 24 | UInt64(episode.condition) << 16
      | UInt64(episode.severity.rawValue) << 8 | UInt64(episode.filingRank)
    let luck = episode.traits.subtracting(Self.given).rawValue
    one.take(facts, at: instant)
    one.take(UInt64(luck), at: instant)
    value &+= one.value
  }
}
