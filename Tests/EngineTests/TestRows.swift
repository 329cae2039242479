import Engine

/// A patient, for tests.
struct PatientID: RowID {
  let number: UInt32
  var row: Int { Int(number) }
  init(row: Int) { number = UInt32(row) }
}

/// A queue, for tests.
struct QueueID: RowID {
  let number: UInt32
  var row: Int { Int(number) }
  init(row: Int) { number = UInt32(row) }
}

/// Reproducible luck without `Probability`: SplitMix64.
struct Dice {
  var state: UInt64

  mutating func roll(below sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(sides))
  }
}

/// So many minutes after the run began.
func minute(_ count: Int) -> SimInstant { .start + .minutes(count) }
