/// A law's parameter that cannot be.
public struct DistributionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The law, in words: `lognormal`.
  public let law: String
  /// The parameter's name: `sd`.
  public let parameter: String
  /// What would be right, in words: `above 0`.
  public let allowed: String
  /// What was given.
  public let found: String

  /// Names what cannot be and what would be right.
  public init(law: String, parameter: String, allowed: String, found: String) {
    self.law = law
    self.parameter = parameter
    self.allowed = allowed
    self.found = found
  }

  /// The law, the parameter, what it is and what it should be.
  public var description: String {
    "\(law): \(parameter) is \(found); expected \(allowed)"
  }
}

/// One parameter on its way into a law.
struct Parameter {
  let law: String
  let name: String
  let value: Double

  init(_ name: String, of law: String, _ value: Double) {
    self.law = law
    self.name = name
    self.value = value
  }

  /// The value if it is finite.
  func finite() throws(DistributionError) -> Double {
    try checked(value.isFinite, allowed: "a finite number")
  }

  /// The value if it is finite and above zero.
  func positive() throws(DistributionError) -> Double {
    try checked(value.isFinite && value > 0, allowed: "a finite number above 0")
  }

  /// The value if it is finite and not below zero.
  func notNegative() throws(DistributionError) -> Double {
    try checked(value.isFinite && value >= 0, allowed: "a finite number of 0 or more")
  }

  /// The value if it lies in a closed range.
  func within(_ range: ClosedRange<Double>) throws(DistributionError) -> Double {
    try checked(range.contains(value), allowed: "\(range.lowerBound) to \(range.upperBound)")
  }

  /// The value if it is finite and at or above another.
  func atLeast(_ low: Double) throws(DistributionError) -> Double {
    try checked(value.isFinite && value >= low, allowed: "a finite number of \(low) or more")
  }

  /// The value if it is finite and above another.
  func above(_ low: Double) throws(DistributionError) -> Double {
    try checked(value.isFinite && value > low, allowed: "a finite number above \(low)")
  }

  private func checked(
    _ holds: @autoclosure () -> Bool,
    allowed: String
  ) throws(DistributionError) -> Double {
    guard holds() else {
      throw DistributionError(law: law, parameter: name, allowed: allowed, found: "\(value)")
    }
    return value
  }
}
