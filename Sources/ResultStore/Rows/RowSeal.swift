/// The hash that stands at the end of every row, over the run, the table and all cells.
///
/// It finds rows that were damaged or that belong to another run; it does not guard against an
/// attacker, who could compute it too (decision 0010). 64 bits: one damaged row in 2^64 escapes.
struct RowSeal {
  private var state: UInt64

  /// Of a table of a run.
  ///
  /// - Parameters:
  ///   - salt: A number that belongs to the run alone.
  ///   - table: The name of the table.
  init(run salt: UInt64, table: String) {
    state = 0x9e37_79b9_7f4a_7c15 ^ salt
    take(table)
  }

  /// Takes a cell in.
  mutating func take(_ cell: Cell) {
    switch cell {
    case .null: mix(1)
    case .whole(let number):
      mix(2)
      mix(UInt64(bitPattern: number))
    case .real(let number):
      mix(3)
      mix(number.bitPattern)
    case .text(let text):
      mix(4)
      take(text)
    }
  }

  /// The seal.
  var value: Int64 {
    var word = state
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return Int64(bitPattern: word ^ word >> 31)
  }

  private mutating func take(_ text: String) {
    var word: UInt64 = 0
    var count: UInt64 = 0
    for byte in text.utf8 {
      word = word << 8 | UInt64(byte)
      count += 1
      if count % 8 == 0 {
        mix(word)
        word = 0
      }
    }
    mix(word)
    mix(count)
  }

  private mutating func mix(_ word: UInt64) {
    state = (state ^ word) &* 0xff51_afd7_ed55_8ccd
    state ^= state >> 32
  }
}
