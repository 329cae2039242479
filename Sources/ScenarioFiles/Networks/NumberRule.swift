/// What kind of number a key of a network file takes, and within which bounds.
struct NumberRule: Sendable {
  let kind: Kind
  let bound: Bound

  /// How the number is written.
  enum Kind: Hashable, Sendable {
    /// Any number, without unit.
    case number
    /// A whole number.
    case whole
    /// A share: `0.2` or `20%`.
    case share
    /// A length of time.
    case length
  }

  /// What values are allowed.
  enum Bound: Sendable {
    case none
    case atLeast(Double)
    case above(Double)
    case within(ClosedRange<Double>)

    func allows(_ value: Double) -> Bool {
      switch self {
      case .none: true
      case .atLeast(let low): value >= low
      case .above(let low): value > low
      case .within(let range): range.contains(value)
      }
    }

    var inWords: String? {
      switch self {
      case .none: nil
      case .atLeast(let low): "\(Bound.text(low)) or more"
      case .above(let low): "above \(Bound.text(low))"
      case .within(let range):
        "\(Bound.text(range.lowerBound)) to \(Bound.text(range.upperBound))"
      }
    }

    private static func text(_ value: Double) -> String {
      value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }
  }

  /// Any number.
  static let number = NumberRule(kind: .number, bound: .none)
  /// A share from 0 to 1.
  static let share = NumberRule(kind: .share, bound: .within(0...1))
  /// A length of time of 0 or more.
  static let length = NumberRule(kind: .length, bound: .atLeast(0))
  /// A length of time above 0.
  static let positiveLength = NumberRule(kind: .length, bound: .above(0))

  /// A whole number, from a smallest one on; at most a billion, beyond which nothing is simulated.
  static func whole(from least: Int) -> NumberRule {
    NumberRule(kind: .whole, bound: .within(Double(least)...1e9))
  }

  /// A number of 0 or more.
  static let notNegative = NumberRule(kind: .number, bound: .atLeast(0))
  /// A number above 0.
  static let positive = NumberRule(kind: .number, bound: .above(0))

  /// What is wanted, in words.
  func wanted(in time: NetworkTime) -> String {
    let kind =
      switch kind {
      case .number: "a number"
      case .whole: "a whole number"
      case .share: "a share such as `0.2` or `20%`"
      case .length: time.wanted
      }
    return bound.inWords.map { "\(kind), \($0)" } ?? kind
  }
}
