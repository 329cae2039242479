/// The secure hash algorithm with 256 bits, for naming files by their content.
///
/// It guards against mix-ups of inputs, not against an attacker: see decision 0010.
///
/// - Source: FIPS 180-4, *Secure Hash Standard*.
public enum SHA256 {
  /// The 32 bytes of the hash.
  ///
  /// - Parameter bytes: Any number of bytes.
  /// - Returns: The hash, most significant byte first.
  /// - Complexity: O(bytes)
  public static func hash(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var message = Array(bytes)
    let length = UInt64(message.count) * 8
    message.append(0x80)
    message.append(contentsOf: Array(repeating: 0, count: (120 - message.count % 64) % 64))
    message.append(contentsOf: (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * $0)) })
    var state = initial
    for block in stride(from: 0, to: message.count, by: 64) {
      state = compress(message[block..<block + 64], into: state)
    }
    return state.flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) }
    }
  }

  /// The hash as 64 hexadecimal digits.
  ///
  /// - Parameter bytes: Any number of bytes.
  /// - Returns: Lower-case digits.
  public static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    hash(bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// One round of 64 steps over a block of 64 bytes.
  private static func compress(_ block: ArraySlice<UInt8>, into state: [UInt32]) -> [UInt32] {
    let schedule = schedule(of: block)
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for step in 0..<64 {
      let sum1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
      let choice = (e & f) ^ (~e & g)
      let first = h &+ sum1 &+ choice &+ constants[step] &+ schedule[step]
      let sum0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ sum0 &+ majority)
    }
    return zip(state, [a, b, c, d, e, f, g, h]).map { $0 &+ $1 }
  }

  /// The 64 words that a block is stretched to.
  private static func schedule(of block: ArraySlice<UInt8>) -> [UInt32] {
    var words: [UInt32] = stride(from: block.startIndex, to: block.endIndex, by: 4).map { place in
      block[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    for place in 16..<64 {
      let (early, late) = (words[place - 15], words[place - 2])
      let small0 = turned(early, 7) ^ turned(early, 18) ^ (early >> 3)
      let small1 = turned(late, 17) ^ turned(late, 19) ^ (late >> 10)
      words.append(words[place - 16] &+ small0 &+ words[place - 7] &+ small1)
    }
    return words
  }

  private static func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word >> bits | word << (32 - bits)
  }
}
