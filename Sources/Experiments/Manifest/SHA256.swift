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
    var stream = SHA256Stream()
    stream.take(bytes)
    return stream.finished()
  }

  /// The hash as 64 hexadecimal digits.
  ///
  /// - Parameter bytes: Any number of bytes.
  /// - Returns: Lower-case digits.
  public static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    digits(of: hash(bytes))
  }

  /// A finished hash as 64 hexadecimal digits.
  static func digits(of hash: [UInt8]) -> String {
    let figures = Array("0123456789abcdef".utf8)
    let text = hash.flatMap { [figures[Int($0 >> 4)], figures[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The hash of bytes that come piece by piece.
public struct SHA256Stream: Sendable {
  private var state = SHA256.initial
  /// Bytes that do not make a block yet.
  private var rest: [UInt8] = []
  private var length: UInt64 = 0

  /// Of no bytes so far.
  public init() {}

  /// Takes some bytes in.
  public mutating func take(_ bytes: some Sequence<UInt8>) {
    rest.append(contentsOf: bytes)
    let blocks = rest.count / 64
    guard blocks > 0 else { return }
    state = Self.compressed(rest.span, blocks: blocks, from: state)
    rest.removeFirst(blocks * 64)
    length &+= UInt64(blocks) * 512
  }

  /// The 32 bytes of the hash of all that was taken in.
  public func finished() -> [UInt8] {
    var last = self
    let bits = length &+ UInt64(rest.count) * 8
    let zeros = (119 - rest.count % 64) % 64
    last.take([0x80] + Array(repeating: 0, count: zeros))
    last.take((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) })
    return last.state.indices.flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: last.state[word] >> (24 - 8 * UInt32($0))) }
    }
  }

  /// The same as 64 hexadecimal digits.
  public var hexadecimal: String { SHA256.digits(of: finished()) }

  /// The state after some blocks of 64 bytes.
  ///
  /// Everything lies on the stack and every place is known to fit, so that nothing is checked or
  /// counted in the steps.
  private static func compressed(
    _ bytes: Span<UInt8>,
    blocks: Int,
    from start: InlineArray<8, UInt32>
  ) -> InlineArray<8, UInt32> {
    var state = start
    var words = InlineArray<64, UInt32>(repeating: 0)
    // A span: of an inline array the optimiser copies all 64 in every step.
    let numbers = SHA256.constants
    let constants = numbers.span
    for block in 0..<blocks {
      stretch(bytes.extracting(block * 64..<block * 64 + 64), to: &words)
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      // Eight steps at a time, so that the letters change their roles and not their values.
      for step in stride(from: 0, to: 64, by: 8) {
        advance(a, b, c, &d, e, f, g, &h, constants[step] &+ words[step])
        advance(h, a, b, &c, d, e, f, &g, constants[step + 1] &+ words[step + 1])
        advance(g, h, a, &b, c, d, e, &f, constants[step + 2] &+ words[step + 2])
        advance(f, g, h, &a, b, c, d, &e, constants[step + 3] &+ words[step + 3])
        advance(e, f, g, &h, a, b, c, &d, constants[step + 4] &+ words[step + 4])
        advance(d, e, f, &g, h, a, b, &c, constants[step + 5] &+ words[step + 5])
        advance(c, d, e, &f, g, h, a, &b, constants[step + 6] &+ words[step + 6])
        advance(b, c, d, &e, f, g, h, &a, constants[step + 7] &+ words[step + 7])
      }
      let more: InlineArray<8, UInt32> = [a, b, c, d, e, f, g, h]
      for word in state.indices { state[word] &+= more[word] }
    }
    return state
  }

  /// One step: `d` becomes the next `e` and `h` the next `a`.
  @inline(__always)
  private static func advance(
    _ a: UInt32,
    _ b: UInt32,
    _ c: UInt32,
    _ d: inout UInt32,
    _ e: UInt32,
    _ f: UInt32,
    _ g: UInt32,
    _ h: inout UInt32,
    _ addend: UInt32
  ) {
    let sum1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    let choice = (e & f) ^ (~e & g)
    let first = h &+ sum1 &+ choice &+ addend
    let sum0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
    let majority = (a & b) ^ (a & c) ^ (b & c)
    d = d &+ first
    h = first &+ sum0 &+ majority
  }

  /// Stretches the 64 bytes of a block to 64 words.
  private static func stretch(_ block: Span<UInt8>, to words: inout InlineArray<64, UInt32>) {
    for place in 0..<16 {
      let byte = place * 4
      let upper = UInt32(block[byte]) << 24 | UInt32(block[byte + 1]) << 16
      words[place] = upper | UInt32(block[byte + 2]) << 8 | UInt32(block[byte + 3])
    }
    for place in 16..<64 {
      let (early, late) = (words[place - 15], words[place - 2])
      let small0 = turned(early, 7) ^ turned(early, 18) ^ (early >> 3)
      let small1 = turned(late, 17) ^ turned(late, 19) ^ (late >> 10)
      words[place] = words[place - 16] &+ small0 &+ words[place - 7] &+ small1
    }
  }

  private static func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word &>> bits | word &<< (32 &- bits)
  }
}
