internal import Foundation

/// How numbers leave the program: ten significant digits, the same text in every file.
public enum DecimalText {
  /// The nearest number with ten significant digits.
  public static func rounded(_ value: Double) -> Double {
    guard value.isFinite, value != 0 else { return value }
    switch LeadingDigits(of: value).nearest {
    case .itself: return value
    case .other(let number): return number
    // Only the exact number tells which way a tie goes.
    case .tie: return Double(String(format: "%.9e", value)) ?? value
    }
  }

  /// The text of a number with at most ten significant digits, without a trailing `.0`.
  public static func text(of value: Double) -> String {
    let text = rounded(value).description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

/// The first ten significant digits of the shortest decimal that reads back as a number.
///
/// Rounding this decimal is rounding the number itself, unless what is cut off is a 5 and nothing
/// more: no decimal of eleven digits lies between the two, for it would have been the shortest.
/// `String(format:)` took more than half of the work of making the thousand readings of a shard.
private struct LeadingDigits {
  private static let most = 10
  /// Powers of ten that are exact.
  private static let powers: [Double] = (0...22).reduce(into: []) { powers, _ in
    powers.append((powers.last ?? 0.1) * 10)
  }

  /// What rounding comes to.
  enum Nearest {
    case itself
    case other(Double)
    case tie
  }

  private var isNegative = false
  /// The digits as a whole number.
  private var digits: UInt64 = 0
  private var count = 0
  /// Power of ten that belongs to the last of them.
  private var scale = 0
  /// The first digit that was cut off, if any.
  private var next: UInt64?
  /// Whether any digit after it is not 0.
  private var hasMore = false

  /// Reads the shortest decimal of a finite number.
  init(of value: Double) {
    var text = value.description.utf8[...]
    var isFraction = false
    while let byte = text.popFirst() {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "e"):
        scale += Int(String(text) ?? "") ?? 0
        return
      default: take(UInt64(byte - UInt8(ascii: "0")), isFraction: isFraction)
      }
    }
  }

  private mutating func take(_ digit: UInt64, isFraction: Bool) {
    if count < Self.most {
      digits = digits * 10 + digit
      if digits > 0 { count += 1 }
      if isFraction { scale -= 1 }
      return
    }
    if !isFraction { scale += 1 }
    if next == nil { next = digit } else { hasMore = hasMore || digit != 0 }
  }

  /// The nearest number of ten digits.
  var nearest: Nearest {
    guard let next, next != 0 || hasMore else { return .itself }
    guard next != 5 || hasMore else { return .tie }
    let kept = digits + (next >= 5 ? 1 : 0)
    return .other((isNegative ? -1 : 1) * number(kept))
  }

  /// `kept` times the power of ten, rounded once.
  private func number(_ kept: UInt64) -> Double {
    guard abs(scale) < Self.powers.count else { return Double("\(kept)e\(scale)") ?? 0 }
    return scale < 0 ? Double(kept) / Self.powers[-scale] : Double(kept) * Self.powers[scale]
  }
}
