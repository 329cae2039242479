internal import Experiments
internal import Foundation

/// Rounded forms of numbers, for reading; files carry `DecimalText` instead.
enum Rounding {
  /// A fixed count of decimals, grouped thousands and a true minus: `−1,234.5`.
  static func fixed(_ value: Double, decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", value)
    let unsigned = text.drop { $0 == "-" }
    let whole = unsigned.prefix { $0 != "." }
    let vanishes = !unsigned.contains { ("1"..."9").contains($0) }
    let sign = text.hasPrefix("-") && !vanishes ? "−" : ""
    return sign + grouped(whole) + unsigned.dropFirst(whole.count)
  }

  /// As many decimals as the number needs, at most six, and grouped thousands.
  static func trimmed(_ value: Double) -> String {
    var text = fixed(value, decimals: 6)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// A share above 0 in per cent, with as many decimals as it needs: `2%`, `0.001%`.
  static func percent(_ share: Double) -> String {
    let text = trimmed(share * 100)
    return (text == "0" ? DecimalText.text(of: share * 100) : text) + "%"
  }

  /// Some decimals, or the sign that it is smaller than they can show: `<0.01`.
  static func atLeastVisible(_ value: Double, decimals: Int) -> String {
    let text = fixed(value, decimals: decimals)
    guard value > 0, !text.contains(where: { ("1"..."9").contains($0) }) else { return text }
    return "<" + (decimals == 0 ? "1" : "0." + String(repeating: "0", count: decimals - 1) + "1")
  }

  /// A p-value.
  static func chance(_ value: Double) -> String {
    value < 0.001 ? "<0.001" : fixed(value, decimals: 3)
  }

  /// The power of ten at or below a number above zero.
  static func magnitude(of value: Double) -> Double {
    var unit = 1.0
    while unit * 10 <= value { unit *= 10 }
    return unit
  }

  private static func grouped(_ digits: Substring) -> String {
    var groups: [Substring] = []
    var rest = digits
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    return ([rest] + groups).joined(separator: ",")
  }
}
