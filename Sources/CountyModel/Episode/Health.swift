/// A chronic disease whose course the county follows person by person.
enum ChronicDisease: UInt8, BitwiseCopyable, CaseIterable {
  case hypertension, diabetes

  /// Bits of `Health` before the state of this disease.
  fileprivate var shift: UInt8 { rawValue * 3 }
}

/// Where somebody stands with a chronic disease.
enum ChronicState: UInt8, BitwiseCopyable, CaseIterable {
  /// Free of it.
  case none
  /// Has it, and nobody knows.
  case undetected
  /// Diagnosed, on no register.
  case unmanaged
  /// On the register of a grassroots facility, values above target.
  case uncontrolled
  /// On the register, values at target.
  case controlled

  /// Whether a doctor has made the diagnosis.
  var isDetected: Bool { rawValue >= ChronicState.unmanaged.rawValue }
  /// Whether the person is on a register.
  var isManaged: Bool { rawValue >= ChronicState.uncontrolled.rawValue }
}

/// Whether a resident is there, and the state of each chronic disease; one byte.
struct Health: BitwiseCopyable {
  /// Whether a resident is there.
  enum Life: UInt8, BitwiseCopyable {
    /// Yet to be born, or never born.
    case unborn
    case present
    /// Has moved away and may come back.
    case away
    case dead
  }

  private(set) var rawValue: UInt8 = 0

  /// Patterns that the diseases alone can take.
  static let patterns = 64

  /// States of the diseases as one number below `patterns`.
  var pattern: Int { Int(rawValue & 63) }

  var life: Life {
    get { Life(rawValue: rawValue &>> 6) ?? .unborn }
    set { rawValue = rawValue & 63 | newValue.rawValue &<< 6 }
  }

  var isPresent: Bool { rawValue &>> 6 == Life.present.rawValue }

  /// State of a disease.
  subscript(_ disease: ChronicDisease) -> ChronicState {
    get { ChronicState(rawValue: rawValue &>> disease.shift & 7) ?? .none }
    set { rawValue = rawValue & ~(7 &<< disease.shift) | newValue.rawValue &<< disease.shift }
  }

  /// Whether a doctor knows of either disease.
  var isDetected: Bool { self[.hypertension].isDetected || self[.diabetes].isDetected }
  /// Whether the person is on a register for either disease.
  var isManaged: Bool { self[.hypertension].isManaged || self[.diabetes].isManaged }
}
